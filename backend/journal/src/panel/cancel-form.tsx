import type { Contact } from '@counterpane/shared/contract/contact'
import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useContactChanges } from '../api/journal-changes'
import { useSurroundings } from '../api/journal-context'
import { FormFrame } from './form-frame'

export function CancelForm({ contact, onDone }: { contact: Contact; onDone: (said?: string) => void }) {
  const { text } = useSurroundings()
  const { cancel } = useContactChanges(contact)
  const [reason, setReason] = useState('')
  return (
    <FormFrame
      title={text.cancelling.title} save={text.cancelling.confirm} busy={cancel.isPending} error={cancel.error} onDiscard={() => onDone()}
      onSave={() => cancel.mutate(reason.trim(), { onSuccess: () => onDone(text.cancelling.done) })}
    >
      <Field label={`${text.cancelling.reason} (${text.optional})`}><Textarea autoFocus rows={2} value={reason} onChange={(_, { value }) => setReason(value)} /></Field>
    </FormFrame>
  )
}
