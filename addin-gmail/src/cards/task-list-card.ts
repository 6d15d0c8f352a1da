import type { Task } from '@counterpane/shared/contract/task'
import { daysFromToday } from '@counterpane/shared/text/dates'
import { workCardTexts } from '@counterpane/shared/text/work-cards'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, pressButton, row, section, text } from '../card-parts'
import type { Card, Section } from '../card-schema'
import { plain } from '../card-text'
import { listedName } from './not-chosen'
import { justDoneSection, listedTitle, openNewTaskAction, openTaskAction, taskLine } from './task-card'
import { openTasksAction } from './tasks-card'

/** "Done" that leaves the list where it is. */
export const doneInListAction = defineAction('task-done-in-list', ['taskId'], ['counterpartyId', 'cursor', 'message'])

export interface TaskListView {
  message?: string; client: { id: string; name: string } | null; me: string; tasks: readonly Task[]
  /** Where this page begins, and where the next one does. */
  cursor: string | null; nextCursor: string | null; justDone?: Pick<Task, 'id' | 'title'>
}

/** One page of what is owed, the most overdue first. */
export function taskListCard(view: TaskListView, context: CardContext): Card {
  const [words, own] = [cardWords(context), workCardTexts[context.locale]]
  const { message, client, tasks, nextCursor, justDone } = view
  const today = (task: Task) => daysFromToday(new Date(task.dueAt), context) <= 0
  const overdue = tasks.filter((task) => task.overdue)
  const ahead = tasks.filter((task) => !task.overdue)
  const ids = { message, counterpartyId: client?.id }
  return card({
    name: 'tasks', title: client?.name ?? own.myTasks, subtitle: client && own.ofClient,
    sections: [
      justDone ? justDoneSection({ message, task: justDone }, context) : null,
      group(own.overdue, overdue, view, context), group(own.today, ahead.filter(today), view, context), group(own.later, ahead.filter((task) => !today(task)), view, context),
      tasks.length === 0 ? section(null, [text(client ? words.noTasks : own.noMyTasks)]) : null,
      section(null, [buttons(
        nextCursor !== null && pressButton(own.more, openTasksAction.on(context, { ...ids, cursor: nextCursor })),
        pressButton(words.newTask, openNewTaskAction.on(context, ids), 'BORDERLESS'),
      )]),
    ],
  })
}

function group(header: string, tasks: readonly Task[], { message, client, cursor, me }: TaskListView, context: CardContext): Section | null {
  if (tasks.length === 0) return null
  return section(header, tasks.map((task) => row({
    top: client ? null : plain(task.counterparty?.name, listedName), text: plain(task.title, listedTitle), bottom: taskLine(task, context, me), press: openTaskAction.on(context, { message, taskId: task.id }),
    button: pressButton(cardWords(context).done, doneInListAction.on(context, { message, counterpartyId: client?.id, cursor, taskId: task.id })),
  })))
}
