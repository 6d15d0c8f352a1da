import type { Task } from '@counterpane/shared/contract/task'
import { termText } from '@counterpane/shared/text/dates'
import { dayTexts } from '@counterpane/shared/text/day-journal'
import { Checkbox } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { clientPlace, placeHref } from '../view/hash-route'

/** A task of the day: ticked off where it stands. */
export function DayTask({ task, busy, onDone }: { task: Task; busy: boolean; onDone: (task: Task) => void }) {
  const { locale } = useSurroundings()
  return (
    <li className={`jn-day-line ${task.overdue ? 'jn-tone-overdue' : ''}`}>
      <Checkbox className="jn-tick" checked={false} disabled={busy} aria-label={dayTexts[locale].doneOf(task.title)} onChange={() => onDone(task)} />
      <span className="jn-day-what">
        <span className="jn-breakable">{task.title}</span>
        <span className="jn-feed-meta">
          <span className={task.overdue ? 'jn-status' : 'jn-quiet'}>{termText(task.dueAt, { locale, now: new Date() })}</span>
          {task.counterparty && <a className="jn-quiet-link" href={placeHref(clientPlace(task.counterparty.id))}>{task.counterparty.name}</a>}
          {task.createdBy.id !== task.manager.id && <span className="jn-quiet">{task.createdBy.name}</span>}
        </span>
      </span>
    </li>
  )
}
