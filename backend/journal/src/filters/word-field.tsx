import { Field, Input } from '@fluentui/react-components'
import { useRestingText } from './use-resting-text'

/** A field whose words count after a rest. */
export function WordField({ label, value, onRest }: { label: string; value: string; onRest: (value: string) => void }) {
  const [typed, setTyped] = useRestingText(value, onRest)
  return <Field label={label}><Input value={typed} maxLength={500} onChange={(_, data) => setTyped(data.value)} /></Field>
}
