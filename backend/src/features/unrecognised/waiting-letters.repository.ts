import type { Db } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'

/** Held contacts without a client that came to the same addresses; `addresses` is JSON, whom it is about first. */
export interface LetterRow { addresses: string; contacts: number; oldest: number; newest: number }
export interface Waiting { id: string; startsAt: number; registeredById: string | null; addresses: string }
export interface Scope { callerId: string; mine: boolean }

/** A mass mailing is known by its first addresses. */
const mostAddresses = 20
const withoutClient = `c.counterpartyId IS NULL AND c.status = 'held' AND c.undoneAt IS NULL`
const takesPart = '(c.registeredById IS ?1 OR c.managerId IS ?1 OR EXISTS (SELECT 1 FROM ContactManager z WHERE z.contactId = c.id AND z.managerId = ?1))'
/** Whom a private contact was with is known to those who take part in it alone: the same as platform/words-seen. */
const scoped = `(c.private = 0 OR ${takesPart}) AND (?2 = 0 OR ${takesPart})`
const addresses = `(SELECT json_group_array(addressKey) FROM (SELECT a.addressKey FROM ContactAddress a WHERE a.contactId = c.id ORDER BY a.rowid LIMIT ${mostAddresses}))`
// The journal's index holds all that is asked of a contact: nearly a million entries in order are read sooner than a hundred thousand rows here and there.
const facts = `SELECT c.id, c.startsAt, c.registeredById, ${addresses} AS addresses FROM Contact c INDEXED BY Contact_journal_idx WHERE ${withoutClient} AND ${scoped}`

export function createWaitingLetters({ sql, side }: Pick<Db, 'sql' | 'side'>) {
  const of = ({ callerId, mine }: Scope) => [callerId, mine ? 1 : 0]
  return {
    /** Another number after every change that anybody has made. */
    edition: () => sql.first<{ data_version: number }>('PRAGMA data_version')?.data_version ?? uuidv7(),
    byAddresses: (scope: Scope) =>
      side.all<LetterRow>(`SELECT addresses, COUNT(*) AS contacts, MIN(startsAt) AS oldest, MAX(startsAt) AS newest FROM (${facts}) GROUP BY addresses`, of(scope)),
    async withheld(scope: Scope): Promise<number> {
      const rows = await side.all<{ n: number }>(`SELECT COUNT(*) AS n FROM Contact c INDEXED BY Contact_journal_idx WHERE ${withoutClient} AND c.private = 1 AND NOT ${takesPart} AND ?2 = 0`, of(scope))
      return rows[0]?.n ?? 0
    },
    /** Those that came to any of these addresses, the newest first. */
    at: (addressKeys: readonly string[], scope: Scope, limit: number) => side.all<Waiting>(`
      SELECT c.id, c.startsAt, c.registeredById, ${addresses} AS addresses FROM (SELECT DISTINCT contactId FROM ContactAddress WHERE addressKey IN (SELECT value FROM json_each(?3))) w
      CROSS JOIN Contact c ON c.id = w.contactId WHERE ${withoutClient} AND ${scoped} ORDER BY c.startsAt DESC, c.id DESC LIMIT ?4`, [...of(scope), JSON.stringify(addressKeys), limit]),
    /** Those that came without any, the newest first. */
    withoutAddress: (scope: Scope, after: { startsAt: number; id: string } | null, limit: number) => side.all<{ id: string; startsAt: number }>(`
      SELECT c.id, c.startsAt FROM Contact c INDEXED BY Contact_counterpartyId_status_startsAt_idx WHERE ${withoutClient} AND ${scoped} AND (c.startsAt, c.id) < (?3, ?4)
        AND NOT EXISTS (SELECT 1 FROM ContactAddress a WHERE a.contactId = c.id) ORDER BY c.startsAt DESC, c.id DESC LIMIT ?5`,
    [...of(scope), after?.startsAt ?? Number.MAX_SAFE_INTEGER, after?.id ?? '', limit]),
    /** Every address of the domain under which something without a client lies, private ones too: what is repaired is repaired whole. */
    async addressesAt(domainKey: string): Promise<string[]> {
      const rows = await side.all<{ addressKey: string }>(`
        SELECT DISTINCT a.addressKey FROM ContactAddress a WHERE (substr(a.addressKey, -length(?1) - 1) = '@' || ?1 OR substr(a.addressKey, -length(?1) - 1) = '.' || ?1)
          AND EXISTS (SELECT 1 FROM Contact c WHERE c.id = a.contactId AND c.counterpartyId IS NULL AND c.undoneAt IS NULL)`, [domainKey])
      return rows.map((row) => row.addressKey)
    },
    namesOf: (managerIds: readonly string[]) => new Map(sql.all<{ id: string; name: string }>('SELECT id, name FROM Manager WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(managerIds)]).map((row) => [row.id, row])),
  }
}
export type WaitingLetters = ReturnType<typeof createWaitingLetters>
