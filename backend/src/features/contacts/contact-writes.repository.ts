import { foldText } from '@counterpane/shared/text/fold'
import type { Direction, Method, Priority, Source, State, Status, Visibility } from '@counterpane/shared/domain/codes'
import type { Tx } from '../../platform/db/database'

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

export type ContactChange = Partial<Omit<NewContact, 'id' | 'at' | 'source' | 'registeredById' | 'attachments' | 'managerIds' | 'messageKey' | 'messageId' | 'conversationId' | 'meetingKey' | 'folded'>>

export const searchTextOf = (c: { subject?: string; content?: string; result?: string; comment?: string }) =>
  foldText([c.subject, c.content, c.result, c.comment].map((part) => part ?? '').join('\n'))

const endOf = (startsAt: Date, minutes: number | null | undefined) => new Date(startsAt.getTime() + (minutes ?? 0) * 60_000)

export async function insertContact(tx: Tx, contact: NewContact): Promise<void> {
  const { at, alsoCounterpartyIds = [], personIds = [], managerIds = [], attachments = [], ...fields } = contact
  await tx.contact.create({ data: { ...fields, endsAt: endOf(contact.startsAt, contact.durationMinutes), createdAt: at, updatedAt: at }, select: { id: true } })
  await tx.contactText.create({ data: { contactId: contact.id, text: searchTextOf(contact) }, select: { contactId: true } })
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

/** Changes a contact whose version is still the one seen (null: any); false when it is not. */
export async function updateContact(tx: Tx, id: string, { change, before, at }: { change: ContactChange; before: Before; at: Date }): Promise<boolean> {
  const { personIds, alsoCounterpartyIds, ...fields } = change
  const startsAt = fields.startsAt ?? new Date(before.startsAt)
  const minutes = fields.durationMinutes === undefined ? before.durationMinutes : fields.durationMinutes
  const { count } = await tx.contact.updateMany({
    where: { id, undoneAt: null, ...(before.version !== null && { version: before.version }) },
    data: { ...fields, endsAt: endOf(startsAt, minutes), updatedAt: at, version: { increment: 1 } },
  })
  if (count === 0) return false
  await tx.contactText.upsert({ where: { contactId: id }, create: { contactId: id, text: searchTextOf({ ...before, ...fields }) }, update: { text: searchTextOf({ ...before, ...fields }) } })
  if (personIds) await tx.contactParticipant.deleteMany({ where: { contactId: id } })
  if (alsoCounterpartyIds) await tx.contactCounterparty.deleteMany({ where: { contactId: id } })
  await insertLinks(tx, id, { personIds, alsoCounterpartyIds })
  return true
}

/** Takes a registration back: the contact leaves every list and its message is free to be registered afresh. */
export async function markUndone(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.contact.update({ where: { id }, data: { undoneAt: at, messageKey: null, meetingKey: null, updatedAt: at, version: { increment: 1 } }, select: { id: true } })
  await tx.contact.updateMany({ where: { previousId: id }, data: { previousId: null } })
}
