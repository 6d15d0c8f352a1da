import type { Contact } from '@counterpane/shared/contract/contact'
import type { JournalRow } from '@counterpane/shared/contract/journal'

const longest = 300

/** A contact as the list has it. What a contact does not say of itself (its client's class, when its next step is) is taken from the row that stood there. */
export function rowOfContact(contact: Contact, known?: JournalRow): JournalRow {
  const sameClient = known && known.counterparty?.id === contact.counterparty?.id
  const {
    id, etag, startsAt, durationMinutes, method, direction, status, state, overdue, priority, type, firm, adSource, manager, managers, registeredBy, counterparty, persons,
    source, private: isPrivate, previousId, createdAt, updatedAt, calendar,
  } = contact
  return {
    id, etag, startsAt, durationMinutes, method, direction, status, state, overdue, priority, type, firm, adSource, manager, managers, registeredBy, counterparty, persons,
    source, private: isPrivate, previousId, createdAt, updatedAt, calendar,
    clientClass: sameClient ? known.clientClass : null, vip: sameClient ? known.vip : false,
    subject: contact.subject.slice(0, longest), result: contact.result.slice(0, longest), comment: contact.comment.slice(0, longest),
    files: contact.attachments.length, nextAt: contact.nextIds.length > 0 ? known?.nextAt ?? null : null,
  }
}
