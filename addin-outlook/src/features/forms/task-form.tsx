import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { Task } from '@counterpane/shared/contract/task'
import type { TaskKind } from '@counterpane/shared/domain/codes'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { dayInput, fromInput, laterToday, nextWeek, tomorrow } from '../../app/dates-ahead'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { useDeed, usePane, usePaneState, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { sendable } from '../../app/sendable'
import { useManagers } from './managers'
import { PaneForm } from './pane-form'
import type { Who } from './who'

const longestTitle = 1_000
/** `contactId`: what the open email is registered as; null while it is not; undefined where there is no email. */
interface Props { kind: TaskKind; who: Who; subject: string; contactId?: string | null; onMade: (task: Task) => void; onClose: () => void }

/** A task takes the email's subject as its title and stays linked to what was registered; a note is one line for today. */
export function TaskForm({ kind, who, subject, contactId, onMade, onClose }: Props) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const { api, session, store, now } = usePane()
  const managers = useManagers()
  const me = session.manager()?.id ?? ''
  const [title, setTitle] = useState(kind === 'task' ? subject : '')
  const [day, setDay] = useState(dayInput(kind === 'task' ? tomorrow(now()) : now()))
  const [assignee, setAssignee] = useState(me)
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const missing = title.trim() === ''
  const days = [{ name: texts.today, at: now() }, { name: texts.tomorrow, at: tomorrow(now()) }, { name: texts.nextWeek, at: nextWeek(now()) }]

  async function save() {
    setAsked(true)
    const picked = fromInput(day)
    if (busy || missing || !picked) return
    setBusy(true)
    const dueAt = day === dayInput(now()) ? laterToday(now()) : picked
    const saved = await deed(async () => {
      const task = await api('createTask', {
        body: sendable({
          title: title.trim().slice(0, longestTitle), dueAt: dueAt.toISOString(), kind, counterpartyId: who.counterparty?.id ?? null, contactId: contactId ?? null,
          ...(assignee !== '' && { managerId: assignee }),
        }),
      })
      onMade(task)
      store.say(assignee === me ? own.saved : own.assigned(task.manager.name))
    })
    setBusy(false)
    if (saved) onClose()
  }
  return (
    <PaneForm label={kind === 'task' ? texts.task : texts.note} onClose={onClose} onSubmit={() => void save()}>
      <Field label={kind === 'task' ? own.what : own.noteText} {...(asked && missing && { validationMessage: own.nameNeeded })}>
        <Input autoFocus value={title} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label={own.due} {...(asked && !fromInput(day) && { validationMessage: own.dayNeeded })}><Input type="date" value={day} onChange={(_, { value }) => setDay(value)} /></Field>
      <div className={pane.row}>
        {days.map(({ name, at }) => <Button key={name} type="button" size="small" appearance={day === dayInput(at) ? 'primary' : 'secondary'} aria-pressed={day === dayInput(at)} onClick={() => setDay(dayInput(at))}>{name}</Button>)}
      </div>
      {kind === 'task' && managers.length > 1 && (
        <Field label={own.assignee}>
          <Select value={assignee} onChange={(_, { value }) => setAssignee(value)}>
            {managers.map(({ id, name }) => <option key={id} value={id}>{id === me ? own.me : name}</option>)}
          </Select>
        </Field>
      )}
      {kind === 'task' && contactId !== undefined && <p className={pane.quiet}>{contactId === null ? own.notLinked : own.linked}</p>}
      <div className={pane.row}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>{texts.save}</Button>
        <Button type="button" onClick={onClose}>{texts.cancel}</Button>
      </div>
      <FailureNote failure={failure} />
    </PaneForm>
  )
}
