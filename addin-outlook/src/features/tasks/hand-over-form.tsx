import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { Task } from '@counterpane/shared/contract/task'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { useDeed, usePane, usePaneState, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { useManagers } from '../forms/managers'
import { PaneForm } from '../forms/pane-form'

export interface HandOverProps { task: Task; onSave: (task: Task) => void; onClose: () => void }

/** Somebody else does it; the term stays. */
export function HandOverForm({ task, onSave, onClose }: HandOverProps) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const { api, session, store } = usePane()
  const others = useManagers().filter(({ id }) => id !== task.manager.id)
  const me = session.manager()?.id
  const [to, setTo] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)

  async function save() {
    setAsked(true)
    if (to === '' || busy) return
    setBusy(true)
    const saved = await deed(async () => {
      const changed = await api('patchTask', { id: task.id, body: { managerId: to } })
      onSave(changed)
      store.say(own.handedOver(changed.title, changed.manager.name))
    })
    setBusy(false)
    if (saved) onClose()
  }
  return (
    <PaneForm label={own.handOverTitle(task.title)} onClose={onClose} onSubmit={() => void save()}>
      <Field label={own.handOverTo} {...(asked && to === '' && { validationMessage: own.chooseManager })}>
        <Select autoFocus value={to} onChange={(_, { value }) => setTo(value)}>
          <option value="" />
          {others.map(({ id, name }) => <option key={id} value={id}>{id === me ? own.me : name}</option>)}
        </Select>
      </Field>
      <div className={pane.row}>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={busy}>{texts.save}</Button>
        <Button size="small" type="button" onClick={onClose}>{texts.cancel}</Button>
      </div>
      <FailureNote failure={failure} />
    </PaneForm>
  )
}
