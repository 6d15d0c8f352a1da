import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { failureTexts } from '@counterpane/shared/text/failure-pane'
import { usePaneState } from './pane-context'

/** Repeats; not before the time that the server asked for, which it counts down to. */
export function RetryButton({ label, notBefore, onPress }: { label: string; notBefore: number | null; onPress: () => void }) {
  const { locale } = usePaneState()
  const left = () => (notBefore === null ? 0 : Math.max(0, Math.ceil((notBefore - Date.now()) / 1000)))
  const [seconds, setSeconds] = useState(left)
  const waiting = seconds > 0
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => setSeconds(left()), 250)
    return () => clearInterval(timer)
  })
  return <Button size="small" disabledFocusable={waiting} onClick={onPress}>{waiting ? failureTexts[locale].againIn(seconds) : label}</Button>
}
