import { writeAudits } from '../../platform/db/audit'
import type { Tx } from '../../platform/db/database'
import type { Signed } from './unrecognised.types'

/** `people`: whose address is whose, so that they take part in what is filed. */
export interface Filing { addressKeys: readonly string[]; counterpartyId: string; people: readonly { addressKey: string; personId: string }[]; setId: string }

/** Files so many contacts that came to these addresses and have no client; gives how many of them lie open to whom. A second go takes the next ones. */
export async function fileLetters(tx: Tx, { addressKeys, counterpartyId, people, setId }: Filing, { at, managerId }: Signed, most: number): Promise<string[]> {
  const filed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE Contact SET counterpartyId = ${counterpartyId}, updatedAt = ${at.getTime()}, version = version + 1 WHERE id IN (
      SELECT DISTINCT c.id FROM ContactAddress a CROSS JOIN Contact c ON c.id = a.contactId
      WHERE a.addressKey IN (SELECT value FROM json_each(${JSON.stringify(addressKeys)})) AND c.counterpartyId IS NULL AND c.undoneAt IS NULL LIMIT ${most}) RETURNING id`
  const ids = filed.map((row) => row.id)
  if (ids.length === 0) return []
  const joined = await joinPeople(tx, ids, people)
  await writeAudits(tx, ids.map((id) => ({
    managerId, noun: 'contact' as const, nounId: id, action: 'rematched', at, setId, before: { counterpartyId: null }, after: { counterpartyId, joined: joined.get(id) ?? [] },
  })))
  return ids
}

async function joinPeople(tx: Tx, ids: readonly string[], people: Filing['people']): Promise<Map<string, string[]>> {
  const joined = new Map<string, string[]>()
  if (people.length === 0) return joined
  const pairs = JSON.stringify(people.map(({ addressKey, personId }) => [addressKey, personId]))
  const rows = await tx.$queryRaw<{ contactId: string; personId: string }[]>`
    INSERT OR IGNORE INTO ContactParticipant (contactId, personId, position)
    SELECT w.contactId, w.personId, (SELECT COUNT(*) FROM ContactParticipant z WHERE z.contactId = w.contactId) + ROW_NUMBER() OVER (PARTITION BY w.contactId) - 1
    FROM (SELECT DISTINCT a.contactId, p.value ->> 1 AS personId FROM json_each(${JSON.stringify(ids)}) i CROSS JOIN ContactAddress a ON a.contactId = i.value JOIN json_each(${pairs}) p ON p.value ->> 0 = a.addressKey) w
    RETURNING contactId, personId`
  for (const { contactId, personId } of rows) joined.set(contactId, [...joined.get(contactId) ?? [], personId])
  return joined
}

/** How many of them the caller may know of. */
export async function countKnown(tx: Tx, ids: readonly string[], callerId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: bigint | number }[]>`SELECT COUNT(*) AS n FROM json_each(${JSON.stringify(ids)}) i JOIN Contact c ON c.id = i.value
    WHERE c.private = 0 OR c.registeredById = ${callerId} OR c.managerId = ${callerId} OR EXISTS (SELECT 1 FROM ContactManager z WHERE z.contactId = c.id AND z.managerId = ${callerId})`
  return Number(row?.n ?? 0)
}

export const anyToFile = async (tx: Tx, addressKeys: readonly string[]) => (await tx.contactAddress.findFirst({
  where: { addressKey: { in: addressKeys.slice(0, 500) }, contact: { counterpartyId: null, undoneAt: null } }, select: { contactId: true },
})) !== null

interface Entry { entryId: string; contactId: string; counterpartyId: string; joined: string }

/** Takes so many of a decision's contacts back: those that still stand with the client it gave them. Null when there are no more. */
export async function unfileLetters(tx: Tx, setId: string, { at, managerId }: Signed, { most, undoSetId }: { most: number; undoSetId: string }): Promise<{ unfiled: string[]; left: string[] } | null> {
  const entries = await tx.$queryRaw<Entry[]>`SELECT id AS entryId, nounId AS contactId, after ->> 'counterpartyId' AS counterpartyId, after ->> 'joined' AS joined
    FROM AuditEntry WHERE setId = ${setId} AND noun = 'contact' AND action = 'rematched' AND undoneAt IS NULL LIMIT ${most}`
  if (entries.length === 0) return null
  const wanted = JSON.stringify(entries.map(({ contactId, counterpartyId }) => [contactId, counterpartyId]))
  const rows = await tx.$queryRaw<{ id: string }[]>`UPDATE Contact SET counterpartyId = NULL, updatedAt = ${at.getTime()}, version = version + 1
    FROM json_each(${wanted}) w WHERE Contact.id = w.value ->> 0 AND Contact.counterpartyId = w.value ->> 1 AND undoneAt IS NULL RETURNING Contact.id AS id`
  const unfiled = new Set(rows.map((row) => row.id))
  const back = entries.filter(({ contactId }) => unfiled.has(contactId))
  const parted = JSON.stringify(back.flatMap(({ contactId, joined }) => (JSON.parse(joined) as string[]).map((personId) => [contactId, personId])))
  await tx.$executeRaw`DELETE FROM ContactParticipant WHERE (contactId, personId) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${parted}))`
  await tx.$executeRaw`UPDATE AuditEntry SET undoneAt = ${at.getTime()} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(entries.map((entry) => entry.entryId))}))`
  await writeAudits(tx, back.map(({ contactId, counterpartyId }) => ({ managerId, noun: 'contact' as const, nounId: contactId, action: 'undone-change', at, setId: undoSetId, before: { counterpartyId }, after: { counterpartyId: null } })))
  return { unfiled: [...unfiled], left: entries.filter(({ contactId }) => !unfiled.has(contactId)).map(({ contactId }) => contactId) }
}
