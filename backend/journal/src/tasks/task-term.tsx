import type { Task } from '@counterpane/shared/contract/task'
import { daysFromToday, exactDate, nearDate, termText } from '@counterpane/shared/text/dates'
import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { useSurroundings } from '../api/journal-context'

/** "2 days late", "today 15:00", "Tue 24 Nov 11:00"; of what is done, when it was. */
export function TaskTerm({ task }: { task: Pick<Task, 'done' | 'doneAt' | 'dueAt' | 'overdue'> }) {
  const { locale } = useSurroundings()
  const options = { locale, now: new Date() }
  if (task.done && task.doneAt) return <time className="jn-task-term jn-quiet" dateTime={task.doneAt} title={exactDate(task.doneAt, options)}>{tasksTexts[locale].doneOn(nearDate(task.doneAt, options, false))}</time>
  const words = daysFromToday(new Date(task.dueAt), options) < 0 ? termText(task.dueAt, options) : nearDate(task.dueAt, options)
  return <time className={`jn-task-term ${task.overdue ? 'jn-status jn-tone-overdue' : ''}`} dateTime={task.dueAt} title={exactDate(task.dueAt, options)}>{task.overdue && <span className="jn-dot" aria-hidden="true" />}{words}</time>
}
