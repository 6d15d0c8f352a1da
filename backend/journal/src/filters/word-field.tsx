import { Field, Input } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'

/** Typed words that count after a rest; what changes elsewhere shows here. */
export function WordField({ label, value, onRest }: { label: string; value: string; onRest: (value: string) => void }) {
  const [typed, setTyped] = useState(value)
  const sent = useRef(value)
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setTyped(value)
  }, [value])
  const send = useRef(onRest)
  useEffect(() => { send.current = onRest })
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed === sent.current) return
      sent.current = typed
      send.current(typed)
    }, 300)
    return () => clearTimeout(timer)
  }, [typed])
  return <Field label={label}><Input value={typed} maxLength={500} onChange={(_, data) => setTyped(data.value)} /></Field>
}
