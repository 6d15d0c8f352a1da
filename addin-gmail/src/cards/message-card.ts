import { cardWords, type CardContext } from '../card-context'
import { card, section, text, type Footer } from '../card-parts'
import type { Card, Section, Widget } from '../card-schema'
import { joined } from '../card-text'
import { registerAction } from './choice-card'
import { historySection, nextAndLast } from './contact-widgets'
import { candidatesSection, counterpartyWidgets, suggestionWidgets, unknownWidgets, warningSection } from './match-widgets'
import type { MessageView } from './message-view'
import { excludedWidgets, reasonWidgets, registeredWidgets, registerWidgets } from './register-widgets'
import { openNewTaskAction, tasksSection } from './task-card'

/** The card of an opened message, whoever wrote it: who, register, next and last, tasks, history. At most about 50 widgets. */
export function messageCard(view: MessageView, context: CardContext): Card {
  const { match } = view.sidebar
  const known = match.person !== null || match.counterparty !== null
  return card({
    name: 'message', ...heading(view, context),
    sections: [
      warningSection(view, context),
      section(null, mainWidgets(view, context)),
      view.sidebar.registered || view.sidebar.excluded ? null : candidatesSection(view, context),
      ...(known && match.kind !== 'internal' ? clientSections(view, context) : []),
    ],
    footer: footer(view, context),
  })
}

const clientSections = (view: MessageView, context: CardContext): Section[] => [nextAndLast(view, context), tasksSection(view, context), historySection(view, context)]

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
  const words = cardWords(context)
  const { match, registered, excluded } = view.sidebar
  if (registered) return [...registeredWidgets(view, context), ...reasonWidgets(view, context)]
  if (excluded) return excludedWidgets(view, context)
  if (match.rule === 'blocked') return [text(words.neverRegistered)]
  switch (match.kind) {
    case 'person': return [...reasonWidgets(view, context), ...registerWidgets(view, context)]
    case 'counterparty': return counterpartyWidgets(view, context)
    case 'suggestion': return suggestionWidgets(view, context)
    case 'internal': return [text(words.nothingToRegister)]
    case 'none': return unknownWidgets(view, context)
  }
}

/** Always in sight: the one thing to do next, and a new task. */
function footer({ sidebar: { match, registered, excluded }, message }: MessageView, context: CardContext): Footer | null {
  const words = cardWords(context)
  const task = { words: words.newTask, action: openNewTaskAction.on(context, { message, counterpartyId: match.counterparty?.id, contactId: registered?.contactId }) }
  if (registered) return { primary: task }
  if (excluded || match.rule === 'blocked' || (match.kind !== 'person' && match.kind !== 'counterparty')) return null
  return { primary: { words: words.register, action: registerAction.on(context, { message }) }, secondary: task }
}
