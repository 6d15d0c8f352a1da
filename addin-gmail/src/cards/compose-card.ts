import type { Match, Sidebar } from '@counterpane/shared/contract/sidebar'
import { composeCardTexts } from '@counterpane/shared/text/compose-cards'
import { groupTexts } from '@counterpane/shared/text/group-pane'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, longText, pressButton, row, section, text } from '../card-parts'
import type { Card, Section, Widget } from '../card-schema'
import { joined, plain, plainLines } from '../card-text'
import { openClientAction } from './client-card'
import { standingWidgets } from './contact-widgets'
import { openNoteAction } from './note-card'
import { openNewTaskAction } from './task-card'
import { openTasksAction } from './tasks-card'

/** Makes a draft to a contact's person, or to a person, and opens it in Gmail. */
export const composeToAction = defineAction('compose-to', [], ['contactId', 'personId', 'message'])

export const recipientsOnCard = 5

export interface ComposeRecipient { name: string; address: string; about: Pick<Sidebar, 'match' | 'lastContact' | 'nextContact' | 'openTasks'> }
/** `outsiders`: how many there are in all; `inside`: there are recipients, but no outsiders among them. */
export interface ComposeView {
  recipients: readonly ComposeRecipient[]; outsiders: number; inside: boolean
  dangers: readonly (Pick<Match['warnings'][number], 'text'> & { address: string })[]
}

/** Beside a letter that is being written: who will read it and what was agreed with them. */
export function composeCard(view: ComposeView, context: CardContext): Card {
  const words = composeCardTexts[context.locale]
  const { recipients, dangers, outsiders, inside } = view
  const left = outsiders - Math.min(recipients.length, recipientsOnCard)
  return card({
    name: 'compose', ...heading(view, context),
    sections: [
      dangers.length > 0 ? section(words.dangerTitle, dangers.slice(0, 5).map((danger) => row({ text: danger.text, bottom: danger.address && words.dangerOf(danger.address) }))) : null,
      recipients.length === 0 ? section(null, inside ? [text(cardWords(context).nothingToRegister)] : [text(words.noRecipients), text(words.openAgain)]) : null,
      ...recipients.slice(0, recipientsOnCard).map((recipient, at) => recipientSection(recipient, at === 0, context)),
      recipients.length > 0 ? section(null, [...(left > 0 ? [text(words.more(left))] : []), text(words.whenSent)]) : null,
    ],
  })
}

const isKnown = ({ about: { match } }: ComposeRecipient) => match.kind === 'person' || match.kind === 'counterparty'

function heading({ recipients }: ComposeView, context: CardContext): { title: string; subtitle?: string } {
  const main = recipients.find(isKnown)
  if (!main) return { title: composeCardTexts[context.locale].title, ...(recipients.length > 0 && { subtitle: composeCardTexts[context.locale].unknownMain }) }
  const { person, counterparty } = main.about.match
  return { title: person?.name ?? counterparty?.name ?? main.name, subtitle: person ? joined(person.position, counterparty?.name) : main.address }
}

const short = (value: string | null | undefined) => plain(value, 80)

function recipientSection(recipient: ComposeRecipient, first: boolean, context: CardContext): Section {
  const header = short(recipient.name.trim() || recipient.address)
  return section(header === '' ? null : header, isKnown(recipient) ? knownWidgets(recipient, first, context) : unknownWidgets(recipient, context))
}

function knownWidgets({ name, address, about: { match, nextContact, lastContact, openTasks } }: ComposeRecipient, first: boolean, context: CardContext): Widget[] {
  const words = composeCardTexts[context.locale]
  const { person, counterparty } = match
  const client = { counterpartyId: counterparty?.id }
  const open = openClientAction.on(context, { ...client, personId: person?.id })
  const said = first && lastContact?.direction === 'incoming' ? plainLines(lastContact.content, 300) : ''
  return [
    row({ top: name.trim() && short(address), text: short(counterparty?.name ?? person?.name ?? name), bottom: joined(counterparty && short(person?.name), short(match.reason)), press: open }),
    ...standingWidgets({ next: nextContact, last: lastContact, ...(counterparty && client) }, context),
    ...(said === '' ? [] : [row({ text: words.lastWords }), longText(said, 3)]),
    ...(openTasks.length > 0 ? [row({ text: words.openTasks(openTasks.length), press: openTasksAction.on(context, client) })] : []),
    ...(counterparty ? [buttons(pressButton(words.task, openNewTaskAction.on(context, client)), pressButton(words.note, openNoteAction.on(context, client), 'BORDERLESS'))] : []),
  ]
}

/** A guess is said to be one, and opened by a press; nothing is taken for sure. */
function unknownWidgets({ name, address, about: { match } }: ComposeRecipient, context: CardContext): Widget[] {
  const words = composeCardTexts[context.locale]
  const guess = match.kind === 'suggestion' ? match.counterparty ?? match.person : null
  if (!guess) return [row({ top: name.trim() && short(address), text: words.unknown })]
  return [row({
    top: name.trim() && short(address), text: groupTexts[context.locale].perhaps(short(guess.name)), bottom: short(match.reason),
    press: openClientAction.on(context, match.counterparty ? { counterpartyId: match.counterparty.id } : { personId: guess.id }),
  })]
}
