import type { ImportDetails, ImportRowProblem, ImportSummary } from '@counterpane/shared/contract/imports'
import type { ImportRecord, ProblemRow } from './import-records.repository'
import { isImportField, type ImportField, type Mapping } from './import-fields'

/** What a look into the file tells: only while it is there. */
export interface Preview { kind: 'csv' | 'xlsx' | 'vcard'; encoding: string | null; sample: string[][]; guessed: Mapping; kept: boolean }

const at = (time: number | null) => (time === null ? null : new Date(time).toISOString())
const manager = ({ managerId, managerName }: ImportRecord) => (managerId === null ? null : { id: managerId, name: managerName ?? '' })
const fieldOf = (text: string | null): ImportField | null => (isImportField(text) ? text : null)
export const mappingOf = (record: ImportRecord): Mapping => record.mapping.map(([, field]) => fieldOf(field))

export function presentSummary(record: ImportRecord): ImportSummary {
  const { id, fileName, state, rows, created, updated, skipped, total, bytes, problemCount, duplicateCount } = record
  return {
    id, fileName, state, manager: manager(record), startedAt: new Date(record.startedAt).toISOString(), finishedAt: at(record.finishedAt), undoneAt: at(record.undoneAt), bytes, total,
    counts: { rows, created, updated, skipped }, problemCount, duplicateCount,
  }
}

export function presentImport(record: ImportRecord, { preview, before }: { preview: Preview | null; before: readonly ImportRecord[] }): ImportDetails {
  const columns = record.mapping.map(([title]) => title)
  return {
    ...presentSummary(record), columns, mapping: [...mappingOf(record)], guessed: [...preview?.guessed ?? columns.map(() => null)], kept: preview?.kept ?? false, sample: preview?.sample ?? [],
    kind: preview?.kind ?? null, encoding: preview?.encoding ?? null, before: before.map((one) => ({ id: one.id, at: new Date(one.startedAt).toISOString(), manager: manager(one), state: one.state })),
    problem: record.problem, hasFile: record.fileKey !== null, undone: record.undone,
  }
}

export const presentProblem = ({ nounId, kind, ...row }: ProblemRow): ImportRowProblem => ({ ...row, kind: kind === 'duplicate' ? kind : 'problem', nounId, noun: kind === 'duplicate' && (row.field === 'counterparty' || row.field === 'person') ? row.field : null })
