import type { Task } from '@counterpane/shared/contract/task'
import { nearDate, termText } from '@counterpane/shared/text/dates'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, folding, input, moment, pressButton, row, section, text } from '../card-parts'
import type { Card, Section } from '../card-schema'
import { joined } from '../card-text'
import { inDays } from '../quick-times'
import type { MessageView } from './message-view'

export const doneAction = defineAction('task-done', ['taskId'], ['message'])
export const openTaskAction = defineAction('open-task', ['taskId'], ['message'])
/** `at` is an ISO instant of a quick choice; without it the picker decides. */
export const moveTaskAction = defineAction('move-task', ['taskId'], ['at', 'message'])
export const openNewTaskAction = defineAction('open-new-task', [], ['counterpartyId', 'contactId', 'message'])
export const newTaskAction = defineAction('new-task', [], ['counterpartyId', 'contactId', 'message'])
export const taskInputs = { result: 'result', at: 'at', title: 'title' } as const
export const taskLimits = { shown: 3, most: 10 } as const

const term = (task: Pick<Task, 'dueAt'>, context: CardContext) => termText(task.dueAt, context)

/** The most urgent three with "Done" at once; the rest behind "show more". A press on the line opens the task. */
export function tasksSection({ sidebar: { openTasks }, message }: MessageView, context: CardContext): Section {
  const words = cardWords(context)
  if (openTasks.length === 0) return section(null, [text(words.noTasks)])
  const rows = openTasks.slice(0, taskLimits.most).map((task) => row({
    text: task.title, bottom: joined(term(task, context), task.manager.name),
    press: openTaskAction.on(context, { message, taskId: task.id }), button: pressButton(words.done, doneAction.on(context, { message, taskId: task.id })),
  }))
  return folding(words.openTasks(openTasks.length), rows, taskLimits.shown)
}

export interface TaskView { message?: string; task: Pick<Task, 'id' | 'title' | 'dueAt' | 'done'>; client: string | null; problem?: string }

export function taskCard({ message, task, client, problem }: TaskView, context: CardContext): Card {
  const words = cardWords(context)
  const move = (label: string, days: number) => pressButton(label, moveTaskAction.on(context, { message, taskId: task.id, at: inDays(days, context).toISOString() }))
  return card({
    name: 'task', title: task.title, subtitle: joined(client, task.done ? words.taskDone : term(task, context)),
    sections: [
      section(null, [
        ...(problem ? [text(problem)] : []),
        row({ top: words.dueDate, text: nearDate(task.dueAt, context), bottom: term(task, context) }),
        ...(task.done ? [text(words.taskDone)] : [
          input(taskInputs.result, words.result, '', { many: true }),
          buttons(pressButton(words.done, { ...doneAction.on(context, { message, taskId: task.id }), persistValues: true }, 'FILLED')),
        ]),
      ]),
      task.done ? null : section(words.moveTo, [
        buttons(move(words.tomorrow, 1), move(words.inThreeDays, 3), move(words.nextWeek, 7)),
        moment(taskInputs.at, words.when, inDays(1, context)),
        buttons(pressButton(words.move, { ...moveTaskAction.on(context, { message, taskId: task.id }), persistValues: true })),
      ]),
    ],
  })
}

export interface NewTaskView { message?: string; counterpartyId: string | null; contactId: string | null; client: string; title: string; problem?: string }

export function newTaskCard({ message, counterpartyId, contactId, client, title, problem }: NewTaskView, context: CardContext): Card {
  const words = cardWords(context)
  return card({
    name: 'new-task', title: words.newTask, subtitle: client,
    sections: [section(null, [
      ...(problem ? [text(problem)] : []),
      input(taskInputs.title, words.taskTitle, title),
      moment(taskInputs.at, words.dueDate, inDays(1, context)),
      buttons(pressButton(words.save, { ...newTaskAction.on(context, { message, counterpartyId, contactId }), persistValues: true, requiredWidgets: [taskInputs.title] }, 'FILLED')),
    ])],
  })
}
