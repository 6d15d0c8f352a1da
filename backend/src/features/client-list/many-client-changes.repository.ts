import type { Tx } from '../../platform/db/database'

export interface ClientChange { managerId?: string | null; class?: string | null; status?: string | null }
/** A client as far as changes of many need it. */
export interface SlimClient { id: string; version: number; managerId: string | null; class: string | null; status: string | null }

/** Those of the clients that are there, as the unit of work sees them. */
export async function readSlimClients(tx: Tx, ids: readonly string[]): Promise<Map<string, SlimClient>> {
  const rows = await tx.counterparty.findMany({ where: { id: { in: [...ids] } }, select: { id: true, version: true, managerId: true, class: true, status: true } })
  return new Map(rows.map((row) => [row.id, row]))
}
export async function changeSlimClients(tx: Tx, ids: readonly string[], { change, at }: { change: ClientChange; at: Date }): Promise<void> {
  if (ids.length > 0) await tx.counterparty.updateMany({ where: { id: { in: [...ids] } }, data: { ...change, updatedAt: at, version: { increment: 1 } } })
}
