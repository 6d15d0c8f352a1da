import { Button, Field, mergeClasses, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Direction } from '@counterpane/shared/domain/codes'
import { withContact } from '../../app/client-changes'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { useDeed, usePane, useTexts } from '../../app/pane-context'
import { type MessageView, shownClient } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { sendable } from '../../app/sendable'
import { PaneForm } from './pane-form'

/** A call that has just ended: now, outgoing, a result in one press or in words, one save (product 2.2.9). */
export function CallForm({ view, onClose }: { view: MessageView; onClose: () => void }) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const { api, registering, store, now } = usePane()
  const [direction, setDirection] = useState<Direction>('outgoing')
  const [result, setResult] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const match = shownClient(view)?.match

  async function save() {
    if (busy) return
    setBusy(true)
    const saved = await deed(async () => {
      const contact = await api('createContact', {
        body: sendable({
          startsAt: now().toISOString(), method: 'call' as const, direction, status: 'held' as const, counterpartyId: match?.counterparty?.id ?? null,
          personIds: match?.person ? [match.person.id] : [], subject: view.message.snapshot.subject, result,
        }),
      })
      registering.patchClient(view.key, (client) => withContact(client, contact, now()))
      registering.forgetShown(view.key)
      store.say(texts.saved)
    })
    setBusy(false)
    if (saved) onClose()
  }
  return (
    <PaneForm label={texts.logCall} onClose={onClose} onSubmit={() => void save()}>
      <div className={pane.row}>
        <strong>{texts.callTitle}</strong>
        <Select size="small" className={pane.push} aria-label={texts.method} value={direction} onChange={(_, { value }) => setDirection(value as Direction)}>
          <option value="outgoing">{texts.outgoing}</option>
          <option value="incoming">{texts.incoming}</option>
        </Select>
      </div>
      <div className={pane.row}>
        {texts.resultTemplates.map((template) => (
          <Button key={template} size="small" appearance={result === template ? 'primary' : 'secondary'} aria-pressed={result === template} onClick={() => setResult(template)}>{template}</Button>
        ))}
      </div>
      <Field label={texts.result}><Textarea autoFocus resize="vertical" value={result} onChange={(_, { value }) => setResult(value)} /></Field>
      <div className={mergeClasses(pane.row)}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>{texts.save}</Button>
        <Button type="button" onClick={onClose}>{texts.cancel}</Button>
      </div>
      <FailureNote failure={failure} />
    </PaneForm>
  )
}
