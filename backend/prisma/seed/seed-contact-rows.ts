import type { Direction, Method, Priority, Source, State, Status, Visibility } from '@counterpane/shared/domain/codes'
import { foldForSearch } from '@counterpane/shared/text/search-fold'
import type { Client } from './seed-clients'
import { firms } from './seed-dictionaries'
import { addressKeys } from './seed-keys'
import { ownDomain } from './seed-managers'
import type { Person } from './seed-persons'
import { contactNumber, type SeedPlan } from './seed-plan'
import type { Flag, SeedRow } from './seed-tables'

/** A contact with all that belongs to it, before it is laid into rows. `managerIds` is empty when there is only the one. */
export interface SeedContact {
  number: number; startsAt: number; durationMinutes: number | null; method: Method; direction: Direction; status: Status; state: State; priority: Priority; source: Source
  client: Client | null; managerId: string; registeredById: string | null; managerIds: readonly string[]; persons: readonly Person[]; typeId: string | null; adSourceId: string | null
  previousId: string | null; conversationId: string | null; visibility: Visibility; private: Flag; subject: string; content: string; folded: string; result: string; comment: string
  attributes: string; files: readonly string[]; alsoIds: readonly string[]; createdAt: number; updatedAt: number
  /** Who wrote, when they are nobody in the client base. */
  stranger?: string
}

const contentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg', zip: 'application/zip',
}

export function* contactRows(plan: SeedPlan, contact: SeedContact): Iterable<SeedRow> {
  const { startsAt, durationMinutes, subject, content, result, comment, client, persons, files } = contact
  const id = contactNumber(plan, contact.number)
  const messageKey = contact.method === 'letter' ? messageKeyOf(plan, contact, id) : null
  yield { table: 'Contact', row: {
    id, startsAt, endsAt: startsAt + (durationMinutes ?? 0) * 60_000, durationMinutes, method: contact.method, direction: contact.direction, status: contact.status, state: contact.state,
    priority: contact.priority, source: contact.source, counterpartyId: client?.id ?? null, managerId: contact.managerId, registeredById: contact.registeredById, typeId: contact.typeId,
    firmId: firms[client?.language ?? 'en'].id, adSourceId: contact.adSourceId, previousId: contact.previousId, messageKey, messageId: messageKey,
    conversationId: contact.conversationId, visibility: contact.visibility, private: contact.private, undoneAt: null, version: 1, createdAt: contact.createdAt, updatedAt: contact.updatedAt,
    subject, result, comment, attributes: contact.attributes, content, folded: contact.folded,
  } }
  yield { table: 'ContactText', row: { contactId: id, text: foldForSearch(`${subject}\n${content}\n${result}\n${comment}`) } }
  const otherSide = contact.stranger ?? persons[0]?.addresses[0] ?? client?.addresses[0]
  if (messageKey !== null && otherSide !== undefined) yield { table: 'ContactAddress', row: { contactId: id, addressKey: addressKeys(otherSide).addressKey } }
  for (const [position, person] of persons.entries()) yield { table: 'ContactParticipant', row: { contactId: id, personId: person.id, position } }
  for (const [position, managerId] of contact.managerIds.entries()) yield { table: 'ContactManager', row: { contactId: id, managerId, position } }
  for (const counterpartyId of contact.alsoIds) yield { table: 'ContactCounterparty', row: { contactId: id, counterpartyId } }
  for (const [position, name] of files.entries()) {
    const size = 18_000 + ((contact.number * 7_919 + position * 104_729) % 2_400_000)
    yield { table: 'Attachment', row: { id: `${id}-f${position}`, contactId: id, name, contentType: contentTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', size, position } }
  }
}

/** In order of the ids, so that the index grows at its end; the seed makes it another message under another seed. */
function messageKeyOf({ seed }: SeedPlan, { direction, client, startsAt }: SeedContact, id: string): string {
  const domain = direction === 'incoming' ? client?.fixed || !client ? 'mail.example' : client.mailDomain : ownDomain
  return `${id}.${startsAt.toString(36)}.${encodeURIComponent(seed)}@${domain}`
}
