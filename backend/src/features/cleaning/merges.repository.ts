import type { TwinNoun } from '@counterpane/shared/contract/cleaning'
import type { Prisma } from '../../../prisma/generated/client'
import type { Db, Tx } from '../../platform/db/database'
import type { FieldChanges, Whole } from './merge-fields'

export interface MergeRow { id: string; noun: TwinNoun; survivorId: string; mergedId: string; mergedName: string; managerId: string; managerName: string | null; at: number; undoneAt: number | null }
const select = "SELECT g.id, g.noun, g.survivorId, g.mergedId, json_extract(g.merged, '$.name') AS mergedName, g.managerId, m.name AS managerName, g.at, g.undoneAt FROM \"Merge\" g LEFT JOIN Manager m ON m.id = g.managerId"

export function createMerges({ sql }: Pick<Db, 'sql'>) {
  return {
    find: (id: string) => sql.first<MergeRow>(`${select} WHERE g.id = ?`, [id]),
    /** The merge by which somebody went away. */
    of: (mergedId: string) => sql.first<MergeRow>(`${select} WHERE g.mergedId = ? AND g.undoneAt IS NULL ORDER BY g.at DESC, g.id DESC LIMIT 1`, [mergedId]),
  }
}
export type Merges = ReturnType<typeof createMerges>

/** The whole row, as JSON keeps it: instants as texts. */
export async function readWhole(tx: Tx, noun: TwinNoun, id: string): Promise<(Whole & { version: number; name: string }) | null> {
  const found = noun === 'counterparty' ? await tx.counterparty.findUnique({ where: { id } }) : await tx.contactPerson.findUnique({ where: { id } })
  return found && JSON.parse(JSON.stringify(found)) as Whole & { version: number; name: string }
}

export async function writeFields(tx: Tx, { noun, id, fields, at }: { noun: TwinNoun; id: string; fields: Whole; at: Date }): Promise<void> {
  const data = { ...fields, version: { increment: 1 }, updatedAt: at }
  if (noun === 'counterparty') await tx.counterparty.update({ where: { id }, data: data as Prisma.CounterpartyUncheckedUpdateInput, select: { id: true } })
  else await tx.contactPerson.update({ where: { id }, data: data as Prisma.ContactPersonUncheckedUpdateInput, select: { id: true } })
}

export async function removeWhole(tx: Tx, noun: TwinNoun, id: string): Promise<void> {
  if (noun === 'counterparty') await tx.counterparty.delete({ where: { id }, select: { id: true } })
  else await tx.contactPerson.delete({ where: { id }, select: { id: true } })
}

/** The same row as it was; a version further, so that nobody's older copy passes for it. What it referred to and is gone meanwhile it does without. */
export async function restoreWhole(tx: Tx, { noun, whole, at }: { noun: TwinNoun; whole: Whole; at: Date }): Promise<void> {
  const row = { ...whole, createdAt: new Date(String(whole.createdAt)), updatedAt: at, version: Number(whole.version) + 1 }
  const standing = async (find: (id: string) => Promise<unknown>, id: unknown) => (typeof id === 'string' && await find(id) !== null ? id : null)
  if (noun === 'counterparty') {
    const managerId = await standing((id) => tx.manager.findUnique({ where: { id }, select: { id: true } }), whole.managerId)
    const adSourceId = await standing((id) => tx.adSource.findUnique({ where: { id }, select: { id: true } }), whole.adSourceId)
    await tx.counterparty.create({ data: { ...row, managerId, adSourceId } as unknown as Prisma.CounterpartyUncheckedCreateInput, select: { id: true } })
  } else {
    const counterpartyId = await standing((id) => tx.counterparty.findUnique({ where: { id }, select: { id: true } }), whole.counterpartyId)
    await tx.contactPerson.create({ data: { ...row, counterpartyId } as unknown as Prisma.ContactPersonUncheckedCreateInput, select: { id: true } })
  }
}

/** Pairs with somebody who goes away are none; those that were are kept for the way back. */
export async function takePairs(tx: Tx, noun: TwinNoun, id: string): Promise<Whole[]> {
  const where = { noun, OR: [{ firstId: id }, { secondId: id }] }
  const rows = await tx.duplicatePair.findMany({ where })
  await tx.duplicatePair.deleteMany({ where })
  return JSON.parse(JSON.stringify(rows)) as Whole[]
}
export async function givePairs(tx: Tx, rows: readonly Whole[]): Promise<void> {
  for (const row of rows) {
    const data = { ...row, foundAt: new Date(String(row.foundAt)), dismissedAt: row.dismissedAt === null ? null : new Date(String(row.dismissedAt)) } as unknown as Prisma.DuplicatePairUncheckedCreateInput
    const { noun, firstId, secondId } = data
    await tx.duplicatePair.upsert({ where: { noun_firstId_secondId: { noun, firstId, secondId } }, create: data, update: {} })
  }
}

export interface KeptMerge { survivor: { before: Whole; changes: FieldChanges }; merged: Whole; moved: Record<string, unknown>; pairs: Whole[] }

export async function insertMerge(tx: Tx, { survivor, merged, moved, pairs, ...row }: KeptMerge & { id: string; noun: TwinNoun; survivorId: string; mergedId: string; managerId: string; at: Date }): Promise<void> {
  await tx.merge.create({ data: { ...row, survivor: survivor as unknown as Prisma.InputJsonObject, merged: merged as Prisma.InputJsonObject, moved: { ...moved, pairs } as unknown as Prisma.InputJsonObject }, select: { id: true } })
}
export async function readMerge(tx: Tx, id: string): Promise<(KeptMerge & { undoneAt: Date | null }) | null> {
  const row = await tx.merge.findUnique({ where: { id } })
  if (!row) return null
  const { pairs, ...moved } = row.moved as unknown as Record<string, unknown> & { pairs: Whole[] }
  return { survivor: row.survivor as unknown as KeptMerge['survivor'], merged: row.merged as Whole, moved, pairs, undoneAt: row.undoneAt }
}
export async function markMergeUndone(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.merge.update({ where: { id }, data: { undoneAt: at }, select: { id: true } })
}
