import type { Contact } from '@counterpane/shared/contract/contact'
import { clientCardTexts } from '@counterpane/shared/text/client-cards'
import { calendarDate } from '@counterpane/shared/text/dates'
import { sizeText } from '@counterpane/shared/text/file-refusals'
import type { CardContext } from '../card-context'
import { buttons, linkButton, pressButton, row, section, text } from '../card-parts'
import type { Section, Widget } from '../card-schema'
import { joined } from '../card-text'
import type { CalendarView } from './calendar-section'
import { openClientAction } from './client-card'
import { openUndoAction } from './contact-card'
import { clip, contactRow, rowLimits } from './contact-row'
import type { OriginalWay } from './original-way'

export interface ContactView {
  contact: Contact
  /** Private, and the reader takes no part: its words did not come. */
  hidden: boolean
  previous: Contact | null; next: readonly Contact[]; original: OriginalWay | null; canUndo: boolean; message?: string
  own: Omit<CalendarView, 'contact' | 'message'>
}

const most = 5
const named = (list: readonly { name: string }[]) => list.slice(0, most).map(({ name }) => clip(name, rowLimits.name)).join(', ')
const shortened = (list: readonly unknown[], context: CardContext) => (list.length > most ? clientCardTexts[context.locale].more(list.length - most) : null)

/** The client and its people open; of our own people it is said who answers and who registered. */
export function peopleSection({ contact, message }: ContactView, context: CardContext): Section {
  const words = clientCardTexts[context.locale]
  const { counterparty, also, persons, managers, registeredBy } = contact
  const rest = shortened(persons, context)
  const widgets: Widget[] = [
    ...(counterparty ? [row({ top: words.client, text: clip(counterparty.name), icon: 'BOOKMARK', iconText: words.client, press: openClientAction.on(context, { counterpartyId: counterparty.id, message }) })] : []),
    ...(also.length > 0 ? [row({ top: words.also, text: named(also), bottom: shortened(also, context) })] : []),
    ...persons.slice(0, most).map(({ id, name }) => row({ top: words.person, text: clip(name), icon: 'PERSON', iconText: words.person, press: openClientAction.on(context, { personId: id, message }) })),
    ...(rest ? [text(rest)] : []),
    ...(managers.length > 0 ? [row({ top: managers.length > 1 ? words.managers : words.manager, text: named(managers), bottom: shortened(managers, context) })] : []),
    row({ text: joined(registeredBy ? words.registeredBy(clip(registeredBy.name, rowLimits.name)) : null, words.source[contact.source]), bottom: calendarDate(contact.createdAt, context) }),
  ]
  return section(null, widgets)
}

/** A kept file is opened where its bytes are guarded: in the journal. */
export function filesSection({ contact: { id, attachments } }: ContactView, context: CardContext): Section | null {
  const words = clientCardTexts[context.locale]
  const rest = shortened(attachments, context)
  const rows = attachments.slice(0, most).map(({ name, size, kept }) => row({ text: clip(name), bottom: joined(sizeText(size, context.locale), kept ? words.kept : words.notKept), ...(kept && { open: context.links.contact(id) }) }))
  return rows.length > 0 ? section(words.attachments, [...rows, ...(rest ? [text(rest)] : [])]) : null
}

/** What it followed from and what followed from it, with their dates. */
export function linkedSection({ previous, next, message }: ContactView, context: CardContext): Section | null {
  const words = clientCardTexts[context.locale]
  const rows = [...(previous ? [contactRow(previous, { label: words.before, message }, context)] : []), ...next.slice(0, most).map((one) => contactRow(one, { label: words.after, message }, context))]
  return rows.length > 0 ? section(words.linked, rows) : null
}

/** The way back to the original, to the journal, and to having registered nothing. */
export function waysOutSection({ contact, original, canUndo, message }: ContactView, context: CardContext): Section {
  const words = clientCardTexts[context.locale]
  const where = original?.kind === 'others' ? words.inMailboxOf(new Intl.ListFormat(context.locale).format(original.names.slice(0, most).map((name) => clip(name, rowLimits.name))))
    : original?.kind === 'own-outlook' ? words.inOwnOutlook : null
  return section(null, [
    ...(where ? [text(where)] : []),
    buttons(original?.kind === 'gmail' && linkButton(words.openEmail, original.url), linkButton(words.inJournal, context.links.contact(contact.id))),
    ...(canUndo ? [buttons(pressButton(words.undo, openUndoAction.on(context, { contactId: contact.id, message }), 'BORDERLESS'))] : []),
  ])
}
