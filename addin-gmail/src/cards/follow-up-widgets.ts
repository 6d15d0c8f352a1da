import type { Contact } from '@counterpane/shared/contract/contact'
import type { Task } from '@counterpane/shared/contract/task'
import { nearTime } from '@counterpane/shared/text/dates'
import { registerCardTexts } from '@counterpane/shared/text/register-cards'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, pressButton, section, text } from '../card-parts'
import type { Section } from '../card-schema'
import { inDays, nextWeek, nextWorkingDay } from '../quick-times'
import type { MessageView } from './message-view'
import { refreshAction } from './plain-cards'
import { methodChoice, openPlanAction, planAction, planInputs } from './plan-card'

/** The registered message closes a plan or a task, or it does not; either way the next question follows. */
export const closeAction = defineAction('close-plan', ['message', 'contactId'], ['planId', 'taskId'])
export const keepAction = defineAction('keep-plan', ['message', 'contactId'], ['planId', 'taskId'])

export type Question = { kind: 'plan'; contact: Contact } | { kind: 'task'; task: Task } | { kind: 'next' }

/** One question at a time (product 2.2.7). A plan of another client than the one it was registered for is not asked about. */
export function questionOf({ sidebar, after }: MessageView): Question | null {
  const { match, registered, nextContact, openTasks } = sidebar
  if (!registered || !after || after.ask === 'nothing') return null
  const sameClient = registered.counterparty !== null && registered.counterparty.id === match.counterparty?.id
  const task = openTasks.find(({ kind }) => kind === 'task')
  if (sameClient && after.ask === 'plan' && nextContact && nextContact.id !== after.contactId) return { kind: 'plan', contact: nextContact }
  if (sameClient && after.ask !== 'next' && task) return { kind: 'task', task }
  return { kind: 'next' }
}

export function followUpSection(view: MessageView, context: CardContext): Section | null {
  const question = questionOf(view)
  if (!question || !view.after) return null
  return question.kind === 'next' ? nextStep(view.message, view.after.contactId, context) : closing(view.message, view.after.contactId, question, context)
}

function closing(message: string, contactId: string, question: Exclude<Question, { kind: 'next' }>, context: CardContext): Section {
  const words = registerCardTexts[context.locale]
  const [said, ids] = question.kind === 'plan'
    ? [words.pane.closesPlan([nearTime(question.contact, context), question.contact.subject].filter(Boolean).join(', ')), { planId: question.contact.id }]
    : [words.pane.closesTask(question.task.title), { taskId: question.task.id }]
  return section(null, [
    text(said),
    buttons(pressButton(words.close, closeAction.on(context, { message, contactId, ...ids }), 'FILLED'), pressButton(words.pane.keep, keepAction.on(context, { message, contactId, ...ids }))),
  ])
}

/** A call unless another way is chosen; a press on a day plans it. */
function nextStep(message: string, contactId: string, context: CardContext): Section {
  const words = cardWords(context)
  const own = registerCardTexts[context.locale]
  const ids = { message, contactId }
  const at = (label: string, when: Date) => pressButton(label, planAction.on(context, { ...ids, at: when.toISOString() }))
  return section(own.pane.nextStep, [
    methodChoice(planInputs.method, 'call', context),
    buttons(at(words.nextWorkingDay, nextWorkingDay(context)), at(words.inThreeDays, inDays(3, context)), at(words.nextWeek, nextWeek(context))),
    buttons(pressButton(own.anotherTime, openPlanAction.on(context, ids), 'BORDERLESS'), pressButton(own.notNow, refreshAction.on(context, { message }), 'BORDERLESS')),
  ])
}
