import type { Db } from '../../platform/db/database'
import { open } from './waiting-sql'

/** A decision over one sender or many; `groups` and `entries` are JSON lists. */
export interface DecisionRow { setId: string; at: number; action: 'this-is' | 'new-client' | 'not-client' | 'never-register'; byId: string | null; by: string | null; undoneAt: number | null; groups: string; clientId: string | null; client: string | null; going: number; own: number }

// A sender may be known from letters that the reader may not see: it is named to who decided, where the decision made it a client's, and to who sees a contact of it.
const told = `(e.managerId = ?1 OR EXISTS (SELECT 1 FROM Counterparty k WHERE k.id = e.after ->> '$.counterparty.id')
  OR ((n.id IS NULL OR n.managerId IS NULL) AND EXISTS (SELECT 1 FROM WaitingSender w WHERE w.sender = e.nounId AND w.part = 2 AND ${open})))`

export function createRecentDecisionsRepository({ side }: Pick<Db, 'side'>) {
  return {
    /** The latest first. */
    page: (callerId: string, after: { at: number; setId: string } | null, limit: number) => side.all<DecisionRow>(`
      WITH d AS MATERIALIZED (SELECT e.setId, e.at, e.action, e.managerId, e.undoneAt, e.nounId, e.after, n.managerId IS NOT NULL AS own FROM AuditEntry e INDEXED BY "AuditEntry_noun_nounId_at_idx" LEFT JOIN NeverRegister n ON n.id = e.after ->> '$.key'
        WHERE e.noun = 'sender' AND e.action <> 'taken-back' AND e.setId IS NOT NULL AND (?2 IS NULL OR e.at < ?2 OR (e.at = ?2 AND e.setId < ?3)) AND ${told}),
      s AS (SELECT setId, MAX(at) AS at, action, managerId, MAX(undoneAt) AS undoneAt, json_group_array(nounId) AS groups, MAX(after ->> '$.counterparty.id') AS clientId, MAX(after ->> '$.counterparty.name') AS client,
        MAX(after ->> '$.going.body.decision' IS NOT NULL) AS going, MAX(own) AS own FROM d GROUP BY setId ORDER BY MAX(at) DESC, setId DESC LIMIT ?4)
      SELECT s.setId, s.at, s.action, m.id AS byId, m.name AS "by", s.undoneAt, s.groups, k.id AS clientId, COALESCE(k.name, s.client) AS client, s.going, s.own
      FROM s LEFT JOIN Manager m ON m.id = s.managerId LEFT JOIN Counterparty k ON k.id = s.clientId ORDER BY s.at DESC, s.setId DESC`, [callerId, after?.at ?? null, after?.setId ?? null, limit]),
    /** How many contacts these decisions filed, of those that the caller may know of. */
    async filed(callerId: string, setIds: readonly string[]): Promise<Map<string, number>> {
      const rows = await side.all<{ setId: string; n: number }>(`SELECT e.setId, COUNT(*) AS n FROM json_each(?2) i CROSS JOIN AuditEntry e ON e.setId = i.value CROSS JOIN Contact c ON c.id = e.nounId
        WHERE e.noun = 'contact' AND e.action = 'rematched' AND e.undoneAt IS NULL AND ${open.replaceAll('w.contactId', 'c.id').replaceAll('w.', 'c.')} GROUP BY e.setId`, [callerId, JSON.stringify(setIds)])
      return new Map(rows.map(({ setId, n }) => [setId, n]))
    },
  }
}
export type RecentDecisionsRepository = ReturnType<typeof createRecentDecisionsRepository>
