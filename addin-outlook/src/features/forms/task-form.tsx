import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { TaskKind } from '@counterpane/shared/domain/codes'
import { withTask } from '../../app/client-changes'
import { dayInput, fromInput, laterToday, nextWeek, tomorrow } from '../../app/dates-ahead'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { useDeed, usePane, useTexts } from '../../app/pane-context'
import { type MessageView, shownClient } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { sendable } from '../../app/sendable'
import { PaneForm } from './pane-form'

/** A task takes the email's subject as its title and stays linked to what was registered; a note is one line for today. */
export function TaskForm({ view, kind, onClose }: { view: MessageView; kind: TaskKind; onClose: () => void }) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const { api, registering, store, now } = usePane()
  const [title, setTitle] = useState(kind === 'task' ? view.message.snapshot.subject : '')
  const [day, setDay] = useState(dayInput(kind === 'task' ? tomorrow(now()) : now()))
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
          title: title.trim().slice(0, 1_000), dueAt: dueAt.toISOString(), kind, counterpartyId: shownClient(view)?.match.counterparty?.id ?? null,
          contactId: view.answer?.registered?.contactId ?? null,
        }),
      })
      registering.patchClient(view.key, (client) => withTask(client, task))
      registering.forgetShown(view.key)
      store.say(texts.saved)
    })
    setBusy(false)
    if (saved) onClose()
  }
  return (
    <PaneForm label={kind === 'task' ? texts.task : texts.note} onClose={onClose} onSubmit={() => void save()}>
      <Field label={kind === 'task' ? texts.what : texts.noteText} {...(asked && missing && { validationMessage: texts.nameNeeded })}>
        <Input autoFocus value={title} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label={texts.due}><Input type="date" value={day} onChange={(_, { value }) => setDay(value)} /></Field>
      <div className={pane.row}>
        {days.map(({ name, at }) => <Button key={name} size="small" appearance={day === dayInput(at) ? 'primary' : 'secondary'} aria-pressed={day === dayInput(at)} onClick={() => setDay(dayInput(at))}>{name}</Button>)}
      </div>
      <div className={pane.row}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>{texts.save}</Button>
        <Button type="button" onClick={onClose}>{texts.cancel}</Button>
      </div>
      <FailureNote failure={failure} />
    </PaneForm>
  )
}
