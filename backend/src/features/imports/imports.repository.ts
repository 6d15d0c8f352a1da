import { writeBulk } from '../../platform/db/bulk-writes'
import type { Tx } from '../../platform/db/database'
import type { Counts } from './imports.types'

export interface NewImport { id: string; managerId: string | null; fileName: string; fileHash: string; mapping: readonly (readonly [string, string | null])[]; startedAt: Date; state?: string; bytes?: number; fileKey?: string }
export interface ImportChange { state?: string; mapping?: readonly (readonly [string, string | null])[]; problem?: string | null; finishedAt?: Date | null; startedAt?: Date; total?: number; fileKey?: string | null; dryRun?: boolean; undoneAt?: Date; undone?: object }

const asJson = (mapping: NewImport['mapping']) => mapping.map(([title, field]) => [title, field])

export async function insertImport(tx: Tx, { mapping, state = 'reading', ...fields }: NewImport): Promise<void> {
  await tx.import.create({ data: { ...fields, state, mapping: asJson(mapping) }, select: { id: true } })
}
/** False when it is in none of these states any more. */
export async function changeImport(tx: Tx, id: string, { mapping, ...change }: ImportChange, { from }: { from?: readonly string[] } = {}): Promise<boolean> {
  const { count } = await tx.import.updateMany({ where: { id, ...(from && { state: { in: [...from] } }) }, data: { ...change, ...(mapping && { mapping: asJson(mapping) }) } })
  return count > 0
}
export const deleteImport = (tx: Tx, id: string) => tx.import.delete({ where: { id }, select: { id: true } })

/** What an earlier check of it said goes with its counts. */
export async function forgetFindings(tx: Tx, id: string): Promise<void> {
  await tx.importProblem.deleteMany({ where: { importId: id } })
  await tx.import.update({ where: { id }, data: { rows: 0, created: 0, updated: 0, skipped: 0 }, select: { id: true } })
}

export interface StoredProblem { position: number; row: number; kind: 'problem' | 'duplicate' | 'row'; field: string; message: string; nounId: string | null }
/** How far it has come, in the same unit of work as the rows. */
export async function keepProgress(tx: Tx, id: string, counts: Counts, problems: readonly StoredProblem[]): Promise<void> {
  await tx.import.update({ where: { id }, data: { ...counts }, select: { id: true } })
  if (problems.length === 0) return
  const rows = JSON.stringify(problems.map(({ position, row, kind, field, message, nounId }) => [position, row, kind, field, message, nounId]))
  await writeBulk(tx)`INSERT INTO ImportProblem (importId, position, row, kind, field, message, nounId)
    SELECT ${id}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(${rows})`
}

export async function endImport(tx: Tx, id: string, { state, problem, finishedAt }: { state: 'done' | 'stopped' | 'failed'; problem: string | null; finishedAt: Date }): Promise<void> {
  await tx.import.update({ where: { id }, data: { state, problem, finishedAt }, select: { id: true } })
}

export async function keepMapping(tx: Tx, headerKey: string, { mapping, managerId, at }: { mapping: readonly (string | null)[]; managerId: string; at: Date }): Promise<void> {
  const data = { mapping: [...mapping], managerId, updatedAt: at }
  await tx.importMapping.upsert({ where: { headerKey }, create: { headerKey, ...data }, update: data, select: { headerKey: true } })
}
