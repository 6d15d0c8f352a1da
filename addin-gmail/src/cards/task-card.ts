import type { Task } from '@counterpane/shared/contract/task'
import { daysFromToday, nearDate, termText } from '@counterpane/shared/text/dates'
import { workCardTexts } from '@counterpane/shared/text/work-cards'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, folding, pressButton, row, section, text } from '../card-parts'
import type { Section } from '../card-schema'
import { joined, plain } from '../card-text'
import type { MessageView } from './message-view'
import { listedName } from './not-chosen'
import { openTasksAction } from './tasks-card'

export const doneAction = defineAction('task-done', ['taskId'], ['message'])
export const reopenTaskAction = defineAction('reopen-task', ['taskId'], ['message'])
export const openTaskAction = defineAction('open-task', ['taskId'], ['message'])
/** `at` is an ISO instant of a quick choice; without it the picker decides. */
export const moveTaskAction = defineAction('move-task', ['taskId'], ['at', 'message'])
export const handOverAction = defineAction('hand-over-task', ['taskId'], ['message'])
export const openNewTaskAction = defineAction('open-new-task', [], ['counterpartyId', 'contactId', 'message'])
export const taskInputs = { result: 'result', at: 'at', manager: 'manager' } as const
/** A longer title is read on the task's own card. */
export const listedTitle = 120
export const taskLimits = { shown: 3, most: 10, asked: 20 } as const

/** "2 days late", "Overdue: today 10:00", "in 3 days": lateness is words, never a colour. */
export function taskTerm({ dueAt, overdue }: Pick<Task, 'dueAt' | 'overdue'>, context: CardContext): string {
  const lateToday = overdue && daysFromToday(new Date(dueAt), context) >= 0
  return lateToday ? workCardTexts[context.locale].overdueSince(nearDate(dueAt, context)) : termText(dueAt, context)
}

export const taskLine = (task: Task, context: CardContext, me?: string) =>
  joined(task.kind === 'note' && workCardTexts[context.locale].note, taskTerm(task, context), task.manager.id !== me && plain(task.manager.name, listedName))

/** The most urgent three with "Done" at once; the rest behind "show more", and the way to all of the client's. A press on the line opens the task. */
export function tasksSection({ sidebar: { openTasks, match }, message }: MessageView, context: CardContext, most: number = taskLimits.most): Section {
  const words = cardWords(context)
  if (openTasks.length === 0) return section(null, [text(words.noTasks)])
  const rows = openTasks.slice(0, most).map((task) => row({
    text: plain(task.title, listedTitle), bottom: taskLine(task, context), press: openTaskAction.on(context, { message, taskId: task.id }),
    button: pressButton(words.done, doneAction.on(context, { message, taskId: task.id })),
  }))
  const all = openTasks.length > taskLimits.shown && match.counterparty && pressButton(workCardTexts[context.locale].allTasks, openTasksAction.on(context, { message, counterpartyId: match.counterparty.id }), 'BORDERLESS')
  const heading = words.openTasks(openTasks.length)
  return folding(openTasks.length < taskLimits.asked ? heading : `${heading}+`, all ? [...rows, buttons(all)] : rows, taskLimits.shown)
}

/** Stands first on the card that comes back after "Done". */
export function justDoneSection({ message, task }: { message?: string; task: Pick<Task, 'id' | 'title'> }, context: CardContext): Section {
  const words = workCardTexts[context.locale]
  return section(null, [text(words.doneNamed(plain(task.title, listedTitle))), buttons(pressButton(words.reopen, reopenTaskAction.on(context, { message, taskId: task.id })))])
}
