import { ProblemError } from '@counterpane/shared/contract/http-client'
import type { Task } from '@counterpane/shared/contract/task'
import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useEffect, useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useTaskChanges } from '../api/task-changes'
import { instantOf, isLocalTime } from '../forms/quick-dates'
import { ProblemNotice } from '../parts/problem-notice'
import { dateTimeText } from '../view/period'
import { readMinutes } from './task-done-form'
import { TaskFields, type TaskDraft } from './task-fields'
import type { TaskOrders } from './task-desk'

const draftOf = ({ title, dueAt, manager, counterparty, repeat, minutes }: Task): TaskDraft & { minutes: string } =>
  ({ title, due: dateTimeText(new Date(dueAt)), managerId: manager.id, client: counterparty, repeat, minutes: minutes === null ? '' : String(minutes) })

/** A task changed in place; what somebody changed meanwhile is not overwritten. */
export function TaskEditForm({ task, orders, onClose }: { task: Task; orders: TaskOrders; onClose: () => void }) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale]
  const { refresh } = useTaskChanges()
  // The version that was being edited: a list that refreshes itself meanwhile must not make a stale edit look fresh.
  const [began, begin] = useState(task)
  const [draft, setDraft] = useState(() => draftOf(task))
  const isTouched = JSON.stringify(draft) !== JSON.stringify(draftOf(began))
  // A form that nobody has touched shows what is stored: a change may have been taken back right under it.
  useEffect(() => {
    if (isTouched || task.etag === began.etag) return
    begin(task)
    setDraft(draftOf(task))
  }, [task, began, isTouched])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const stale = isStale(error)
  const set = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }))
  const ready = draft.title.trim() !== '' && isLocalTime(draft.due) && !busy
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    setBusy(true)
    // A term that was not touched keeps its seconds.
    const dueAt = draft.due === draftOf(began).due ? began.dueAt : instantOf(draft.due)
    try {
      await orders.save(stale ? task : began, { title: draft.title.trim(), dueAt, managerId: draft.managerId, counterpartyId: draft.client?.id ?? null, repeat: draft.repeat, minutes: readMinutes(draft.minutes) })
      onClose()
    } catch (problem) {
      setError(problem)
      if (isStale(problem)) void refresh()
    }
    setBusy(false)
  }
  return (
    <form className="jn-task-form jn-task-edit" aria-label={text.form.edit} onSubmit={(event) => void submit(event)}>
      <Field className="jn-task-wide" label={text.add.title}><Input autoFocus value={draft.title} maxLength={1_000} onChange={(_, { value }) => set({ title: value })} /></Field>
      <TaskFields draft={draft} set={set} known={task.manager} />
      <Field className="jn-task-minutes" label={text.add.minutes}><Input type="number" min={0} max={527_040} value={draft.minutes} onChange={(_, { value }) => set({ minutes: value })} /></Field>
      {error !== null && (stale ? <MessageBar className="jn-task-wide" intent="warning" role="alert"><MessageBarBody>{text.form.stale}</MessageBarBody></MessageBar> : <div className="jn-task-wide"><ProblemNotice error={error} /></div>)}
      <div className="jn-buttons jn-task-wide"><Button type="submit" appearance="primary" disabled={!ready}>{text.form.keep}</Button><Button onClick={onClose}>{text.form.cancel}</Button></div>
    </form>
  )
}
const isStale = (error: unknown) => error instanceof ProblemError && error.problem.status === 412
