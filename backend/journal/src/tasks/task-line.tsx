import type { Task } from '@counterpane/shared/contract/task'
import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { words } from '@counterpane/shared/text/words'
import { MethodIcon } from '@counterpane/shared/ui/method-icon'
import { Link } from '@fluentui/react-components'
import { ArrowRepeatAll16Regular } from '@fluentui/react-icons/svg/arrow-repeat-all'
import { CalendarArrowRight20Regular } from '@fluentui/react-icons/svg/calendar-arrow-right'
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Circle20Regular } from '@fluentui/react-icons/svg/circle'
import { Note16Regular } from '@fluentui/react-icons/svg/note'
import { PersonArrowRight20Regular } from '@fluentui/react-icons/svg/person-arrow-right'
import { memo } from 'react'
import { useSurroundings } from '../api/journal-context'
import { clientPlace, placeHref } from '../view/hash-route'
import { TaskTerm } from './task-term'
import { TaskWork } from './task-work'
import type { TaskForm, TaskOrders } from './task-desk'

interface Props { task: Task; chosen: boolean; form: TaskForm | null; orders: TaskOrders; showManager: boolean }

/** One task: what, by when, for whom, where it came from; what is done with it opens beneath. */
export const TaskLine = memo(function TaskLine({ task, chosen, form, orders, showManager }: Props) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale]
  const tick = () => (task.done ? void orders.reopen(task) : orders.open(task.id, 'done'))
  return (
    <li className="jn-task" data-id={task.id} data-late={(!task.done && task.overdue) || undefined} data-done={task.done || undefined} data-chosen={chosen || undefined} tabIndex={-1}>
      {!task.done && <input type="checkbox" className="jn-task-select" checked={chosen} aria-label={text.select(task.title)} onChange={() => orders.toggle(task)} />}
      <button type="button" className="jn-task-tick" aria-label={task.done ? text.reopen(task.title) : text.done(task.title)} title={task.done ? text.reopen(task.title) : text.done(task.title)} onClick={tick}>
        {task.done ? <CheckmarkCircle20Filled aria-hidden="true" /> : <Circle20Regular aria-hidden="true" />}
      </button>
      <div className="jn-task-body">
        <button type="button" className="jn-task-title" title={text.edit(task.title)} onClick={() => orders.open(task.id, 'edit')}>{task.title}</button>
        <TaskFacts task={task} showManager={showManager} />
        {task.result && <span className="jn-second jn-task-result">{task.result}</span>}
      </div>
      <TaskTerm task={task} />
      {!task.done && (
        <span className="jn-task-buttons">
          <button type="button" className="jn-task-button" aria-label={text.postpone(task.title)} title={`${text.form.move} (p)`} onClick={() => orders.open(task.id, 'postpone')}><CalendarArrowRight20Regular aria-hidden="true" /></button>
          <button type="button" className="jn-task-button" aria-label={text.handOver(task.title)} title={text.form.give} onClick={() => orders.open(task.id, 'hand-over')}><PersonArrowRight20Regular aria-hidden="true" /></button>
        </span>
      )}
      {form && <TaskWork task={task} form={form} orders={orders} />}
    </li>
  )
})

function TaskFacts({ task, showManager }: { task: Task; showManager: boolean }) {
  const { locale, text: say } = useSurroundings()
  const text = tasksTexts[locale]
  return (
    <span className="jn-task-facts">
      {task.kind === 'note' && <span className="jn-with-icon"><Note16Regular aria-hidden="true" />{text.note}</span>}
      {task.counterparty && <Link className="jn-task-client" href={placeHref(clientPlace(task.counterparty.id))}>{task.counterparty.name}</Link>}
      {task.contact && (
        <span className="jn-task-from">
          <span className="jn-method" title={words[locale].method[task.contact.method]}><MethodIcon method={task.contact.method} className="jn-method-icon" /></span><span className="jn-hidden">{text.from(words[locale].method[task.contact.method])} </span>
          <Link href={`#/contacts/${encodeURIComponent(task.contact.id)}?period=all`}>{task.contact.subject || say.list.noSubject}</Link>
        </span>
      )}
      {!task.contact && task.contactId && <span>{text.hiddenContact}</span>}
      {showManager && <span>{task.manager.name}</span>}
      {task.createdBy.id !== task.manager.id && <span>{text.givenBy(task.createdBy.name)}</span>}
      {task.minutes !== null && task.minutes > 0 && <span title={text.spentHint}>{text.spent(task.minutes)}</span>}
      {task.repeat && <span className="jn-with-icon" title={text.repeatHint}><ArrowRepeatAll16Regular aria-hidden="true" />{text.repeats[task.repeat]}</span>}
    </span>
  )
}
