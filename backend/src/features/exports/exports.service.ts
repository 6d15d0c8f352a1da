import type { z } from 'zod'
import type { exportContacts } from '@counterpane/shared/contract/exports'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { exportTexts } from '@counterpane/shared/text/export-text'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { createProvenLimit } from '../../platform/http/rate-limits'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { wallText } from './csv-lines'
import { csvBytes, sheetMax, xlsxBytes } from './export-bytes'
import { columnsOf } from './export-columns'
import { createExportNames } from './export-names.repository'
import { createExportProgress } from './export-progress'
import type { ExportRows } from './exports.types'
import { filterWords, orderWords } from './filter-words'
import { createWallClock, isTimeZone } from './wall-clock'

export type ExportFormat = 'xlsx' | 'csv'
export interface ExportAsk { format: ExportFormat; query: z.output<typeof exportContacts>; caller: Caller; locale: Locale }
/** `plainName`: the file's name for those who read ASCII only. */
export interface OpenedExport { fileName: string; plainName: string; bytes: AsyncGenerator<Uint8Array>; settle(state: 'done' | 'failed'): void }

/** A person needs far fewer; together they must not take the machine from those who work. */
const [perMinute, atOnceOfOne, atOnce] = [30, 2, 4]

export function createExports({ db, clock, rows }: { db: Db; clock: Clock; rows: ExportRows }) {
  const names = createExportNames(db)
  const progresses = createExportProgress()
  const admit = createProvenLimit(perMinute)
  const running = new Map<string, number>()

  function takePlace(managerId: string, locale: Locale): () => void {
    const mine = running.get(managerId) ?? 0
    const all = [...running.values()].reduce((sum, count) => sum + count, 0)
    if (mine >= atOnceOfOne || all >= atOnce) throw new AppError('too-many-requests', { detail: exportTexts[locale].busy, retryAfterSeconds: 15 })
    running.set(managerId, mine + 1)
    return () => {
      const left = (running.get(managerId) ?? 1) - 1
      if (left > 0) running.set(managerId, left)
      else running.delete(managerId)
    }
  }

  async function open({ format, query, caller, locale }: ExportAsk): Promise<OpenedExport> {
    const { columns: wanted, sort, timeZone = 'UTC', ticket, language: _language, ...filter } = query
    if (!isTimeZone(timeZone)) throw new AppError('invalid-request', { detail: `timeZone: ${exportTexts[locale].badZone}`, errors: [{ path: 'timeZone', message: exportTexts[locale].badZone }] })
    await admit(caller.id)
    const leave = takePlace(caller.id, locale)
    const progress = progresses.begin(caller.id, ticket)
    const settle = (state: 'done' | 'failed') => {
      progress.state = state
      leave()
    }
    try {
      const now = clock.now()
      const columns = columnsOf(wanted)
      const question = { filter, sort, withContent: columns.includes('content'), viewer: { callerId: caller.id, locale, now } }
      progress.total = await rows.total(question)
      if (format === 'xlsx' && progress.total > sheetMax) throw new AppError('too-large', { detail: exportTexts[locale].tooManyRows(progress.total) })
      const wall = createWallClock(timeZone)
      await db.write((tx) => writeAudit(tx, { managerId: caller.id, noun: 'export', nounId: uuidv7(), action: 'exported', at: now, before: {}, after: { format, rows: progress.total, columns, sort: sort ?? null, filter } }))
      const about = { by: caller.name, timeZone, order: orderWords(sort, locale), filters: filterWords(filter, { names, locale, callerId: caller.id, wall }) }
      const order = { rows, question, columns, progress, wall, about }
      const day = wallText({ at: wall(now.toISOString()), day: true })
      const named = (words: string) => `${words} ${day}.${format}`
      return { fileName: named(exportTexts[locale].fileName), plainName: named(exportTexts.en.fileName), bytes: format === 'xlsx' ? xlsxBytes(order) : csvBytes(order), settle }
    } catch (error) {
      settle('failed')
      throw error
    }
  }
  return { open, progress: progresses.find }
}
export type Exports = ReturnType<typeof createExports>
