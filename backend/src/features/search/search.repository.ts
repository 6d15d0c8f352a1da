import { nameKey, searchWords } from '@counterpane/shared/text/fold'
import type { Db } from '../../platform/db/database'
import { likePattern, type SqlParameter } from '../../platform/db/sql'

interface Ref { id: string; name: string }
export interface FoundClient { kind: 'person' | 'counterparty'; id: string; name: string; note: string | null; addresses: string[]; counterparty: Ref | null }
export interface FoundContact { id: string; subject: string; startsAt: number; counterparty: Ref | null }

/** How many of the latest contacts are looked through for a subject; older ones are found by the journal's own search. */
export const latestContacts = 2_000

export function createSearchRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** Those whose name begins with the words, by the index; then those who hold all the words anywhere, by one bounded reading of the table. In no special order, at most `limit` of either way and kind. */
    clients(query: string, limit: number): FoundClient[] {
      const words = unique(searchWords(query))
      const prefix = nameKey(query)
      const digits = phoneDigitsOf(query)
      return (['Counterparty', 'ContactPerson'] as const).flatMap((table) => {
        const select = selects[table]
        const begins = prefix === '' ? [] : sql.all<ClientRow>(`${select} WHERE k.nameKey >= ? AND k.nameKey < ? ORDER BY k.nameKey LIMIT ?`, [prefix, `${prefix}\u{10ffff}`, limit])
        const holds = words.map(() => like).join(' AND ')
        const where = digits === null ? holds : `((${holds}) OR ${like})`
        const parameters: SqlParameter[] = [...words, ...(digits === null ? [] : [digits])].map(likePattern)
        const anywhere = sql.all<ClientRow>(`${select} WHERE ${where} LIMIT ?`, [...parameters, limit])
        return [...new Map([...begins, ...anywhere].map((row) => [row.id, row])).values()].map((row) => toClient(table, row))
      })
    },
    /** The latest contacts whose subject holds all the words. Private ones only for those who may read them, or the search would betray their words. */
    contacts(query: string, { limit, callerId }: { limit: number; callerId: string }): FoundContact[] {
      const words = unique(searchWords(query))
      const rows = sql.all<{ id: string; subject: string; startsAt: number; counterpartyId: string | null; counterparty: string }>(`
        SELECT c.id, c.subject, c.startsAt, c.counterpartyId, k.name AS counterparty
        FROM (SELECT id, subject, startsAt, counterpartyId, private, visibility, registeredById, managerId FROM Contact WHERE undoneAt IS NULL ORDER BY startsAt DESC, id DESC LIMIT ${latestContacts}) c
        JOIN ContactText x ON x.contactId = c.id LEFT JOIN Counterparty k ON k.id = c.counterpartyId
        WHERE ${words.map(() => "x.text LIKE ? ESCAPE '\\'").join(' AND ')}
          AND ((c.private = 0 AND c.visibility <> 'fact') OR c.registeredById = ? OR c.managerId = ? OR c.id IN (SELECT contactId FROM ContactManager WHERE managerId = ?))
        ORDER BY c.startsAt DESC, c.id DESC`, [...words.map(likePattern), callerId, callerId, callerId])
      const inSubject = rows.filter((row) => { const subject = searchWords(row.subject).join(' '); return words.every((word) => subject.includes(word)) })
      return inSubject.slice(0, limit).map((row) => ({ id: row.id, subject: row.subject, startsAt: row.startsAt, counterparty: refOf(row.counterpartyId, row.counterparty) }))
    },
  }
}
export type SearchRepository = ReturnType<typeof createSearchRepository>

const like = "k.searchText LIKE ? ESCAPE '\\'"
const unique = (words: readonly string[]) => [...new Set(words)]
const addressesOf = (table: string, owner: string) => `(SELECT json_group_array(a.address) FROM (SELECT address FROM ${table} WHERE ${owner} = k.id ORDER BY position LIMIT 20) a)`
const selects = {
  Counterparty: `SELECT k.id, k.name, k.region AS note, NULL AS counterpartyId, NULL AS counterparty, ${addressesOf('CounterpartyAddress', 'counterpartyId')} AS addresses FROM Counterparty k`,
  ContactPerson: `SELECT k.id, k.name, k.position AS note, k.counterpartyId, f.name AS counterparty, ${addressesOf('PersonAddress', 'personId')} AS addresses FROM ContactPerson k LEFT JOIN Counterparty f ON f.id = k.counterpartyId`,
} as const

interface ClientRow { id: string; name: string; note: string | null; counterpartyId: string | null; counterparty: string | null; addresses: string }

const refOf = (id: string | null, name: string | null): Ref | null => (id === null ? null : { id, name: name ?? '' })
const toClient = (table: 'Counterparty' | 'ContactPerson', { counterpartyId, counterparty, addresses, ...row }: ClientRow): FoundClient => ({
  ...row, kind: table === 'Counterparty' ? 'counterparty' : 'person', addresses: JSON.parse(addresses) as string[], counterparty: refOf(counterpartyId, counterparty),
})

/** A phone typed in any punctuation: its last ten digits, so that +7 and 8 before them make no difference; null when the words are no phone. */
function phoneDigitsOf(query: string): string | null {
  const digits = query.replace(/\D/g, '')
  return digits.length >= 7 && /^[\d\s()+.\-\u2010-\u2015]+$/.test(query) ? digits.slice(-10) : null
}
