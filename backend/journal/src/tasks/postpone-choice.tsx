import type { Task } from '@counterpane/shared/contract/task'
import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { Button, Field, Input } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { instantOf, isLocalTime } from '../forms/quick-dates'
import { dateTimeText } from '../view/period'
import { postponedBy } from './task-terms'

interface Props { tasks: readonly Task[]; onMove: (terms: { task: Task; dueAt: string }[]) => void; onClose: () => void }

/** A later term in one press, at the hour that the task has; or any date. */
export function PostponeChoice({ tasks, onMove, onClose }: Props) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale].form
  const now = new Date()
  const [date, setDate] = useState(() => (tasks[0] ? dateTimeText(postponedBy(1, tasks[0], now)) : ''))
  const by = (days: number) => onMove(tasks.map((task) => ({ task, dueAt: postponedBy(days, task, new Date()).toISOString() })))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isLocalTime(date)) onMove(tasks.map((task) => ({ task, dueAt: instantOf(date) })))
  }
  return (
    <form className="jn-task-form" aria-label={text.postpone} onSubmit={submit}>
      <div role="group" aria-label={text.postpone} className="jn-buttons jn-task-quick">
        <Button autoFocus onClick={() => by(1)}>{text.tomorrow}</Button><Button onClick={() => by(3)}>{text.inThreeDays}</Button><Button onClick={() => by(7)}>{text.nextWeek}</Button>
      </div>
      <Field label={text.date}><Input type="datetime-local" value={date} onChange={(_, { value }) => setDate(value)} /></Field>
      <div className="jn-buttons"><Button type="submit" appearance="primary" disabled={!isLocalTime(date)}>{text.move}</Button><Button onClick={onClose}>{text.cancel}</Button></div>
    </form>
  )
}
