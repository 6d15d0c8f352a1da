import type { Direction, Method, Priority, Source, State, Status, Visibility } from '@counterpane/shared/domain/codes'
import type { Tx } from '../../platform/db/database'
import { indexTexts, reindexTexts } from '../../platform/db/text-writes'
import { uuidv7 } from '../../platform/ids'

/** What a new contact needs; the rest has defaults. `startsAt` is an instant. */
export interface NewContact {
  id: string; at: Date; startsAt: Date; durationMinutes?: number | null
  method: Method; direction: Direction; status: Status; source: Source; state?: State; priority?: Priority; visibility?: Visibility; private?: boolean
  counterpartyId?: string | null; alsoCounterpartyIds?: string[]; personIds?: string[]; managerId?: string | null; managerIds?: string[]; registeredById: string | null
  typeId?: string | null; firmId?: string | null; adSourceId?: string | null; previousId?: string | null
  messageKey?: string | null; messageId?: string | null; conversationId?: string | null; meetingKey?: string | null
  subject?: string; content?: string; folded?: string; result?: string; comment?: string; attributes?: Record<string, string | number | boolean | null>
  attachments?: { id: string; name: string; contentType: string; size: number }[]
}

export type ContactChange = Partial<Omit<NewContact, 'id' | 'at' | 'source' | 'registeredById' | 'attachments' | 'messageKey' | 'messageId' | 'conversationId' | 'meetingKey' | 'folded'>>

const endOf = (startsAt: Date, minutes: number | null | undefined) => new Date(startsAt.getTime() + (minutes ?? 0) * 60_000)

export async function insertContact(tx: Tx, contact: NewContact): Promise<void> {
  const { at, alsoCounterpartyIds = [], personIds = [], managerIds = [], attachments = [], ...fields } = contact
  await tx.contact.create({ data: { ...fields, endsAt: endOf(contact.startsAt, contact.durationMinutes), createdAt: at, updatedAt: at }, select: { id: true } })
  await indexTexts(tx, [{ ...contact, startsAt: contact.startsAt.getTime() }])
  await insertLinks(tx, contact.id, { personIds, alsoCounterpartyIds, managerIds })
  if (attachments.length > 0) await tx.attachment.createMany({ data: attachments.map((file, position) => ({ ...file, contactId: contact.id, position })) })
}

interface Links { personIds?: string[]; alsoCounterpartyIds?: string[]; managerIds?: string[] }

async function insertLinks(tx: Tx, contactId: string, { personIds = [], alsoCounterpartyIds = [], managerIds = [] }: Links) {
  const unique = (ids: string[]) => [...new Set(ids)]
  if (personIds.length > 0) await tx.contactParticipant.createMany({ data: unique(personIds).map((personId, position) => ({ contactId, personId, position })) })
  if (alsoCounterpartyIds.length > 0) await tx.contactCounterparty.createMany({ data: unique(alsoCounterpartyIds).map((counterpartyId) => ({ contactId, counterpartyId })) })
  if (managerIds.length > 0) await tx.contactManager.createMany({ data: unique(managerIds).map((managerId, position) => ({ contactId, managerId, position })) })
}

export interface Before { version: number | null; startsAt: number; durationMinutes: number | null; subject: string; content: string; result: string; comment: string }

const searched = ['startsAt', 'subject', 'content', 'result', 'comment'] as const
const textsOf = (before: Before, { subject = before.subject, content = before.content, result = before.result, comment = before.comment }: ContactChange) => ({ subject, content, result, comment })

/** Changes a contact whose version is still the one seen (null: any); false when it is not. */
export async function updateContact(tx: Tx, id: string, { change, before, at }: { change: ContactChange; before: Before; at: Date }): Promise<boolean> {
  const { personIds, alsoCounterpartyIds, managerIds, ...fields } = change
  const startsAt = fields.startsAt ?? new Date(before.startsAt)
  const minutes = fields.durationMinutes === undefined ? before.durationMinutes : fields.durationMinutes
  const { count } = await tx.contact.updateMany({
    where: { id, undoneAt: null, ...(before.version !== null && { version: before.version }) },
    data: { ...fields, endsAt: endOf(startsAt, minutes), updatedAt: at, version: { increment: 1 } },
  })
  if (count === 0) return false
  if (searched.some((name) => fields[name] !== undefined)) await indexTexts(tx, [{ id, ...textsOf(before, fields), startsAt: startsAt.getTime() }])
  if (personIds) await tx.contactParticipant.deleteMany({ where: { contactId: id } })
  if (alsoCounterpartyIds) await tx.contactCounterparty.deleteMany({ where: { contactId: id } })
  await insertLinks(tx, id, { personIds, alsoCounterpartyIds })
  if (managerIds) await rejoin(tx, id, managerIds)
  return true
}

/** One who is alone and stands nowhere beside the main manager is not listed a second time. */
async function rejoin(tx: Tx, contactId: string, managerIds: string[]): Promise<void> {
  const { count } = await tx.contactManager.deleteMany({ where: { contactId } })
  if (count > 0 || managerIds.length > 1) await insertLinks(tx, contactId, { managerIds })
}

/** A meeting's way from date to date; nothing when it stays where it is. */
export async function keepMove(tx: Tx, { contactId, from, to, at, managerId }: { contactId: string; from: number; to: Date; at: Date; managerId: string | null }): Promise<void> {
  if (to.getTime() === from) return
  await tx.contactMove.create({ data: { id: uuidv7(), contactId, fromAt: new Date(from), toAt: to, movedAt: at, managerId }, select: { id: true } })
  await tx.calendarMeeting.updateMany({ where: { contactId }, data: { moves: { increment: 1 } } })
}

/** What many contacts made at once have; whatever else a contact can have stays as new ones have it. */
export type BatchContact = Required<Pick<NewContact, 'id' | 'at' | 'startsAt' | 'durationMinutes' | 'method' | 'direction' | 'status' | 'source' | 'private' | 'counterpartyId' | 'managerId' | 'registeredById' | 'firmId' | 'meetingKey' | 'subject' | 'content'>>
  & { personIds: readonly string[]; managerIds: readonly string[] }

/** Many contacts in one statement for each table: all go in as one JSON text, since the client's price is by the row and by the value. */
export async function insertContacts(tx: Tx, contacts: readonly BatchContact[]): Promise<void> {
  if (contacts.length === 0) return
  const rows = JSON.stringify(contacts.map(({ at, startsAt, private: hidden, personIds: _persons, managerIds: _managers, ...contact }) => (
    { ...contact, at: at.getTime(), startsAt: startsAt.getTime(), endsAt: endOf(startsAt, contact.durationMinutes).getTime(), private: hidden ? 1 : 0 })))
  await tx.$executeRaw`
    WITH r (v) AS MATERIALIZED (SELECT jsonb(value) FROM json_each(${rows}))
    INSERT INTO Contact (id, startsAt, endsAt, durationMinutes, method, direction, status, source, counterpartyId, managerId, registeredById, firmId, meetingKey, private, createdAt, updatedAt, subject, content)
    SELECT v ->> 'id', v ->> 'startsAt', v ->> 'endsAt', v ->> 'durationMinutes', v ->> 'method', v ->> 'direction', v ->> 'status', v ->> 'source', v ->> 'counterpartyId', v ->> 'managerId', v ->> 'registeredById',
      v ->> 'firmId', v ->> 'meetingKey', v ->> 'private', v ->> 'at', v ->> 'at', v ->> 'subject', v ->> 'content' FROM r`
  await indexTexts(tx, contacts.map(({ id, startsAt, subject, content }) => ({ id, startsAt: startsAt.getTime(), subject, content })))
  await insertManyLinks(tx, contacts)
}

interface ManyLinks { id: string; personIds: readonly string[] | null; managerIds: readonly string[] | null }
async function insertManyLinks(tx: Tx, contacts: readonly ManyLinks[]) {
  const linksOf = (idsOf: (contact: ManyLinks) => readonly string[] | null) => contacts.flatMap((contact) => [...new Set(idsOf(contact) ?? [])].map((id, position) => [contact.id, id, position]))
  const persons = linksOf((contact) => contact.personIds)
  const managers = linksOf((contact) => contact.managerIds)
  if (persons.length > 0) await tx.$executeRaw`INSERT INTO ContactParticipant (contactId, personId, position) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(persons)})`
  if (managers.length > 0) await tx.$executeRaw`INSERT INTO ContactManager (contactId, managerId, position) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(managers)})`
}

/** A contact as it is to stand; null: `content` and `meetingKey` stay as they are, and so do lists. */
export interface BatchChange extends Pick<BatchContact, 'id' | 'startsAt' | 'durationMinutes' | 'method' | 'direction' | 'status' | 'counterpartyId' | 'managerId' | 'subject'> {
  content: string | null; meetingKey: string | null; personIds: readonly string[] | null; managerIds: readonly string[] | null
}

/** Changes many contacts at once; those that were undone stay as they are. */
export async function changeContacts(tx: Tx, changes: readonly BatchChange[], at: Date): Promise<void> {
  if (changes.length === 0) return
  const rows = JSON.stringify(changes.map(({ startsAt, personIds: _persons, managerIds: _managers, ...change }) => ({ ...change, startsAt: startsAt.getTime(), endsAt: endOf(startsAt, change.durationMinutes).getTime() })))
  await tx.$executeRaw`
    WITH r (v) AS MATERIALIZED (SELECT jsonb(value) FROM json_each(${rows}))
    UPDATE Contact SET startsAt = v ->> 'startsAt', endsAt = v ->> 'endsAt', durationMinutes = v ->> 'durationMinutes', method = v ->> 'method', direction = v ->> 'direction', status = v ->> 'status',
      counterpartyId = v ->> 'counterpartyId', managerId = v ->> 'managerId', subject = v ->> 'subject', content = COALESCE(v ->> 'content', content), folded = iif(v ->> 'content' IS NULL, folded, ''),
      meetingKey = COALESCE(v ->> 'meetingKey', meetingKey), updatedAt = ${at.getTime()}, version = version + 1
    FROM r WHERE Contact.id = v ->> 'id' AND undoneAt IS NULL`
  const relinked = (idsOf: (change: BatchChange) => readonly string[] | null) => changes.filter((change) => idsOf(change) !== null).map((change) => change.id)
  await tx.contactParticipant.deleteMany({ where: { contactId: { in: relinked((change) => change.personIds) } } })
  await tx.contactManager.deleteMany({ where: { contactId: { in: relinked((change) => change.managerIds) } } })
  await insertManyLinks(tx, changes)
  await reindexTexts(tx, changes.map((change) => change.id))
}

/** Takes a registration back: the contact leaves every list and its message is free to be registered afresh. */
export async function markUndone(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.contact.update({ where: { id }, data: { undoneAt: at, messageKey: null, meetingKey: null, updatedAt: at, version: { increment: 1 } }, select: { id: true } })
  await tx.contact.updateMany({ where: { previousId: id }, data: { previousId: null } })
}
