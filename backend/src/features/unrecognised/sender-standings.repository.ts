import type { SqlReader } from '../../platform/db/sql'
import { senderId } from './sender-keys'
import type { Sender } from './unrecognised.types'

/** What was decided about a sender. `key` names it; `setId` is the decision that made it, null when it came otherwise. */
export interface SenderStanding extends Sender { key: string; decision: 'not-client' | 'never-register'; own: boolean; setId: string | null; byId: string | null; by: string | null; at: number | null }

/** What stands about these senders: set aside by anybody, or on a never-register list that holds for this caller. */
export function readStandings(sql: SqlReader, callerId: string, ids: readonly string[]): Map<string, SenderStanding> {
  const rows = sql.all<Omit<SenderStanding, 'own'> & { own: number }>(`
    WITH i AS (SELECT substr(value, 1, instr(value, ':') - 1) AS kind, substr(value, instr(value, ':') + 1) AS valueKey FROM json_each(?2)), s AS (
      SELECT n.id AS key, n.kind, n.valueKey AS value, 'never-register' AS decision, n.managerId IS NOT NULL AS own FROM i CROSS JOIN NeverRegister n ON n.kind = i.kind AND n.valueKey = i.valueKey WHERE n.managerId IS NULL OR n.managerId = ?1
      UNION ALL SELECT d.id, d.kind, d.valueKey, d.decision, 0 FROM i CROSS JOIN SenderDecision d ON d.kind = i.kind AND d.valueKey = i.valueKey)
    SELECT s.*, e.setId, m.id AS byId, m.name AS "by", e.at FROM s LEFT JOIN AuditEntry e ON e.noun = 'sender' AND e.nounId = s.kind || ':' || s.value AND e.undoneAt IS NULL AND e.after ->> 'key' = s.key
      LEFT JOIN Manager m ON m.id = e.managerId ORDER BY s.decision DESC`, [callerId, JSON.stringify(ids)])
  return new Map(rows.map(({ own, ...row }) => [senderId(row), { ...row, own: own === 1 }]))
}
