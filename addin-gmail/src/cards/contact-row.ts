import type { Contact } from '@counterpane/shared/contract/contact'
import type { Method } from '@counterpane/shared/domain/codes'
import { calendarCardTexts } from '@counterpane/shared/text/calendar-cards'
import { clientCardTexts } from '@counterpane/shared/text/client-cards'
import { nearTime } from '@counterpane/shared/text/dates'
import { statusText, words as domainWords } from '@counterpane/shared/text/words'
import type { CardContext } from '../card-context'
import { row, type RowFacts } from '../card-parts'
import type { KnownIcon, Widget } from '../card-schema'
import { joined, plain } from '../card-text'
import { openContactAction } from './contact-card'

const icons: Record<Method, KnownIcon> = {
  letter: 'EMAIL', call: 'PHONE', meeting: 'EVENT_SEAT', 'video-call': 'VIDEO_CAMERA', fax: 'DESCRIPTION', messenger: 'EMAIL', exhibition: 'INVITE', other: 'DESCRIPTION',
}
/** Up to twenty-five rows stand on a card of 40 kB, whatever language they are in. */
export const rowLimits = { text: 100, name: 50 } as const
export const clip = (text: string | null | undefined, limit: number = rowLimits.text) => plain(text, limit)

export const methodIcon = ({ method }: Pick<Contact, 'method'>, { locale }: Pick<CardContext, 'locale'>): Pick<RowFacts, 'icon' | 'iconText'> =>
  ({ icon: icons[method], iconText: domainWords[locale].method[method] })

/** "Incoming email", "Meeting": a meeting has no direction that anybody speaks of. */
export function wayText({ method, direction }: Pick<Contact, 'method' | 'direction'>, { locale }: Pick<CardContext, 'locale'>): string {
  const way: Partial<Record<Method, Record<Contact['direction'], string>>> = clientCardTexts[locale].way
  return way[method]?.[direction] ?? domainWords[locale].method[method]
}

/** The subject; of a private contact whose words are not shown, that it is private, and of taken time in a calendar that somebody is busy. */
export const subjectText = ({ subject, private: own, source }: Pick<Contact, 'subject' | 'private' | 'source'>, { locale }: Pick<CardContext, 'locale'>): string =>
  clip(subject) || (!own ? clientCardTexts[locale].noSubject : source === 'calendar' ? calendarCardTexts[locale].busy : clientCardTexts[locale].privateRow)

/** In a sentence: by its subject, without one by its date. */
export const namedContact = (contact: Pick<Contact, 'subject' | 'private' | 'source' | 'startsAt' | 'calendar'>, context: CardContext): string =>
  clip(contact.subject) || `${subjectText(contact, context)}, ${nearTime(contact, context)}`

export interface ContactRowFacts { label?: string; message?: string; said?: string }
/**
 * When, how and by whom in words; that it is planned, overdue or cancelled is said, never only coloured. A press opens it. The line above the subject is
 * cut by Gmail, so with a label in it the method stands below.
 */
export function contactRow(contact: Contact, { label, message, said }: ContactRowFacts, context: CardContext): Widget {
  const [at, way] = [nearTime(contact, context), wayText(contact, context)]
  return row({
    top: label ? joined(label, at) : joined(at, way), text: subjectText(contact, context),
    bottom: joined(label && way, said ?? joined(clip(contact.manager?.name, rowLimits.name), statusText(contact, context.locale))),
    ...methodIcon(contact, context), press: openContactAction.on(context, { contactId: contact.id, message }),
  })
}
