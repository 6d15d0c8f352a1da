import type { Locale } from '@counterpane/shared/domain/codes'
import type { Table, TableLine } from '../../ports/table-source'
import type { Clock } from '../../ports/clock'
import { writeAudits, type AuditNote } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import { keysOf, planBatch } from './batch'
import type { Mapping } from './import-fields'
import { importProblems } from './import-problems'
import { endImport, insertImport, keepProgress } from './imports.repository'
import type { Base, BaseKeys, BatchPlan, Counts, Problem } from './imports.types'
import { readRow, type RowDraft } from './row-reading'

/** What the import needs of the room that keeps the clients. `gained`: hears of addresses by which somebody is known from now on. */
export interface ImportNeeds {
  find(keys: BaseKeys): Base
  write(tx: Tx, plan: BatchPlan, signed: { at: Date; managerId: string | null }): Promise<void>
  managerIdOf(text: string): string | null
  gained(addressKeys: readonly string[]): void
}
export interface ImportDeps { db: Db; clock: Clock; needs: ImportNeeds }
export interface ImportOrder {
  table: Table; mapping: Mapping; fileName: string; managerId: string | null; locale: Locale; dryRun: boolean
  signal?: AbortSignal | undefined; onProgress?: (counts: Counts) => void
}
/** `id` null: nothing was written. `problems`: the first of them; `problemCount`: all. */
export interface ImportReport extends Counts { id: string | null; stopped: boolean; problems: { row: number; field: string; message: string }[]; problemCount: number }

const batchSize = 500
/** So many are told of in the report; the database keeps all. */
const told = 10_000

/** Takes the rows of a table into the base, some hundreds to a unit of work: a cut leaves whole batches, and what they did is known by the import's id. */
export async function runImport({ db, clock, needs }: ImportDeps, { table, mapping, fileName, managerId, locale, dryRun, signal, onProgress }: ImportOrder): Promise<ImportReport> {
  const counts: Counts = { rows: 0, created: 0, updated: 0, skipped: 0 }
  const problems: ImportReport['problems'] = []
  let problemCount = 0
  const id = dryRun ? null : uuidv7()
  if (id) await db.write((tx) => insertImport(tx, { id, managerId, fileName, fileHash: table.hash, mapping: table.header.map((title, at) => [title, mapping[at] ?? null] as const), startedAt: clock.now() }))

  async function take(lines: readonly TableLine[]) {
    const drafts = lines.map((line) => ('cells' in line ? readRow(line.row, line.cells, mapping, needs.managerIdOf) : brokenRow(line)))
    const plan = planBatch(drafts, needs.find(keysOf(drafts)), uuidv7)
    counts.rows += lines.length
    for (const { outcome } of plan.outcomes) counts[outcome]++
    const fresh = plan.problems.map(({ message, ...where }, at) => ({ position: problemCount + at, ...where, message: message[locale] }))
    problemCount += fresh.length
    problems.push(...fresh.slice(0, Math.max(0, told - problems.length)).map(({ position: _position, ...problem }) => problem))
    if (id) {
      const at = clock.now()
      await db.write(async (tx) => {
        await needs.write(tx, plan, { at, managerId })
        await writeAudits(tx, notesOf(plan, { at, managerId, setId: id }))
        await keepProgress(tx, id, counts, fresh)
      })
      needs.gained([...plan.clients, ...plan.persons].flatMap(({ after }) => after.addresses))
    }
    onProgress?.({ ...counts })
  }
  let stopped = false
  try {
    let lines: TableLine[] = []
    for await (const line of table.lines()) {
      if (signal?.aborted) { stopped = true; break }
      if (lines.push(line) < batchSize) continue
      await take(lines)
      lines = []
    }
    if (!stopped && lines.length > 0) await take(lines)
    if (id) await db.write((tx) => endImport(tx, id, { state: stopped ? 'stopped' : 'done', problem: null, finishedAt: clock.now() }))
  } catch (error) {
    if (id) await db.write((tx) => endImport(tx, id, { state: 'failed', problem: error instanceof Error ? error.message.slice(0, 500) : null, finishedAt: clock.now() })).catch(() => undefined)
    throw error
  }
  return { ...counts, id, stopped, problems, problemCount }
}

function brokenRow({ row, broken }: Extract<TableLine, { broken: unknown }>): RowDraft {
  const problem = { row, field: 'row' as const, message: broken === 'quotes' ? importProblems.broken : importProblems.lineTooLong }
  return { row, client: null, person: null, isRefused: true, problems: [problem] }
}

function notesOf(plan: BatchPlan, signed: Pick<AuditNote, 'at' | 'managerId' | 'setId'>): AuditNote[] {
  const of = (noun: 'counterparty' | 'person', kept: readonly { id: string; before: object | null; after: object }[]) =>
    kept.map(({ id, before, after }): AuditNote => ({ ...signed, noun, nounId: id, action: before ? 'changed' : 'created', after, ...(before && { before }) }))
  return [...of('counterparty', plan.clients), ...of('person', plan.persons)]
}
export type { Problem }
