import type { Contact } from '@counterpane/shared/contract/contact'
import { useContactChanges } from '../api/journal-changes'
import { useSurroundings } from '../api/journal-context'
import { FormFrame } from './form-frame'

export function UndoForm({ contact, onDone }: { contact: Contact; onDone: (said?: string) => void }) {
  const { text } = useSurroundings()
  const { undo } = useContactChanges(contact)
  return (
    <FormFrame
      title={text.undoing.title} save={text.undoing.confirm} busy={undo.isPending} error={undo.error} onDiscard={() => onDone()}
      onSave={() => undo.mutate(undefined, { onSuccess: () => onDone(text.undoing.done) })}
    >
      <p>{text.undoing.advice}</p>
    </FormFrame>
  )
}
