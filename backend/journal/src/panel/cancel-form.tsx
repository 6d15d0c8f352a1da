import type { Contact } from '@counterpane/shared/contract/contact'
import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useContactChanges } from '../api/journal-changes'
import { useSurroundings } from '../api/journal-context'
import type { OnDone } from './form-done'
import { FormFrame } from './form-frame'
import { useUnsaved } from './unsaved-guard'

export function CancelForm({ contact, onDone }: { contact: Contact; onDone: OnDone }) {
  const { text } = useSurroundings()
  const { cancel } = useContactChanges(contact)
  const [reason, setReason] = useState('')
  useUnsaved(reason !== '')
  return (
    <FormFrame
      title={text.cancelling.title} save={text.cancelling.confirm} busy={cancel.isPending} error={cancel.error} onDiscard={() => onDone()}
      onSave={() => cancel.mutate(reason.trim(), { onSuccess: () => onDone({ said: text.cancelling.done, canPutBack: true }) })}
    >
      <Field label={`${text.cancelling.reason} (${text.optional})`}><Textarea autoFocus rows={2} value={reason} onChange={(_, { value }) => setReason(value)} /></Field>
    </FormFrame>
  )
}
