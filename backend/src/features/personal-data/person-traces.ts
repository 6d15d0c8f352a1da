import { foldText, nameKey } from '@counterpane/shared/text/fold'
import type { Db } from '../../platform/db/database'
import type { SqlParameter } from '../../platform/db/sql'
import { personalTables, type FoundBy } from './personal-columns'

export interface PersonTraces { personId: string | null; name: string; addressKeys: readonly string[]; contactIds: readonly string[]; attachmentIds: readonly string[]; spellings: readonly string[] }
type Rows = Record<string, string | number | null>[]

/** Everything by which one person is found. A single word is nobody's name alone: it is not looked for in what others wrote. */
export async function readTraces({ side }: Pick<Db, 'side'>, personId: string): Promise<PersonTraces | null> {
  const [person] = await side.all<{ name: string }>('SELECT name FROM ContactPerson WHERE id = ?', [personId])
  if (!person) return null
  const addresses = await side.all<{ address: string; addressKey: string }>('SELECT address, addressKey FROM PersonAddress WHERE personId = ? ORDER BY position', [personId])
  const addressKeys = addresses.map((row) => row.addressKey)
  return { personId, name: person.name, addressKeys, ...(await contactsOf(side, personId, addressKeys)), spellings: spellingsOf(person.name, addresses) }
}
/** Of an address that no person has. */
export async function readAddressTraces({ side }: Pick<Db, 'side'>, addressKey: string): Promise<PersonTraces> {
  return { personId: null, name: '', addressKeys: [addressKey], ...(await contactsOf(side, null, [addressKey])), spellings: [addressKey] }
}

async function contactsOf(side: Db['side'], personId: string | null, addressKeys: readonly string[]) {
  const contacts = await side.all<{ id: string }>(
    'SELECT contactId AS id FROM ContactParticipant WHERE personId = ?1 UNION SELECT contactId FROM ContactAddress WHERE addressKey IN (SELECT value FROM json_each(?2))', [personId, JSON.stringify(addressKeys)])
  const contactIds = contacts.map((row) => row.id)
  const attachments = await side.all<{ id: string }>('SELECT id FROM Attachment WHERE contactId IN (SELECT value FROM json_each(?))', [JSON.stringify(contactIds)])
  return { contactIds, attachmentIds: attachments.map((row) => row.id) }
}

function spellingsOf(name: string, addresses: readonly { address: string; addressKey: string }[]): string[] {
  const words = name.trim().split(/\s+/)
  const names = words.length < 2 ? [] : [words.join(' '), name, [...words].reverse().join(' ')].flatMap((one) => [one, one.toLowerCase(), one.toUpperCase(), foldText(one)])
  return [...new Set([...names, ...(names.length > 0 ? [nameKey(name)] : []), ...addresses.flatMap(({ address, addressKey }) => [address, addressKey])])].filter((text) => text.trim().length > 3)
}

/** Rows of each table that speak of the person, as the columns of `personal-columns.ts` lead to them. */
export async function rowsByTable({ side }: Pick<Db, 'side'>, traces: PersonTraces, columns: string): Promise<Map<string, Rows>> {
  const values: Record<FoundBy, readonly string[]> = {
    personId: traces.personId === null ? [] : [traces.personId], addressKey: traces.addressKeys, contactId: traces.contactIds,
    nounId: [...(traces.personId === null ? [] : [traces.personId]), ...traces.contactIds, ...traces.attachmentIds],
  }
  const found = new Map<string, Rows>()
  for (const [table, { by, derived }] of Object.entries(personalTables)) {
    if (!by || derived) continue
    const parts = (Object.entries(by) as [FoundBy, string][]).filter(([kind]) => values[kind].length > 0)
    if (parts.length === 0) continue
    const parameters: SqlParameter[] = parts.map(([kind]) => JSON.stringify(values[kind]))
    found.set(table, await side.all(`SELECT ${columns} FROM ${table} t WHERE ${parts.map(([kind, column]) => `${kind === 'nounId' && table === 'AuditEntry' ? "noun IN ('person', 'contact', 'attachment') AND " : ''}${column} IN (SELECT value FROM json_each(?))`).join(' OR ')}`, parameters))
  }
  return found
}

export async function countsByTable(db: Pick<Db, 'side'>, traces: PersonTraces): Promise<Record<string, number>> {
  const rows = await rowsByTable(db, traces, 'COUNT(*) AS n')
  return Object.fromEntries([...rows].map(([table, [row]]) => [table, Number(row?.n ?? 0)] as const).filter(([, count]) => count > 0))
}
