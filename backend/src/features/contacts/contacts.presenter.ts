import type { Contact } from '@counterpane/shared/contract/contact'
import type { Locale } from '@counterpane/shared/domain/codes'
import { etagOf } from '../../platform/http/etag'
import { wordsSeen } from '../../platform/words-seen'
import type { ContactRecord } from './contact-record'

export interface Viewer { callerId: string; locale: Locale; now: Date }

/** Planned, and its end has passed. */
export const isOverdue = (contact: { status: string; endsAt: number }, now: Date) => contact.status === 'planned' && contact.endsAt < now.getTime()

const iso = (ms: number) => new Date(ms).toISOString()

/** What leaves the house. A private contact keeps its words for those who take part: others see that there was one; so does one whose words were narrowed. */
export function presentContact(c: ContactRecord, { callerId, locale, now }: Viewer): Contact {
  const seen = wordsSeen(c, callerId)
  const masked = seen !== 'all'
  return {
    id: c.id, etag: etagOf(c.version), startsAt: iso(c.startsAt), durationMinutes: c.durationMinutes, method: c.method, direction: c.direction,
    status: c.status, state: c.state, overdue: isOverdue(c, now), priority: c.priority,
    type: c.type && { id: c.type.id, name: locale === 'ru' ? c.type.nameRu ?? c.type.name : c.type.name }, firm: c.firm,
    manager: c.manager, managers: c.managers, registeredBy: c.registeredBy, counterparty: c.counterparty, also: c.also, persons: c.persons,
    subject: seen === 'none' ? '' : c.subject, content: masked ? '' : c.content, folded: masked ? '' : c.folded, result: masked ? '' : c.result, comment: masked ? '' : c.comment,
    adSource: c.adSource, attributes: masked ? {} : c.attributes, attachments: masked ? [] : c.attachments.map(({ id, name, contentType, size, kept }) => ({ id, name, contentType, size, kept })),
    source: c.source, visibility: c.visibility, private: c.private, messageId: masked ? null : c.messageId, conversationId: c.conversationId,
    previousId: c.previousId, nextIds: c.nextIds, createdAt: iso(c.createdAt), updatedAt: iso(c.updatedAt), calendar: c.calendar, appointment: c.appointment,
  }
}
