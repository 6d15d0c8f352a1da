import { cardWords, type CardContext } from '../card-context'
import { card, section, text, type Footer } from '../card-parts'
import type { Card, Widget } from '../card-schema'
import { joined } from '../card-text'
import { historyLimits, historySection, nextAndLast } from './contact-widgets'
import { conversationWidgets } from './conversation-line'
import { followUpSection } from './follow-up-widgets'
import { colleagueWidgets, counterpartyWidgets, suggestionWidgets, unknownWidgets, warningSection } from './match-widgets'
import { furtherActions, messageMenu } from './message-menu'
import type { MessageView } from './message-view'
import { candidatesSection, participantLimits, participantsSection, sentByWidgets } from './participants-section'
import { registerAction } from './register-buttons'
import { excludedWidgets, reasonWidgets, registeredWidgets, registerWidgets } from './register-widgets'
import { openNewTaskAction, taskLimits, tasksSection } from './task-card'

/** Gmail takes little more than this of a card. */
const cardBytes = 40_000
/** What stands behind "show more" is left out first where long names make a card too heavy; the ways to all of it stay. */
const rowsByRoom = [
  { tasks: taskLimits.most, history: historyLimits.most, people: participantLimits.most },
  { tasks: 6, history: historyLimits.most, people: participantLimits.most },
  { tasks: taskLimits.shown, history: historyLimits.shown, people: participantLimits.shown },
] as const
type Rows = (typeof rowsByRoom)[number]
const weight = (card: Card) => new TextEncoder().encode(JSON.stringify(card)).length

/** The card of an opened message, whoever wrote it: who, register, next and last, tasks, people, history. */
export function messageCard(view: MessageView, context: CardContext): Card {
  const [most, fewer, fewest] = rowsByRoom
  const whole = drawn(view, context, most)
  if (weight(whole) <= cardBytes) return whole
  const lighter = drawn(view, context, fewer)
  return weight(lighter) <= cardBytes ? lighter : drawn(view, context, fewest)
}

function drawn(view: MessageView, context: CardContext, rows: Rows): Card {
  const { match, registered, excluded } = view.sidebar
  const known = isKnown(view)
  const closed = excluded || match.rule === 'blocked' || match.kind === 'internal'
  return card({
    name: 'message', ...heading(view, context), menu: messageMenu(view, context),
    sections: [
      warningSection(view, context),
      registered ? section(null, registeredWidgets(view, context)) : null,
      followUpSection(view, context),
      section(null, [...sentByWidgets(view, context), ...mainWidgets(view, context), ...conversationWidgets(view, context), ...(known ? furtherActions(view, context) : [])]),
      registered || closed ? null : candidatesSection(view, context),
      ...(known ? [nextAndLast(view, context), tasksSection(view, context, rows.tasks)] : []),
      closed ? null : participantsSection(view, context, rows.people),
      known ? historySection(view, context, rows.history) : null,
    ],
    footer: footer(view, context),
  })
}

const isKnown = ({ sidebar: { match } }: MessageView) => match.kind === 'person' || match.kind === 'counterparty'

function heading({ sidebar: { match }, sender }: MessageView, context: CardContext): { title: string; subtitle: string } {
  const words = cardWords(context)
  const named = sender.name.trim() || sender.address || words.noName
  const address = sender.name.trim() ? sender.address : ''
  switch (match.kind) {
    case 'person': return { title: match.person?.name ?? named, subtitle: joined(match.person?.position, match.counterparty?.name) }
    case 'counterparty': return { title: match.counterparty?.name ?? named, subtitle: sender.address }
    case 'suggestion': return { title: named, subtitle: words.perhaps(joined(match.person?.name, match.counterparty?.name)) }
    case 'internal': return { title: named, subtitle: words.ownColleague }
    case 'none': return { title: named, subtitle: address || (match.rule === 'blocked' ? '' : words.notInBase) }
  }
}

function mainWidgets(view: MessageView, context: CardContext): Widget[] {
  const { match, registered, excluded } = view.sidebar
  if (registered) return reasonWidgets(view, context)
  if (excluded) return excludedWidgets(view, context)
  if (match.rule === 'blocked') return [text(cardWords(context).neverRegistered)]
  switch (match.kind) {
    case 'person': return [...reasonWidgets(view, context), ...registerWidgets(view, context)]
    case 'counterparty': return counterpartyWidgets(view, context)
    case 'suggestion': return suggestionWidgets(view, context)
    case 'internal': return colleagueWidgets(view, context)
    case 'none': return unknownWidgets(view, context)
  }
}

/** Always in sight: the one thing to do next, and a new task. */
function footer({ sidebar: { match, registered, excluded, sendOrder }, message }: MessageView, context: CardContext): Footer | null {
  const words = cardWords(context)
  const task = { words: words.newTask, action: openNewTaskAction.on(context, { message, counterpartyId: match.counterparty?.id, contactId: registered?.contactId }) }
  if (registered) return { primary: task }
  if (excluded || match.rule === 'blocked' || (match.kind !== 'person' && match.kind !== 'counterparty')) return null
  return { primary: { words: words.register, action: registerAction.on(context, { message, order: sendOrder?.id }) }, secondary: task }
}
