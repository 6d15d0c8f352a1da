import { setImmediate as breath } from 'node:timers/promises'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { problemTexts } from '@counterpane/shared/text/problems'
import type { Log } from '../../platform/log/logger'
import { asHouse } from '../../platform/visibility/sight'
import type { Table } from '../../ports/table-source'
import { mappingOf } from './import-presenter'
import { importRefusals } from './import-problems'
import type { ImportRecord } from './import-records.repository'
import { runImport, type ImportNeeds } from './import-run'
import type { TakeBack } from './import-undo'
import { namesSomebody } from './import-fields'
import { changeImport, deleteImport, forgetFindings } from './imports.repository'
import { notNow, type ImportsDeps } from './imports.service'

export interface ImportWorkDeps extends ImportsDeps { log: Log; needs: ImportNeeds; takeBack: TakeBack }
export interface Ordered { managerId: string; locale: Locale }
type Kind = 'check' | 'run' | 'undo'
interface Job { id: string; kind: Kind; by: Ordered; stop: AbortController }

const mayBegin: Record<Kind, string[]> = { check: ['uploaded', 'checked'], run: ['uploaded', 'checked'], undo: ['done', 'stopped', 'failed'] }
/** Rows to a unit of work: nobody else waits longer than for these. */
const batch = 200
const idleDays = 7

/** Checks, runs and undos in the background, one at a time, in the order in which they were asked for. */
export function createImportWork({ db, clock, log, tables, records, needs, takeBack }: ImportWorkDeps) {
  const queue: Job[] = []
  let working: Promise<void> | null = null
  let current: Job | null = null
  let ended = false

  const change = (id: string, ...args: [Parameters<typeof changeImport>[2], { from?: readonly string[] }?]) => db.write((tx) => changeImport(tx, id, ...args))
  async function order(record: ImportRecord, kind: Kind, by: Ordered) {
    if (kind !== 'undo' && !namesSomebody(mappingOf(record))) throw new AppError('invalid-request', { words: importRefusals.nobodyNamed })
    if (kind !== 'undo' && record.fileKey === null) throw new AppError('conflict', { words: importRefusals.fileGone })
    if (!(await change(record.id, { state: 'waiting', dryRun: kind === 'check' }, { from: mayBegin[kind] }))) throw notNow()
    queue.push({ id: record.id, kind, by, stop: new AbortController() })
    // Not as whoever asked first sees the base: what is known must not be doubled.
    working ??= asHouse(work)
  }
  async function work() {
    for (let job = queue.shift(); job && !ended; job = queue.shift()) {
      current = job
      await perform(job).catch((error: unknown) => fail(job!, error))
      current = null
    }
    working = null
  }
  async function perform(job: Job) {
    if (job.kind === 'undo') {
      await change(job.id, { state: 'undoing' })
      const undone = await takeBack(job.id, { managerId: job.by.managerId, signal: job.stop.signal })
      // Cut by the end of the server: what is left can be taken back later.
      await change(job.id, undone.stopped ? { state: 'stopped' } : { state: 'undone', undoneAt: clock.now(), undone: undone.told })
      return
    }
    const record = records.find(job.id)
    const table = record?.fileKey ? await tables.open(record.fileKey, undefined) : null
    if (!record || !table) throw new AppError('conflict', { words: importRefusals.fileGone })
    await (job.kind === 'check' ? checkRows : runRows)(job, record, table)
  }
  const given = ({ by, stop }: Job, record: ImportRecord) => ({ mapping: mappingOf(record), fileName: record.fileName, managerId: by.managerId, locale: by.locale, id: record.id, batch, signal: stop.signal })
  const paced = (table: Table): Table => ({ ...table, async *lines() { let n = 0; for await (const line of table.lines()) { if (++n % batch === 0) await breath(); yield line } } })

  async function checkRows(job: Job, record: ImportRecord, table: Table) {
    await db.write(async (tx) => { await forgetFindings(tx, job.id); await changeImport(tx, job.id, { state: 'checking' }) })
    const { rows, stopped } = await runImport({ db, clock, needs }, { ...given(job, record), table: paced(table), keep: 'findings' })
    await db.write(async (tx) => {
      if (stopped) await forgetFindings(tx, job.id)
      await changeImport(tx, job.id, stopped ? { state: 'uploaded' } : { state: 'checked', total: rows })
    })
  }
  async function runRows(job: Job, record: ImportRecord, table: Table) {
    const total = record.total ?? await countLines(table)
    await db.write(async (tx) => { await forgetFindings(tx, job.id); await changeImport(tx, job.id, { state: 'reading', total, startedAt: clock.now() }) })
    const { stopped } = await runImport({ db, clock, needs }, { ...given(job, record), table: paced(table), keep: 'all' })
    await done(job.id, ended ? { state: 'stopped', problem: importRefusals.interrupted[job.by.locale] } : { state: stopped ? 'stopped' : 'done' })
  }
  async function countLines(table: Table) {
    let n = 0
    for await (const _line of table.lines()) if (++n % 1_000 === 0) await breath()
    return n
  }
  async function done(id: string, outcome: { state: string; problem?: string | null }) {
    const key = records.find(id)?.fileKey
    await change(id, { ...outcome, finishedAt: clock.now(), fileKey: null })
    if (key) await tables.remove(key)
  }
  async function fail({ id, kind, by }: Job, error: unknown) {
    const known = error instanceof AppError ? error : new AppError('internal')
    if (known.code === 'internal') log.error({ importId: id, error: String(error) }, 'an import failed')
    const problem = known.words?.[by.locale] ?? problemTexts[by.locale][known.code].title
    await (kind === 'undo' ? change(id, { state: 'stopped', problem }) : done(id, { state: 'failed', problem })).catch((trouble: unknown) => log.error({ importId: id, error: String(trouble) }, 'the end of an import could not be kept'))
  }

  return {
    order,
    /** A check or a run that waits goes back to where it was; one at work ends after the rows at hand. An undo is not broken off. */
    async cancel(id: string) {
      const waiting = queue.findIndex((job) => job.id === id && job.kind !== 'undo')
      if (waiting >= 0) {
        queue.splice(waiting, 1)
        await change(id, { state: 'uploaded' }, { from: ['waiting'] })
      } else if (current?.id === id && current.kind !== 'undo') current.stop.abort()
      else throw notNow()
    },
    /** What the last end of the server cut off, and files that nobody asked for any more. */
    async recover() {
      const oldest = clock.now().getTime() - idleDays * 24 * 3_600_000
      const there = new Set(await tables.keys())
      for (const { id, state, dryRun, rows, startedAt, fileKey } of records.open()) {
        if (state === 'reading') await done(id, { state: 'stopped', problem: importRefusals.interrupted.en })
        else if (state === 'undoing' || (state === 'waiting' && fileKey === null)) await change(id, { state: 'stopped' })
        else if (fileKey === null || !there.has(fileKey) || startedAt < oldest) await db.write((tx) => deleteImport(tx, id))
        else {
          if (state === 'checking' || (state === 'waiting' && (dryRun === 1 || rows > 0))) await db.write((tx) => forgetFindings(tx, id))
          if (state !== 'uploaded' && state !== 'checked') await change(id, { state: 'uploaded' })
        }
      }
      const wanted = new Set(records.open().map((record) => record.fileKey))
      for (const key of there) if (!wanted.has(key)) await tables.remove(key)
    },
    /** Ends after the rows at hand. */
    async close() {
      ended = true
      queue.length = 0
      current?.stop.abort()
      await working
    },
  }
}
export type ImportWork = ReturnType<typeof createImportWork>
