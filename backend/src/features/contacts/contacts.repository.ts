import type { Db } from '../../platform/db/database'
import { toPage } from '../../platform/http/cursor'
import { loadContacts } from './contact-rows'
import type { ContactRecord } from './contact-record'
import type { Target } from '@counterpane/shared/matching/evidence'

export interface ContactPage { contacts: ContactRecord[]; nextCursor: string | null }
interface SortedId { id: string; sortKey: string | number }
export interface Standing { last: ContactRecord | null; next: ContactRecord | null; history: ContactPage }

export function createContactsRepository({ sql }: Pick<Db, 'sql'>) {
  const load = (ids: readonly string[]) => loadContacts(sql, ids)
  const find = (id: string) => load([id]).find((contact) => contact.undoneAt === null) ?? null
  return {
    find, load,
    /** Undone ones too. */
    findAny: (id: string) => load([id])[0] ?? null,
    findByMessageKey(messageKey: string): ContactRecord | null {
      const row = sql.first<{ id: string }>('SELECT id FROM Contact WHERE messageKey = ?', [messageKey])
      return row && find(row.id)
    },
    /**
     * What stands between us and a client, seen from `now`: the latest held and the nearest planned contact, and the history, newest first, planned ones
     * and those that also involve the client included. All of it is loaded at once.
     */
    standing(target: Target, limit: number, now: Date): Standing {
      const [id, isCounterparty] = [target.counterpartyId ?? target.personId, target.counterpartyId !== null]
      const branch = [id, Number.MAX_SAFE_INTEGER, '\uffff', limit + 1]
      const rows = sql.all<SortedId>(isCounterparty ? historyOfCounterparty : historyOfPerson, isCounterparty ? [...branch, ...branch, limit + 1] : branch)
      const nearest = sql.first<{ last: string | null; next: string | null }>(isCounterparty ? nearestOfCounterparty : nearestOfPerson, [id, now.getTime()])
      const page = toPage(rows, limit, (row) => [row.sortKey, row.id])
      const ids = page.rows.map((row) => row.id)
      const found = new Map(load([...new Set([...ids, nearest?.last, nearest?.next])].filter((one): one is string => typeof one === 'string')).map((contact) => [contact.id, contact]))
      const pick = (one: string | null | undefined) => (one ? found.get(one) ?? null : null)
      return { last: pick(nearest?.last), next: pick(nearest?.next), history: { contacts: ids.flatMap((one) => found.get(one) ?? []), nextCursor: page.nextCursor } }
    },
  }
}
export type ContactsRepository = ReturnType<typeof createContactsRepository>

const nearest = (from: string, whose: string) => {
  const one = (status: string, compare: string, order: string) =>
    `(SELECT c.id FROM ${from} WHERE ${whose} = ?1 AND c.startsAt ${compare} ?2 AND c.status = '${status}' AND c.undoneAt IS NULL ORDER BY c.startsAt ${order} LIMIT 1)`
  return `SELECT ${one('held', '<=', 'DESC')} AS last, ${one('planned', '>', 'ASC')} AS next`
}
const nearestOfCounterparty = nearest('Contact c', 'c.counterpartyId')
// CROSS JOIN keeps the order of the tables: left to itself the planner walks every held contact of the base and asks each for the person.
export const nearestOfPerson = nearest('ContactParticipant z CROSS JOIN Contact c ON c.id = z.contactId', 'z.personId')
const ofPerson = 'JOIN ContactParticipant z ON z.contactId = c.id'
const keyset = 'c.undoneAt IS NULL AND (c.startsAt, c.id) < (?, ?) ORDER BY c.startsAt DESC, c.id DESC LIMIT ?'
const historyOfPerson = `SELECT c.id, c.startsAt AS sortKey FROM Contact c ${ofPerson} WHERE z.personId = ? AND ${keyset}`
// Two bounded branches rather than one OR: each walks its index and stops, however long the client's history is.
const historyOfCounterparty = `
  SELECT id, sortKey FROM (SELECT c.id, c.startsAt AS sortKey FROM Contact c WHERE c.counterpartyId = ? AND ${keyset})
  UNION SELECT id, sortKey FROM (SELECT c.id, c.startsAt AS sortKey FROM ContactCounterparty z JOIN Contact c ON c.id = z.contactId WHERE z.counterpartyId = ? AND ${keyset})
  ORDER BY sortKey DESC, id DESC LIMIT ?`
