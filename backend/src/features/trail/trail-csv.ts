import { DateTime, IANAZone } from 'luxon'
import { AppError } from '@counterpane/shared/errors/app-error'
import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { changesTexts } from '@counterpane/shared/text/changes-journal'
import type { Trail } from './trail.service'
import type { TrailFilter, TrailNeeds, TrailReader } from './trail.types'

const pageSize = 200
const byteOrderMark = '\uFEFF'

/** One line for each field that changed, and one for each change of which nothing is told. */
export function createTrailCsv({ trail, csvLine }: { trail: Trail; csvLine: TrailNeeds['csvLine'] }) {
  return (filter: TrailFilter, { reader, timeZone }: { reader: TrailReader; timeZone: string }): AsyncGenerator<string> => {
    if (!IANAZone.isValidZone(timeZone)) throw new AppError('invalid-request', { errors: [{ path: 'timeZone', message: 'not a time zone' }] })
    return lines()

    async function* lines() {
      const [text, words] = [trailTexts[reader.locale].trail, changesTexts[reader.locale]]
      yield byteOrderMark + csvLine([text.at, text.manager, text.noun, text.title_, text.action, text.field, text.before, text.after, text.thingId, text.setId])
      let cursor: string | undefined
      do {
        const page = await trail.search(filter, { cursor, limit: pageSize, reader })
        for (const { at, manager, noun, title, action, fields, nounId, setId } of page.items) {
          const head = [DateTime.fromISO(at, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm:ss'), manager?.name ?? words.by, text.nouns[noun] ?? noun, title ?? '', words.action[action] ?? text.actions[action] ?? action]
          const told = fields.length > 0 ? fields : [{ field: '', before: null, after: null }]
          for (const { field, before, after } of told) yield csvLine([...head, words.field[field] ?? text.fields[field] ?? field, before ?? '', after ?? '', nounId, setId ?? ''])
        }
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
    }
  }
}
export type TrailCsv = ReturnType<typeof createTrailCsv>
