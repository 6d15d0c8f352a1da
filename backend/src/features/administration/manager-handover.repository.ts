import type { Db, Tx } from '../../platform/db/database'

interface Giving { toId: string; at: Date }

/** What hangs on one manager and is not done. */
export function createHandoverFinder({ side }: Pick<Db, 'side'>) {
  const ids = async (sql: string, managerId: string) => (await side.all<{ id: string }>(sql, [managerId])).map((row) => row.id)
  return {
    clients: (managerId: string) => ids('SELECT id FROM Counterparty WHERE managerId = ? ORDER BY id', managerId),
    plans: (managerId: string) => ids("SELECT id FROM Contact WHERE managerId = ? AND status = 'planned' AND undoneAt IS NULL ORDER BY id", managerId),
    tasks: (managerId: string) => ids('SELECT id FROM Task WHERE managerId = ? AND doneAt IS NULL ORDER BY id', managerId),
  }
}
export type HandoverFinder = ReturnType<typeof createHandoverFinder>

/** Of these, those that are still the manager's; gives their ids. */
export async function giveClients(tx: Tx, ids: readonly string[], { fromId, toId, at }: Giving & { fromId: string }): Promise<string[]> {
  const given = await tx.$queryRaw<{ id: string }[]>`UPDATE Counterparty SET managerId = ${toId}, updatedAt = ${at.getTime()}, version = version + 1 WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND managerId = ${fromId} RETURNING id`
  return given.map((row) => row.id)
}
export async function giveTasks(tx: Tx, ids: readonly string[], { fromId, toId, at }: Giving & { fromId: string }): Promise<string[]> {
  const given = await tx.$queryRaw<{ id: string }[]>`UPDATE Task SET managerId = ${toId}, updatedAt = ${at.getTime()}, version = version + 1 WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND managerId = ${fromId} AND doneAt IS NULL RETURNING id`
  return given.map((row) => row.id)
}
