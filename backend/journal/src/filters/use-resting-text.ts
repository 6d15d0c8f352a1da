import { useEffect, useRef, useState } from 'react'

/** Words being typed, told once the typing rests; what changes elsewhere shows here. */
export function useRestingText(value: string, onRest: (value: string) => void): [string, (value: string) => void] {
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
  return [typed, setTyped]
}
