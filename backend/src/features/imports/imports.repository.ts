import type { Tx } from '../../platform/db/database'
import type { Counts } from './imports.types'

export interface NewImport { id: string; managerId: string | null; fileName: string; fileHash: string; mapping: readonly (readonly [string, string | null])[]; startedAt: Date }

export async function insertImport(tx: Tx, { mapping, ...fields }: NewImport): Promise<void> {
  await tx.import.create({ data: { ...fields, state: 'reading', mapping: mapping.map(([title, field]) => [title, field]) }, select: { id: true } })
}

export interface StoredProblem { position: number; row: number; field: string; message: string }
/** How far it has come, in the same unit of work as the rows. */
export async function keepProgress(tx: Tx, id: string, counts: Counts, problems: readonly StoredProblem[]): Promise<void> {
  await tx.import.update({ where: { id }, data: { ...counts }, select: { id: true } })
  if (problems.length > 0) await tx.importProblem.createMany({ data: problems.map((problem) => ({ importId: id, ...problem })) })
}

export async function endImport(tx: Tx, id: string, { state, problem, finishedAt }: { state: 'done' | 'stopped' | 'failed'; problem: string | null; finishedAt: Date }): Promise<void> {
  await tx.import.update({ where: { id }, data: { state, problem, finishedAt }, select: { id: true } })
}
