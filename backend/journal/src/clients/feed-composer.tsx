import { feedTexts } from '@counterpane/shared/text/feed-journal'
import type { TaskKind } from '@counterpane/shared/domain/codes'
import { Button, Input, Select } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { useManagers } from '../api/journal-queries'
import { useTaskChanges } from '../api/task-changes'
import { instantOf, isLocalTime, quickDates, roundedNow } from '../forms/quick-dates'
import { ProblemNotice } from '../parts/problem-notice'

/** A note or a task, typed where it will stand, with a date and a manager. A note is of now unless another date is given; a task has a term, the next working day at first. */
export function FeedComposer({ counterpartyId }: { counterpartyId: string }) {
  const { text, locale } = useSurroundings()
  const me = useMe()
  const { data: managers } = useManagers()
  const { add } = useTaskChanges()
  const [kind, setKind] = useState<TaskKind>('note')
  const [title, setTitle] = useState('')
  const [given, setGiven] = useState<string | null>(null)
  const [managerId, setManagerId] = useState(me.id)
  const usual = kind === 'note' ? roundedNow(new Date()) : quickDates(new Date()).workingDay
  const date = given ?? usual
  const ready = title.trim() !== '' && isLocalTime(date) && !add.isPending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const dueAt = kind === 'note' && given === null ? new Date().toISOString() : instantOf(date)
    if (ready) add.mutate({ kind, title: title.trim(), counterpartyId, dueAt, managerId }, { onSuccess: () => { setTitle(''); setGiven(null) } })
  }
  const hint = kind === 'note' ? text.feed.noteHint : text.feed.taskHint
  const say = feedTexts[locale]
  return (
    <form className="jn-composer" onSubmit={submit}>
      <Select aria-label={text.feed.type} value={kind} onChange={(_, { value }) => { setKind(value === 'task' ? 'task' : 'note'); setGiven(null) }}>
        <option value="note">{text.feed.note}</option><option value="task">{text.feed.task}</option>
      </Select>
      <Input className="jn-composer-text" aria-label={hint} placeholder={hint} value={title} maxLength={1_000} onChange={(_, { value }) => setTitle(value)} />
      <Input type="datetime-local" aria-label={kind === 'note' ? say.date : text.feed.due} title={kind === 'note' ? say.dateHint : text.feed.due} value={date} onChange={(_, { value }) => setGiven(value)} />
      <Select className="jn-composer-manager" aria-label={say.manager} title={say.manager} value={managerId} onChange={(_, { value }) => setManagerId(value)}>
        {!managers?.items.some(({ id }) => id === me.id) && <option value={me.id}>{me.name}</option>}
        {managers?.items.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </Select>
      <Button type="submit" disabled={!ready}>{text.feed.add}</Button>
      <span role="status" className="jn-hidden">{add.isSuccess && text.feed.added}</span>
      {add.error && <ProblemNotice error={add.error} />}
    </form>
  )
}
