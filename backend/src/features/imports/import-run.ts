import type { Locale } from '@counterpane/shared/domain/codes'
import type { Table, TableLine } from '../../ports/table-source'
import type { Clock } from '../../ports/clock'
import { writeAudits, type AuditNote } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import { keysOf, planBatch } from './batch'
import type { Mapping } from './import-fields'
import { importProblems } from './import-problems'
import { endImport, insertImport, keepProgress, type StoredProblem } from './imports.repository'
import type { BatchPlan, Counts, Problem, RowOutcome } from './imports.types'
import { rememberingBase, type FindBase } from './remembering-base'
import { readRow, type RowDraft } from './row-reading'

/** What the import needs of the room that keeps the clients. `gained`: hears of addresses by which somebody is known from now on. */
export interface ImportNeeds {
  find: FindBase
  write(tx: Tx, plan: BatchPlan, signed: { at: Date; managerId: string | null }): Promise<void>
  managerIdOf(text: string): string | null
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
/** So many are told of in the report; the database keeps all. */
const told = 10_000

/** Takes the rows of a table into the base, some hundreds to a unit of work: a cut leaves whole batches, and what they did is known by the import's id. */
export async function runImport({ db, clock, needs }: ImportDeps, { table, mapping, fileName, managerId, locale, keep, batch = usualBatch, signal, onProgress, ...order }: ImportOrder): Promise<ImportReport> {
  const counts: Counts = { rows: 0, created: 0, updated: 0, skipped: 0 }
  const problems: ImportReport['problems'] = []
  let [problemCount, duplicateCount] = [0, 0]
  const id = keep === 'nothing' ? null : order.id ?? uuidv7()
  if (id && order.id === undefined) await db.write((tx) => insertImport(tx, { id, managerId, fileName, fileHash: table.hash, mapping: table.header.map((title, at) => [title, mapping[at] ?? null] as const), startedAt: clock.now() }))
  const find = keep === 'all' ? needs.find : rememberingBase(needs.find)
  // Ids grow with time: whoever has a later one was made by a row of this file.
  const begun = uuidv7()
  const toWords = ({ row, known }: RowOutcome, position: number): StoredProblem[] => (known === null ? [] : [{
    position, row, kind: 'duplicate', field: known.noun, nounId: keep === 'all' || known.id < begun ? known.id : null, message: importProblems[known.id < begun ? 'known' : 'repeated'](known.name)[locale],
  }])

  function plan(lines: readonly TableLine[]) {
    const drafts = lines.map((line) => ('cells' in line ? readRow(line.row, line.cells, mapping, needs.managerIdOf) : brokenRow(line)))
    const planned = planBatch(drafts, find(keysOf(drafts)), uuidv7)
    if (keep !== 'all') find.learn?.(planned)
    counts.rows += lines.length
    for (const { outcome } of planned.outcomes) counts[outcome]++
    const first = problemCount + duplicateCount
    const fresh = planned.problems.map(({ message, ...where }, at): StoredProblem => ({ position: first + at, kind: 'problem', nounId: null, ...where, message: message[locale] }))
    const known = planned.outcomes.filter((outcome) => outcome.known !== null).flatMap((outcome, at) => toWords(outcome, first + fresh.length + at))
    problemCount += fresh.length
    duplicateCount += known.length
    problems.push(...fresh.slice(0, Math.max(0, told - problems.length)).map(({ row, field, message }) => ({ row, field, message })))
    return { ...planned, findings: [...fresh, ...known] }
  }
  async function take(lines: readonly TableLine[]) {
    if (!id) plan(lines)
    else if (keep === 'findings') {
      const { findings } = plan(lines)
      await db.write((tx) => keepProgress(tx, id, counts, findings))
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
  }
  return { ...counts, id, stopped, problems, problemCount, duplicateCount }
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
