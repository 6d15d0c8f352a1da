import type { Locale } from '@counterpane/shared/domain/codes'
import type { Table, TableLine } from '../../ports/table-source'
import type { Clock } from '../../ports/clock'
import { writeAudits, type AuditNote } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import { keysOf, planBatch } from './batch'
import { createCheckMemory } from './check-memory.repository'
import type { Mapping } from './import-fields'
import { importProblems } from './import-problems'
import { endImport, insertImport, keepProgress } from './imports.repository'
import { createFindings } from './findings'
import type { BatchPlan, Counts, Problem } from './imports.types'
import { rememberingBase, type FindBase } from './remembering-base'
import { leaveErased, readRow, type NamesOfBase, type RowDraft } from './row-reading'

/** What the import needs of the room that keeps the clients. `gained`: hears of addresses by which somebody is known from now on. */
export interface ImportNeeds {
  find: FindBase
  write(tx: Tx, plan: BatchPlan, signed: { at: Date; managerId: string | null }): Promise<void>
  /** As they are called now; asked once for a file. */
  names(): NamesOfBase
  /** Those of the addresses under which somebody was erased. */
  erasedOf(addressKeys: readonly string[]): readonly string[]
  gained(addressKeys: readonly string[]): void
}
export interface ImportDeps { db: Db; clock: Clock; needs: ImportNeeds }
/**
 * `keep`: `all` takes the rows over; `findings` only writes down what a run would do; `nothing` only says it. `batch`: rows to a unit of work: others get their turn in between.
 * `id`: of an import that is in the history already.
 */
export interface ImportOrder {
  table: Table; mapping: Mapping; fileName: string; managerId: string | null; locale: Locale; keep: 'all' | 'findings' | 'nothing'
  id?: string | undefined; batch?: number | undefined; signal?: AbortSignal | undefined; onProgress?: (counts: Counts) => void
}
/** `id` null: nothing was written. `problems`: the first of them; `problemCount`: all. */
export interface ImportReport extends Counts { id: string | null; stopped: boolean; problems: { row: number; field: string; message: string }[]; problemCount: number; duplicateCount: number }

const usualBatch = 500

/** Takes the rows of a table into the base, some hundreds to a unit of work: a cut leaves whole batches, and what they did is known by the import's id. */
export async function runImport({ db, clock, needs }: ImportDeps, { table, mapping, fileName, managerId, locale, keep, batch = usualBatch, signal, onProgress, ...order }: ImportOrder): Promise<ImportReport> {
  const counts: Counts = { rows: 0, created: 0, updated: 0, skipped: 0 }
  const id = keep === 'nothing' ? null : order.id ?? uuidv7()
  if (id && order.id === undefined) await db.write((tx) => insertImport(tx, { id, managerId, fileName, fileHash: table.hash, mapping: table.header.map((title, at) => [title, mapping[at] ?? null] as const), startedAt: clock.now() }))
  const memory = keep === 'all' ? null : createCheckMemory()
  const find: FindBase = memory ? rememberingBase(needs.find, memory) : needs.find
  const names = needs.names()
  // Ids grow with time: whoever has a later one was made by a row of this file.
  const findings = createFindings({ locale, begun: uuidv7(), isWritten: keep === 'all' })

  function plan(lines: readonly TableLine[]) {
    const read = lines.map((line) => ('cells' in line ? readRow(line.row, line.cells, mapping, names) : brokenRow(line)))
    const drafts = leaveErased(read, needs.erasedOf(keysOf(read).addressKeys))
    const planned = planBatch(drafts, find(keysOf(drafts)), uuidv7)
    find.learn?.(planned)
    counts.rows += lines.length
    for (const { outcome } of planned.outcomes) counts[outcome]++
    return { ...planned, findings: findings.of(planned, lines) }
  }
  async function take(lines: readonly TableLine[]) {
    if (!id) plan(lines)
    else if (keep === 'findings') {
      const planned = plan(lines)
      await db.write((tx) => keepProgress(tx, id, counts, planned.findings))
    } else {
      // Looked up in the same unit of work: what somebody changes meanwhile is seen, not overwritten.
      const gained = await db.write(async (tx) => {
        const [planned, at] = [plan(lines), clock.now()]
        await needs.write(tx, planned, { at, managerId })
        await writeAudits(tx, notesOf(planned, { at, managerId, setId: id }))
        await keepProgress(tx, id, counts, planned.findings)
        return [...planned.clients, ...planned.persons].flatMap(({ after }) => after.addresses)
      })
      needs.gained(gained)
    }
    onProgress?.({ ...counts })
  }
  let stopped = false
  try {
    let lines: TableLine[] = []
    for await (const line of table.lines()) {
      if (signal?.aborted) { stopped = true; break }
      if (lines.push(line) < batch) continue
      await take(lines)
      lines = []
    }
    stopped ||= signal?.aborted ?? false
    if (!stopped && lines.length > 0) await take(lines)
    if (id && order.id === undefined) await db.write((tx) => endImport(tx, id, { state: stopped ? 'stopped' : 'done', problem: null, finishedAt: clock.now() }))
  } catch (error) {
    if (id && order.id === undefined) await db.write((tx) => endImport(tx, id, { state: 'failed', problem: error instanceof Error ? error.message.slice(0, 500) : null, finishedAt: clock.now() })).catch(() => undefined)
    throw error
  } finally {
    memory?.close()
  }
  return { ...counts, id, stopped, ...findings.report() }
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
