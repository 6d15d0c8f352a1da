import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { Button, Input } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { useTaskChanges } from '../api/task-changes'
import { instantOf, isLocalTime, quickDates } from '../forms/quick-dates'
import { ProblemNotice } from '../parts/problem-notice'
import { useKeys } from '../parts/use-keys'
import { TaskFields, type TaskDraft } from './task-fields'

interface Props { managerId: string; client: TaskDraft['client']; onAdded: (title: string) => void }

/** A new task at the top of the list: its title and Enter; the rest is there once one writes. */
export function TaskComposer({ managerId, client, onAdded }: Props) {
  const { locale } = useSurroundings()
  const me = useMe()
  const text = tasksTexts[locale].add
  const { add } = useTaskChanges()
  const fresh = (): TaskDraft => ({ title: '', due: quickDates(new Date()).workingDay, managerId, client, repeat: null })
  const [draft, setDraft] = useState(fresh)
  const [unfolded, unfold] = useState(false)
  const set = (part: Partial<TaskDraft>) => setDraft((now) => ({ ...now, ...part }))
  useKeys({ n: () => { unfold(true); document.querySelector<HTMLInputElement>('.jn-task-new input')?.focus() } })
  const ready = draft.title.trim() !== '' && isLocalTime(draft.due) && !add.isPending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const title = draft.title.trim()
    add.mutate({ title, dueAt: instantOf(draft.due), managerId: draft.managerId, counterpartyId: draft.client?.id ?? null, repeat: draft.repeat }, { onSuccess: () => { set({ title: '', repeat: null }); onAdded(title) } })
  }
  return (
    <form
      className="jn-task-composer" aria-label={text.save} onSubmit={submit}
      onKeyDown={({ key, defaultPrevented }) => { if (key === 'Escape' && !defaultPrevented && unfolded) { setDraft({ ...fresh(), managerId: me.id === managerId ? me.id : managerId }); unfold(false) } }}
    >
      <div className="jn-task-new">
        <Input className="jn-grow" aria-label={text.title} placeholder={`${text.title} (n)`} value={draft.title} maxLength={1_000} onFocus={() => unfold(true)} onChange={(_, { value }) => set({ title: value })} />
        <Button type="submit" appearance="primary" disabled={!ready}>{text.save}</Button>
      </div>
      {unfolded && <div className="jn-task-form jn-task-edit"><TaskFields draft={draft} set={set} known={me} /></div>}
      {add.error && <ProblemNotice error={add.error} />}
    </form>
  )
}
