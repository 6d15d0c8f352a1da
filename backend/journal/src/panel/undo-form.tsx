import type { Contact } from '@counterpane/shared/contract/contact'
import { useContactChanges } from '../api/journal-changes'
import { useSurroundings } from '../api/journal-context'
import type { OnDone } from './form-done'
import { FormFrame } from './form-frame'

export function UndoForm({ contact, onDone }: { contact: Contact; onDone: OnDone }) {
  const { text } = useSurroundings()
  const { undo } = useContactChanges(contact)
  return (
    <FormFrame
      title={text.undoing.title} save={text.undoing.confirm} busy={undo.isPending} error={undo.error} onDiscard={() => onDone()}
      onSave={() => undo.mutate(undefined, { onSuccess: () => onDone({ said: text.undoing.done }) })}
    >
      <p>{text.undoing.advice}</p>
    </FormFrame>
  )
}
