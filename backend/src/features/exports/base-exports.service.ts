import type { z } from 'zod'
import type { exportClients } from '@counterpane/shared/contract/client-list'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { clientExportTexts } from '@counterpane/shared/text/client-export-text'
import { exportTexts } from '@counterpane/shared/text/export-text'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { createProvenLimit } from '../../platform/http/rate-limits'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { baseCsv, baseXlsx } from './base-bytes'
import { clientColumnsOf, personColumnsOf, type FileClient, type FilePerson } from './base-columns'
import { wallText } from './csv-lines'
import { createExportProgress } from './export-progress'
import type { ExportFormat, OpenedExport } from './exports.service'
import { serialOf } from './sheet-text'
import { createWallClock, isTimeZone } from './wall-clock'

type Query = z.output<typeof exportClients>
export type BaseNoun = 'clients' | 'persons'
export interface BaseQuestion { caller: Caller; filter: Omit<Query, 'sort' | 'columns' | 'timeZone' | 'ticket' | 'language'>; sort: NonNullable<Query['sort']>; now: Date }
export interface BaseRows { total(question: BaseQuestion): Promise<number>; clients(question: BaseQuestion): AsyncIterable<readonly FileClient[]>; persons(question: BaseQuestion): AsyncIterable<readonly FilePerson[]> }
export interface BaseAsk { noun: BaseNoun; format: ExportFormat; query: Query; caller: Caller; locale: Locale }

const [perMinute, atOnceOfOne, atOnce] = [30, 2, 4]

/** Files of the client base: the clients of a list, or their people. */
export function createBaseExports({ db, clock, rows }: { db: Db; clock: Clock; rows: BaseRows }) {
  const progresses = createExportProgress()
  const admit = createProvenLimit(perMinute)
  const running: string[] = []

  async function open({ noun, format, query, caller, locale }: BaseAsk): Promise<OpenedExport> {
    const { columns: wanted, sort = 'name', timeZone = 'UTC', ticket, language: _language, ...filter } = query
    const text = exportTexts[locale]
    if (!isTimeZone(timeZone)) throw new AppError('invalid-request', { detail: `timeZone: ${text.badZone}`, errors: [{ path: 'timeZone', message: text.badZone }] })
    await admit(caller.id)
    if (running.length >= atOnce || running.filter((id) => id === caller.id).length >= atOnceOfOne) throw new AppError('too-many-requests', { detail: text.busy, retryAfterSeconds: 15 })
    running.push(caller.id)
    const progress = progresses.begin(caller.id, ticket)
    let isSettled = false
    const settle = (state: 'done' | 'failed') => {
      progress.state = state
      if (!isSettled) running.splice(running.indexOf(caller.id), 1)
      isSettled = true
    }
    try {
      const now = clock.now()
      const question = { caller, filter, sort, now }
      const clients = await rows.total(question)
      // How many people they have is known when all have been read.
      progress.total = noun === 'clients' ? clients : null
      const wall = createWallClock(timeZone)
      await db.write((tx) => writeAudit(tx, { managerId: caller.id, noun: 'export', nounId: uuidv7(), action: 'exported', at: now, before: {}, after: { of: noun, format, clients, filter } }))
      const title = clientExportTexts[locale].files[noun]
      const rest = { progress, locale, now, title, about: { by: caller.name, timeZone, isFiltered: Object.values(filter).some((value) => value !== undefined), madeAt: serialOf(wall(now.toISOString())) ?? 0 } }
      const made = format === 'csv' ? baseCsv : baseXlsx
      const bytes = noun === 'clients'
        ? made({ ...rest, pages: rows.clients(question), columns: clientColumnsOf(wanted, { locale, wall }) })
        : (format === 'csv' ? baseCsv : baseXlsx)({ ...rest, pages: rows.persons(question), columns: personColumnsOf({ locale, wall }) })
      const named = (words: string) => `${words} ${wallText({ at: wall(now.toISOString()), day: true })}.${format}`
      return { fileName: named(title), plainName: named(clientExportTexts.en.files[noun]), bytes, settle }
    } catch (error) {
      settle('failed')
      throw error
    }
  }
  return { open, progress: progresses.find }
}
