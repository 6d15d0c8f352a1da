import type { Task } from '@counterpane/shared/contract/task'
import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { Button, Field, Input } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { focusTask } from './focus-task'
import type { TaskOrders } from './task-desk'

export const readMinutes = (typed: string) => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null)

/** One line about the result and the minutes it took; one Enter and the task is done. */
export function TaskDoneForm({ task, orders, onClose }: { task: Task; orders: TaskOrders; onClose: () => void }) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale]
  const [result, setResult] = useState(task.result)
  const [minutes, setMinutes] = useState(task.minutes === null ? '' : String(task.minutes))
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const neighbour = neighbourOf(task.id)
    const done = await orders.finish(task, { result: result.trim(), minutes: readMinutes(minutes) })
    setBusy(false)
    if (!done) return
    orders.close()
    if (neighbour) focusTask(neighbour)
  }
  return (
    <form className="jn-task-form" aria-label={text.form.done} onSubmit={(event) => void submit(event)}>
      <Field className="jn-grow" label={text.form.done}><Input autoFocus value={result} maxLength={10_000} onChange={(_, { value }) => setResult(value)} /></Field>
      <Field className="jn-task-minutes" label={text.form.minutes}><Input type="number" min={0} max={527_040} value={minutes} onChange={(_, { value }) => setMinutes(value)} /></Field>
      <div className="jn-buttons"><Button type="submit" appearance="primary" disabled={busy}>{text.form.save}</Button><Button onClick={onClose}>{text.form.cancel}</Button></div>
    </form>
  )
}

function neighbourOf(id: string): string | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('.jn-task')]
  const at = all.findIndex((one) => one.dataset.id === id)
  return (all[at + 1] ?? all[at - 1])?.dataset.id
}
