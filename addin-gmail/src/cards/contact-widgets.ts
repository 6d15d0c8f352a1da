import type { Contact } from '@counterpane/shared/contract/contact'
import { clientCardTexts } from '@counterpane/shared/text/client-cards'
import { statusText } from '@counterpane/shared/text/words'
import { cardWords, type CardContext } from '../card-context'
import { buttons, folding, pressButton, row, section, text } from '../card-parts'
import type { Action, Section, Widget } from '../card-schema'
import { joined } from '../card-text'
import { clip, contactRow, rowLimits } from './contact-row'
import { openHistoryAction } from './history-card'
import type { MessageView } from './message-view'
import { openPlanAction } from './plan-card'
import { openNewTaskAction } from './task-card'

interface Standing { next: Contact | null; last: Contact | null; counterpartyId?: string; message?: string }

/** The next planned contact with its goal, and the last held one; that there is none is said too, with the way to make one. */
export function standingWidgets({ next, last, counterpartyId, message }: Standing, context: CardContext): Widget[] {
  const words = clientCardTexts[context.locale]
  // A plan follows a contact; where there has been none, a task says what is to be done.
  const plan: [string, Action] | null = last ? [words.plan, openPlanAction.on(context, { contactId: last.id, message })]
    : counterpartyId ? [words.planTask, openNewTaskAction.on(context, { counterpartyId, message })] : null
  return [
    next ? contactRow(next, { label: words.next, message, said: joined(clip(next.type?.name, rowLimits.name), clip(next.manager?.name, rowLimits.name), statusText(next, context.locale)) }, context)
      : row({ top: words.next, text: words.nothingPlanned, ...(plan && { button: pressButton(...plan) }) }),
    last ? contactRow(last, { label: words.last, message }, context) : row({ top: words.last, text: words.noContactYet }),
  ]
}

export function nextAndLast({ sidebar: { nextContact, lastContact, match }, message }: MessageView, context: CardContext): Section {
  return section(null, standingWidgets({ next: nextContact, last: lastContact, counterpartyId: match.counterparty?.id, message }, context))
}

export const historyLimits = { shown: 3, most: 6 } as const

/** The latest three, the rest folded, and the way to all of them. */
export function historySection({ sidebar: { history, match }, message }: MessageView, context: CardContext, most: number = historyLimits.most): Section {
  const words = cardWords(context)
  const rows = history.items.slice(0, most).map((contact) => contactRow(contact, { message }, context))
  if (rows.length === 0) return section(words.history('0'), [text(words.noHistory)])
  if (history.items.length <= historyLimits.shown) return section(words.history(String(rows.length)), rows)
  const more = history.nextCursor !== null || history.items.length > most
  const whose = match.counterparty ? { counterpartyId: match.counterparty.id } : { personId: match.person?.id }
  const all = buttons(pressButton(clientCardTexts[context.locale].allHistory, openHistoryAction.on(context, { ...whose, message }), 'BORDERLESS'))
  return folding(words.history(`${rows.length}${more ? '+' : ''}`), [...rows, all], historyLimits.shown)
}
