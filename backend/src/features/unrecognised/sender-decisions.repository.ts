import { writeAudit } from '../../platform/db/audit'
import type { Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import { senderId } from './sender-keys'
import type { Asked, Sender, Signed } from './unrecognised.types'

export type ClientBody = Asked<'this-is'> | Asked<'new-client'>
export interface DecisionNote {
  key: string | null; decision: string
  counterparty?: { id: string; name: string; made: boolean } | null; addressKeys?: string[]; domainKeys?: string[]; made?: string[]; person?: { id: string; addressKeys: string[] } | null
  /** What is still to be done: a decision over many contacts is carried out in handfuls, and goes on where it was after a restart. */
  going?: { body: ClientBody; persons: { id: string; name: string; addressKey: string }[]; addressKeys: string[] }
  replaced?: { id: string; note: string; managerId: string; at: number } | null
}
/** Who decided about a sender last, and what. */
export interface Decider { name: string; at: number; note: DecisionNote }
export interface StandingKey { key: string; decision: string }

/** What stands about the sender in this unit of work, for this caller. */
export async function standingOf(tx: Tx, { kind, value }: Sender, callerId: string): Promise<StandingKey[]> {
  const aside = await tx.senderDecision.findUnique({ where: { kind_valueKey: { kind, valueKey: value } }, select: { id: true } })
  const never = await tx.neverRegister.findMany({ where: { kind, valueKey: value, OR: [{ managerId: null }, { managerId: callerId }] }, select: { id: true } })
  return [...never.map(({ id }) => ({ key: id, decision: 'never-register' })), ...(aside ? [{ key: aside.id, decision: 'not-client' }] : [])]
}

export async function lastDecider(tx: Tx, sender: Sender): Promise<Decider | null> {
  const entry = await tx.auditEntry.findFirst({ where: { noun: 'sender', nounId: senderId(sender), undoneAt: null, action: { not: 'taken-back' } }, orderBy: { at: 'desc' }, select: { at: true, managerId: true, after: true } })
  if (!entry) return null
  const manager = entry.managerId === null ? null : await tx.manager.findUnique({ where: { id: entry.managerId }, select: { name: true } })
  return { name: manager?.name ?? '', at: entry.at.getTime(), note: entry.after as unknown as DecisionNote }
}

export const noteDecision = (tx: Tx, sender: Sender, note: DecisionNote, { at, managerId, setId }: Signed & { setId: string }) =>
  writeAudit(tx, { managerId, noun: 'sender', nounId: senderId(sender), action: note.decision, at, setId, after: note })

const begun = { noun: 'sender', action: { in: ['this-is', 'new-client'] }, undoneAt: null }
/** What is still to be done of a decision; null when it has come to its end, or was taken back meanwhile. */
export async function goingNote(tx: Tx, setId: string): Promise<DecisionNote | null> {
  const entry = await tx.auditEntry.findFirst({ where: { ...begun, setId }, select: { after: true } })
  const note = entry?.after as unknown as DecisionNote | undefined
  return note?.going ? note : null
}
export const endNote = async (tx: Tx, setId: string, { going: _going, ...note }: DecisionNote): Promise<void> => void (await tx.auditEntry.updateMany({ where: { ...begun, setId }, data: { after: JSON.parse(JSON.stringify(note)) as object } }))

export async function setAside(tx: Tx, { kind, value }: Sender, { at, managerId, note }: Signed & { note: string }): Promise<string> {
  const id = uuidv7()
  await tx.senderDecision.create({ data: { id, kind, valueKey: value, decision: 'not-client', note, managerId, at }, select: { id: true } })
  return id
}

export async function putOnList(tx: Tx, { kind, value }: Sender, managerId: string | null): Promise<string> {
  const id = uuidv7()
  await tx.neverRegister.create({ data: { id, kind, valueKey: value, managerId }, select: { id: true } })
  return id
}

/** A client takes the place of what was set aside; gives what stood there. */
export async function takeAside(tx: Tx, { kind, value }: Sender): Promise<DecisionNote['replaced']> {
  const found = await tx.senderDecision.findUnique({ where: { kind_valueKey: { kind, valueKey: value } } })
  if (!found) return null
  await tx.senderDecision.delete({ where: { id: found.id } })
  return { id: found.id, note: found.note, managerId: found.managerId, at: found.at.getTime() }
}

/** Takes a decision's own rows away, and puts back what it replaced. */
export async function takeStandingBack(tx: Tx, { kind, value }: Sender, { key, replaced }: DecisionNote): Promise<void> {
  if (key !== null) {
    await tx.senderDecision.deleteMany({ where: { id: key } })
    await tx.neverRegister.deleteMany({ where: { id: key } })
  }
  if (!replaced || await tx.senderDecision.findUnique({ where: { kind_valueKey: { kind, valueKey: value } }, select: { id: true } })) return
  await tx.senderDecision.create({ data: { id: replaced.id, kind, valueKey: value, decision: 'not-client', note: replaced.note, managerId: replaced.managerId, at: new Date(replaced.at) }, select: { id: true } })
}

/** The persons of the base who have one of these addresses. */
export const personsAt = (tx: Tx, addressKeys: readonly string[]) => tx.$queryRaw<{ addressKey: string; personId: string; counterpartyId: string | null }[]>`
  SELECT a.addressKey, p.id AS personId, p.counterpartyId FROM PersonAddress a JOIN ContactPerson p ON p.id = a.personId WHERE a.addressKey IN (SELECT value FROM json_each(${JSON.stringify(addressKeys)}))`
export const clientsAt = (tx: Tx, addressKeys: readonly string[]) => tx.$queryRaw<{ addressKey: string }[]>`
  SELECT DISTINCT addressKey FROM CounterpartyAddress WHERE addressKey IN (SELECT value FROM json_each(${JSON.stringify(addressKeys)}))`

const facts = { orderBy: { position: 'asc' }, select: { address: true, addressKey: true, mailboxKey: true, domainKey: true } } as const
export const clientFacts = (tx: Tx, id: string) => tx.counterparty.findUnique({ where: { id }, select: { name: true, addresses: facts, domains: { orderBy: { position: 'asc' }, select: { domain: true, domainKey: true } } } })
export const personFacts = (tx: Tx, id: string) => tx.contactPerson.findUnique({ where: { id }, select: { name: true, counterpartyId: true, addresses: facts } })
