import type { Db } from '../../platform/db/database'
import type { SqlParameter } from '../../platform/db/sql'
import { currentSight } from '../../platform/visibility/sight'
import { asked, asking, countedGroups, open, parametersOf, parts, seen, waiting, type Scope } from './waiting-sql'
import type { Sender } from './unrecognised.types'
import { senderId, senderKeysOf } from './sender-keys'

export interface Sums { waiting: number; groups: number; aside: number; withoutAddress: number; withheld: number }
export interface GroupRow { id: string; contacts: number; newest: number }
export interface AskedGroups { decided: boolean; sort: 'contacts' | 'newest'; after: [number, string] | null; words: readonly string[] }
interface Found extends Sums, Partial<GroupRow> {}
export interface AddressRow { sender: string; addressKey: string; count: number }
export interface Place { startsAt: number; id: string }

const shownAddresses = 20
const [latest, lookedAt] = [10, 200]
const sums = `COALESCE(SUM(contacts) FILTER (WHERE sender <> '' AND NOT decided), 0) AS waiting, COALESCE(SUM(one) FILTER (WHERE sender <> '' AND NOT decided), 0) AS groups,
  COALESCE(SUM(contacts) FILTER (WHERE sender <> '' AND decided), 0) AS aside, COALESCE(SUM(contacts) FILTER (WHERE sender = ''), 0) AS withoutAddress`
/** The same from the contacts themselves, for whom only some of them are. */
const perContact = (own: boolean) => `g AS MATERIALIZED (SELECT sender, MAX(decided) AS decided, SUM(visible) AS contacts, COUNT(*) - SUM(visible) AS hidden, MAX(iif(visible, startsAt, NULL)) AS newest
  FROM (SELECT w.sender, w.decided, w.startsAt, ${open} AS visible FROM (${waiting(own, asked)}) w) GROUP BY sender)`

export function createWaitingLetters({ sql, side }: Pick<Db, 'sql' | 'side'>) {
  /** Whether the caller keeps a list of their own, which makes their queue another than everybody's. */
  const withOwn = ({ callerId }: Scope) => sql.first('SELECT 1 AS found FROM NeverRegister WHERE managerId = ? LIMIT 1', [callerId]) !== null
  return {
    /** A page of senders, and the sums of all of them, whichever page it is. */
    async groups(scope: Scope, { decided, sort, after, words }: AskedGroups, limit: number): Promise<{ sums: Sums; rows: GroupRow[] }> {
      const own = withOwn(scope)
      const key = sort === 'contacts' ? 'contacts' : 'newest'
      const parameters: SqlParameter[] = [...parametersOf(scope), decided ? 1 : 0, after?.[0] ?? null, after?.[1] ?? null, limit, ...words]
      const holding = words.length === 0 ? '' : `AND sender IN (SELECT sender FROM (${parts(own, seen)}) GROUP BY sender HAVING ${words.map((_word, i) => `MAX(instr(text, ?${7 + i})) > 0`).join(' AND ')})`
      const place = after === null ? '?4 IS ?5' : `(${key} < ?4 OR (${key} = ?4 AND sender > ?5))`
      const page = (from: string) => `SELECT sender AS id, contacts, newest FROM ${from} WHERE sender <> '' AND contacts > 0 AND decided = ?3 AND ${place} ${holding}`
      // What is counted for everybody is of use to those who see everything, and ask for everything.
      const counted = !scope.mine && currentSight() === null
      const untold = 'WaitingGroup p WHERE p.sender NOT IN (SELECT sender FROM concerned)'
      const tables = counted ? countedGroups(own) : [perContact(own)]
      const all = counted
        ? `(SELECT sender, decided, contacts, 1 AS one FROM WaitingGroup UNION ALL SELECT p.sender, p.decided, -p.contacts, -1 FROM concerned c JOIN WaitingGroup p ON p.sender = c.sender UNION ALL SELECT sender, decided, contacts, contacts > 0 FROM other)`
        : '(SELECT sender, decided, contacts, contacts > 0 AS one FROM g)'
      const rows = counted
        ? `SELECT * FROM (${page(`(SELECT sender, decided, contacts, newest FROM ${untold})`)} ORDER BY ${key} DESC, sender LIMIT ?6) UNION ALL SELECT * FROM (${page('other')} ORDER BY ${key} DESC, sender LIMIT ?6)`
        : page('g')
      const hidden = counted ? `(SELECT COUNT(*) FROM WaitingSender w INDEXED BY WaitingSender_withheld WHERE w.part = 2 AND w.private = 1 AND NOT ${open})` : '(SELECT COALESCE(SUM(hidden), 0) FROM g)'
      const found = await side.all<Found>(asking(own, tables, `SELECT s.*, p.* FROM (SELECT ${sums}, ${hidden} AS withheld FROM ${all}) s LEFT JOIN (SELECT * FROM (${rows}) ORDER BY ${key} DESC, id LIMIT ?6) p ON TRUE`), parameters)
      const [{ waiting: waits = 0, groups = 0, aside = 0, withoutAddress = 0, withheld = 0 } = {}] = found
      return { sums: { waiting: waits, groups, aside, withoutAddress, withheld }, rows: found.flatMap(({ id, contacts = 0, newest = 0 }) => (id ? [{ id, contacts, newest }] : [])) }
    },
    /** When the first of a sender's contacts was. */
    async oldest(scope: Scope, id: string): Promise<number> {
      const own = withOwn(scope)
      const [row] = await side.all<{ startsAt: number }>(asking(own, [], `SELECT startsAt FROM (${waiting(own, `w.sender = ?3 AND ${seen}`)}) ORDER BY startsAt LIMIT 1`), [...parametersOf(scope), id])
      return row?.startsAt ?? 0
    },
    /** The addresses that come most often of each of these senders, and how many each has. */
    addressesOf(scope: Scope, ids: readonly string[]): Promise<AddressRow[]> {
      const own = withOwn(scope)
      const mine = parts(own, `w.sender IN (SELECT value FROM json_each(?3)) AND ${seen}`)
      return side.all<AddressRow>(asking(own, [], `SELECT sender, addressKey, count FROM (SELECT sender, addressKey, COUNT(*) OVER (PARTITION BY sender) AS count, ROW_NUMBER() OVER (PARTITION BY sender ORDER BY letters DESC, addressKey) AS nth
        FROM (SELECT sender, addressKey, COUNT(*) AS letters FROM (${mine}) GROUP BY sender, addressKey)) WHERE nth <= ${shownAddresses} ORDER BY sender, nth`), [...parametersOf(scope), JSON.stringify(ids)])
    },
    /** All addresses under which the caller sees something of the sender. */
    async seenAddresses(scope: Scope, sender: Sender): Promise<string[]> {
      const own = withOwn(scope)
      const rows = await side.all<{ addressKey: string }>(asking(own, [], `SELECT DISTINCT addressKey FROM (${parts(own, `w.sender = ?3 AND ${seen}`)})`), [...parametersOf(scope), senderId(sender)])
      return rows.map((row) => row.addressKey)
    },
    /** A sender's contacts, the newest first; of '' those that came without any address. */
    newest(scope: Scope, id: string, { after, limit }: { after: Place | null; limit: number }): Promise<Place[]> {
      const own = withOwn(scope)
      const rows = waiting(own, `w.sender = ?3 AND ${seen} AND (?4 IS NULL OR w.startsAt < ?4 OR (w.startsAt = ?4 AND w.contactId < ?5))`)
      return side.all<Place>(asking(own, [], `SELECT contactId AS id, startsAt FROM (${rows}) ORDER BY startsAt DESC, contactId DESC LIMIT ?6`), [...parametersOf(scope), id, after?.startsAt ?? null, after?.id ?? null, limit])
    },
    /** What the latest of a sender's contacts are about, as far as the caller may read it: the rule of platform/words-seen. */
    async subjects(scope: Scope, id: string): Promise<string[]> {
      const own = withOwn(scope)
      const rows = `SELECT contactId, startsAt FROM (${waiting(own, `w.sender = ?3 AND ${seen}`)}) ORDER BY startsAt DESC, contactId DESC LIMIT ${latest}`
      const found = await side.all<{ subject: string }>(asking(own, [], `SELECT DISTINCT c.subject FROM (${rows}) n CROSS JOIN Contact c ON c.id = n.contactId
        WHERE (c.private = 0 AND c.visibility <> 'fact') OR c.registeredById IS ?1 OR c.managerId IS ?1 OR EXISTS (SELECT 1 FROM ContactManager z WHERE z.contactId = c.id AND z.managerId = ?1) ORDER BY n.startsAt DESC`), [...parametersOf(scope), id])
      return found.map((row) => row.subject)
    },
    /** Who registered the latest of a sender's contacts. */
    registrars(scope: Scope, id: string): Promise<{ id: string; name: string }[]> {
      const own = withOwn(scope)
      const rows = `SELECT registeredById FROM (${waiting(own, `w.sender = ?3 AND ${seen}`)}) ORDER BY startsAt DESC, contactId DESC LIMIT ${lookedAt}`
      return side.all(asking(own, [], `SELECT m.id, m.name FROM Manager m WHERE m.id IN (SELECT registeredById FROM (${rows})) ORDER BY m.name, m.id`), [...parametersOf(scope), id])
    },
    /** Every address of the domain under which something without a client lies, private ones too: what is repaired is repaired whole. */
    async addressesAt(domainKey: string): Promise<string[]> {
      const rows = await side.all<{ addressKey: string }>('SELECT DISTINCT addressKey FROM WaitingSender WHERE domainKey = ?1 OR hostKey = ?1', [domainKey])
      return rows.map((row) => row.addressKey).filter((addressKey) => senderKeysOf(addressKey).byDomain)
    },
  }
}
export type WaitingLetters = ReturnType<typeof createWaitingLetters>
