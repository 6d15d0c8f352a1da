import type { TaskKind } from '@counterpane/shared/domain/codes'
import { Button, Input, Select } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { instantOf, isLocalTime, quickDates } from '../forms/quick-dates'
import { ProblemNotice } from '../parts/problem-notice'

/** A note or a task, typed where it will stand. A note is of now; a task has a term, the next working day at first. */
export function FeedComposer({ counterpartyId }: { counterpartyId: string }) {
  const { call, text } = useSurroundings()
  const queries = useQueryClient()
  const [kind, setKind] = useState<TaskKind>('note')
  const [title, setTitle] = useState('')
  const [due, setDue] = useState(() => quickDates(new Date()).workingDay)
  const add = useMutation({
    mutationFn: () => call('createTask', { body: { kind, title: title.trim(), counterpartyId, dueAt: kind === 'note' ? new Date().toISOString() : instantOf(due) } }),
    onSuccess: () => {
      setTitle('')
      return queries.invalidateQueries({ queryKey: ['feed', counterpartyId] })
    },
  })
  const ready = title.trim() !== '' && (kind === 'note' || isLocalTime(due)) && !add.isPending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) add.mutate()
  }
  const hint = kind === 'note' ? text.feed.noteHint : text.feed.taskHint
  return (
    <form className="jn-composer" onSubmit={submit}>
      <Select aria-label={text.feed.type} value={kind} onChange={(_, { value }) => setKind(value === 'task' ? 'task' : 'note')}>
        <option value="note">{text.feed.note}</option><option value="task">{text.feed.task}</option>
      </Select>
      <Input className="jn-composer-text" aria-label={hint} placeholder={hint} value={title} maxLength={1_000} onChange={(_, { value }) => setTitle(value)} />
      {kind === 'task' && <Input type="datetime-local" aria-label={text.feed.due} value={due} onChange={(_, { value }) => setDue(value)} />}
      <Button type="submit" disabled={!ready}>{text.feed.add}</Button>
      <span role="status" className="jn-hidden">{add.isSuccess && text.feed.added}</span>
      {add.error && <ProblemNotice error={add.error} />}
    </form>
  )
}
