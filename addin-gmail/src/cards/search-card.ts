import type { Found } from '@counterpane/shared/contract/client'
import { calendarCardTexts } from '@counterpane/shared/text/calendar-cards'
import { clientsCardTexts } from '@counterpane/shared/text/clients-cards'
import { nearDate } from '@counterpane/shared/text/dates'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, input, pressButton, row, section, text } from '../card-parts'
import type { Card, Section, Widget } from '../card-schema'
import { joined } from '../card-text'
import { openClientAction } from './client-card'
import { openContactAction } from './contact-card'
import { openPersonFormAction } from './person-form-card'
import { chooseAction } from './register-buttons'
import { acceptWaitingAction } from './waiting-card'

/** With `waitingId` a client or a person is chosen for a meeting that waits for one, for its whole series where `series` says so. With `contactId` the client of a registered contact is changed; with `message` alone the opened message is registered for the one found; else the one found is opened. */
export const openSearchAction = defineAction('open-search', [], ['contactId', 'message'])
export const searchAction = defineAction('search', [], ['contactId', 'message', 'waitingId', 'series'])
/** Names while one types; of clients alone when one is to be chosen for a contact. */
export const suggestFoundAction = defineAction('suggest-found', [], ['contactId'])
export const changeClientAction = defineAction('change-client', ['contactId', 'counterpartyId'], ['message'])
export const searchInputs = { query: 'query' } as const
export const searchLimits = { least: 2, shown: 20 } as const

/** `more`: the base holds others of these words. */
export interface SearchView { message?: string; contactId?: string; waitingId?: string; series?: string; query: string; found: readonly Found[] | null; more?: boolean; problem?: string }

export function searchCard(view: SearchView, context: CardContext): Card {
  const { message, contactId, waitingId, series, query, problem } = view
  const [words, own] = [cardWords(context), clientsCardTexts[context.locale]]
  return card({
    name: 'search', title: waitingId ? calendarCardTexts[context.locale].waiting.title : contactId || message ? words.anotherClient : own.search,
    sections: [
      section(null, [
        ...(waitingId ? [text(calendarCardTexts[context.locale].forWhom)] : contactId ? [text(own.moveAdvice)] : message ? [text(own.registerAdvice)] : []),
        ...(problem ? [text(problem)] : []),
        input(searchInputs.query, contactId ? words.clientName : own.whom, query, { hint: contactId ? words.searchHint : own.whomHint, suggest: suggestFoundAction.on(context, { contactId }) }),
        buttons(pressButton(words.search, { ...searchAction.on(context, { message, contactId, waitingId, series }), persistValues: true }, 'FILLED')),
      ]),
      foundSection(view, context),
    ],
  })
}

function foundSection(view: SearchView, context: CardContext): Section | null {
  const { message, contactId, found, more = false } = view
  if (found === null) return null
  const [words, own] = [cardWords(context), clientsCardTexts[context.locale]]
  const newClient = message && !contactId ? [buttons(pressButton(words.newClient, openPersonFormAction.on(context, { message })))] : []
  if (found.length === 0) return section(null, [text(own.nothingFound), ...newClient])
  const rows = found.slice(0, searchLimits.shown).map((one) => foundRow(one, view, context))
  return section(own.found(`${rows.length}${more ? '+' : ''}`), [...rows, ...(more ? [text(own.firstOnes(rows.length))] : []), ...newClient])
}

/** What it is, in words, its name, and what tells it from others of that name. */
function foundRow(one: Found, { message, contactId, waitingId, series }: SearchView, context: CardContext): Widget {
  const [words, own] = [cardWords(context), clientsCardTexts[context.locale]]
  const facts = { top: joined(own.kind[one.kind], one.kind === 'contact' && nearDate(one.detail, context)), text: one.name, bottom: joined(one.counterparty?.name, one.kind !== 'contact' && one.detail) }
  if (one.kind === 'contact') return row({ ...facts, text: one.name.trim() || own.withoutSubject, press: openContactAction.on(context, { contactId: one.id, message }) })
  const ids = one.kind === 'person' ? { personId: one.id, counterpartyId: one.counterparty?.id } : { counterpartyId: one.id }
  if (contactId) return row({ ...facts, button: pressButton(words.choose, changeClientAction.on(context, { contactId, counterpartyId: one.id, message }), 'BORDERLESS') })
  if (waitingId) return row({ ...facts, press: acceptWaitingAction.on(context, { waitingId, series, ...(one.kind === 'person' ? { personId: one.id } : { counterpartyId: one.id }) }) })
  // The whole width is the name's: beside a button an address takes three lines.
  return row({ ...facts, press: message ? chooseAction.on(context, { ...ids, message }) : openClientAction.on(context, ids) })
}
