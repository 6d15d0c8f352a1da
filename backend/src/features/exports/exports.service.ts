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
import type { ExportFormat } from './export-file'
import type { ExportAsk } from './export-noun'
import { createExportProgress } from './export-progress'
import { createWallClock, isTimeZone } from './wall-clock'

export interface ExportOrder { format: ExportFormat; ask: ExportAsk; caller: Caller; locale: Locale }
/** `plainName`: the file's name for those who read ASCII only. */
export interface OpenedExport { fileName: string; plainName: string; bytes: AsyncGenerator<Uint8Array>; settle(state: 'done' | 'failed'): void }

/** A person needs far fewer; together they must not take the machine from those who work. */
const [perMinute, atOnceOfOne, atOnce] = [60, 2, 4]

/** Whatever is brought out goes by this way: a place among those that run, its progress, an entry in the trail, and the bytes. */
export function createExports({ db, clock }: { db: Db; clock: Clock }) {
  const progresses = createExportProgress()
  const admit = createProvenLimit(perMinute)
  const running = new Set<{ managerId: string }>()

  function takePlace(managerId: string, locale: Locale): () => void {
    const mine = [...running].filter((one) => one.managerId === managerId).length
    if (mine >= atOnceOfOne || running.size >= atOnce) throw new AppError('too-many-requests', { detail: exportTexts[locale].busy, retryAfterSeconds: 15 })
    const place = { managerId }
    running.add(place)
    return () => void running.delete(place)
  }

  async function open({ format, ask, caller, locale }: ExportOrder): Promise<OpenedExport> {
    const { timeZone = 'UTC', ticket } = ask
    const { badZone } = exportTexts[locale]
    if (!isTimeZone(timeZone)) throw new AppError('invalid-request', { detail: `timeZone: ${badZone}`, errors: [{ path: 'timeZone', message: badZone }] })
    await admit(caller.id)
    const leave = takePlace(caller.id, locale)
    const progress = progresses.begin(caller.id, ticket)
    const settle = (state: 'done' | 'failed') => {
      progress.state = state
      leave()
    }
    try {
      const now = clock.now()
      const wall = createWallClock(timeZone)
      const file = await ask.open({ caller, locale, now, wall })
      progress.total = file.total
      if (format === 'xlsx' && file.total !== null && file.total > sheetMax) throw new AppError('too-large', { detail: file.tooMany(file.total) })
      await db.write((tx) => writeAudit(tx, { managerId: caller.id, noun: 'export', nounId: uuidv7(), action: 'exported', at: now, before: {}, after: { format, ...file.audited } }))
      const named = (words: string) => `${words} ${wallText({ at: wall(now.toISOString()), day: true })}.${format}`
      const order = { file, progress, locale, by: caller.name, timeZone, now, wall }
      return { fileName: named(file.title[locale]), plainName: named(file.title.en), bytes: format === 'xlsx' ? xlsxBytes(order) : csvBytes(order), settle }
    } catch (error) {
      settle('failed')
      throw error
    }
  }
  return { open, progress: progresses.find }
}
export type Exports = ReturnType<typeof createExports>
