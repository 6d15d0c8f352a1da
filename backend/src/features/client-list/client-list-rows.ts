import type { ClientRow } from '@counterpane/shared/contract/client-list'
import type { Method } from '@counterpane/shared/domain/codes'
import type { SqlParameter } from '../../platform/db/sql'
import { etagOf } from '../../platform/http/etag'

// The index is named: left to itself the planner walks every planned contact of the base.
const planned = `SELECT c.id FROM Contact c INDEXED BY "Contact_counterpartyId_status_startsAt_idx" WHERE c.counterpartyId = k.id AND c.status = 'planned' AND c.undoneAt IS NULL`

/** What a row of the list tells of a client: a few looks by index for each. `?1` ids, `?2` now. */
const select = `SELECT k.id, k.version, k.name, k.class, k.vip, k.kind, k.status, k.turnover, k.industry, k.region, k.createdAt, k.managerId, m.name AS managerName, k.adSourceId, s.name AS adSourceName,
  COALESCE((SELECT domain FROM CounterpartyDomain WHERE counterpartyId = k.id ORDER BY position LIMIT 1), (SELECT address FROM CounterpartyAddress WHERE counterpartyId = k.id ORDER BY position LIMIT 1)) AS reach,
  (SELECT COUNT(*) FROM ContactPerson p WHERE p.counterpartyId = k.id) AS people, a.lastHeldAt, n.startsAt AS nextAt, n.method AS nextMethod, n.endsAt < ?2 AS nextOverdue,
  (SELECT COUNT(*) FROM Task t WHERE t.counterpartyId = k.id AND t.doneAt IS NULL AND t.kind = 'task') AS openTasks
FROM json_each(?1) ids CROSS JOIN Counterparty k ON k.id = ids.value LEFT JOIN Manager m ON m.id = k.managerId LEFT JOIN AdSource s ON s.id = k.adSourceId LEFT JOIN ClientActivity a ON a.counterpartyId = k.id
LEFT JOIN Contact n ON n.id = COALESCE((${planned} AND c.endsAt >= ?2 ORDER BY c.startsAt LIMIT 1), (${planned} ORDER BY c.startsAt DESC LIMIT 1))`

export interface ListedClient {
  id: string; version: number; name: string; class: string | null; vip: number; kind: string; status: string | null; turnover: string | null; industry: string | null; region: string | null; createdAt: number
  managerId: string | null; managerName: string | null; adSourceId: string | null; adSourceName: string | null; reach: string | null; people: number; lastHeldAt: number | null
  nextAt: number | null; nextMethod: Method | null; nextOverdue: number | null; openTasks: number
}

export const rowsQuery = (ids: readonly string[], now: Date): [string, SqlParameter[]] => [select, [JSON.stringify(ids), now.getTime()]]

/** In the order of the ids; ids that are not there any more are left out. */
export function inOrder<T extends { id: string }>(ids: readonly string[], rows: readonly T[]): T[] {
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

const iso = (ms: number) => new Date(ms).toISOString()
const reference = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
export function presentClientRow({ version, managerId, managerName, adSourceId, adSourceName, nextAt, nextMethod, nextOverdue, ...row }: ListedClient): ClientRow {
  return {
    ...row, etag: etagOf(version), vip: row.vip === 1, manager: reference(managerId, managerName), adSource: reference(adSourceId, adSourceName), createdAt: iso(row.createdAt),
    lastHeldAt: row.lastHeldAt === null ? null : iso(row.lastHeldAt), next: nextAt === null || nextMethod === null ? null : { at: iso(nextAt), method: nextMethod, overdue: nextOverdue === 1 },
  }
}
