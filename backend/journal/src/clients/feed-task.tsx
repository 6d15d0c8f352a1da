import type { Task } from '@counterpane/shared/contract/task'
import { daysFromToday, termText } from '@counterpane/shared/text/dates'
import { feedTexts } from '@counterpane/shared/text/feed-journal'
import { Checkbox } from '@fluentui/react-components'
import { Alert16Regular } from '@fluentui/react-icons/svg/alert'
import { Note16Regular } from '@fluentui/react-icons/svg/note'
import { useFeedTask } from '../api/feed-queries'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'

/** A note that was written for a later day reminds of itself; one of the moment is only read. */
export const asksOnItsDay = ({ kind, dueAt, createdAt }: Pick<Task, 'kind' | 'dueAt' | 'createdAt'>) => kind === 'task' || Date.parse(dueAt) - Date.parse(createdAt) > 60_000

/** A task or a note of the feed, with a mark when its term comes. */
export function FeedTask({ task }: { task: Task }) {
  const { text, locale } = useSurroundings()
  const say = feedTexts[locale]
  const tick = useFeedTask(task.id)
  const asks = asksOnItsDay(task)
  const done = tick.isPending ? tick.variables : task.done
  const names = task.kind === 'task' ? [text.feed.markOpen(task.title), text.feed.markDone(task.title)] : [say.markOpen(task.title), say.markDone(task.title)]
  return (
    <span className={`jn-feed-body ${asks && task.overdue && !done ? 'jn-tone-overdue' : ''}`}>
      <span className="jn-feed-meta">
        {asks && <Checkbox className="jn-tick" checked={done} onChange={(_, { checked }) => tick.mutate(checked === true)} aria-label={done ? names[0] : names[1]} />}
        <span className="jn-with-icon">{task.kind === 'note' && <Note16Regular aria-hidden="true" />}{task.kind === 'note' ? text.feed.note : text.feed.task}</span>
        {asks && <FeedTerm task={task} done={done} />}
        <span className="jn-quiet">{task.manager.name}</span>
        {task.createdBy.id !== task.manager.id && <span className="jn-quiet">{say.givenBy(task.createdBy.name)}</span>}
      </span>
      <span className={done ? 'jn-done' : 'jn-prose'}>{task.title}</span>
      {task.result && <span className="jn-second">{task.result}</span>}
      {tick.error && <ProblemNotice error={tick.error} />}
    </span>
  )
}

function FeedTerm({ task, done }: { task: Task; done: boolean }) {
  const { text, locale } = useSurroundings()
  const say = feedTexts[locale]
  const options = { locale, now: new Date() }
  if (done) return <span className="jn-quiet">{text.feed.done}</span>
  const days = daysFromToday(new Date(task.dueAt), options)
  if (task.overdue) return <span className="jn-status jn-with-icon"><Alert16Regular aria-hidden="true" />{days < 0 && task.kind === 'task' ? termText(task.dueAt, options) : say.came}</span>
  if (days === 0) return <span className="jn-with-icon jn-warning"><Alert16Regular aria-hidden="true" />{say.dueToday}</span>
  return <span className="jn-quiet">{termText(task.dueAt, options)}</span>
}
