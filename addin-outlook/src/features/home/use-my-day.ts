import { useCallback, useEffect, useRef, useState } from 'react'
import type { MyDay } from '@counterpane/shared/contract/my-day'
import { type Failure, toFailure } from '../../app/failure'
import type { PaneApi } from '../../app/pane-api'
import { usePane, usePaneState } from '../../app/pane-context'

const freshMs = 5 * 60_000
/** The last day that was read, so that coming home shows at once what was known; for the pane's own caller alone. */
let kept: { api: PaneApi; day: MyDay } | null = null

/** The manager's own day: read on coming home, again every five minutes while it is seen, and when asked for. */
export function useMyDay() {
  const { api, now } = usePane()
  const { looks } = usePaneState()
  const [day, setDay] = useState<MyDay | null>(kept?.api === api ? kept.day : null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [asking, setAsking] = useState(true)
  const [attempt, setAttempt] = useState(0)
  const readAt = useRef(0)

  const change = useCallback((to: (day: MyDay) => MyDay) => setDay((known) => {
    const changed = known && to(known)
    if (changed) kept = { api, day: changed }
    return changed
  }), [api])
  const again = useCallback(() => setAttempt((count) => count + 1), [])

  useEffect(() => {
    let live = true
    const from = new Date(now().toDateString())
    const to = new Date(from.getFullYear(), from.getMonth(), from.getDate() + 1)
    setAsking(true)
    readAt.current = Date.now()
    api('myDay', { query: { from: from.toISOString(), to: to.toISOString() } }).then((found) => {
      if (!live) return
      kept = { api, day: found }
      setDay(found)
      setFailure(null)
      setAsking(false)
    }, (error: unknown) => {
      if (!live) return
      setFailure(toFailure(error))
      setAsking(false)
    })
    return () => { live = false }
  }, [api, now, attempt, looks])

  useEffect(() => {
    const lookAgain = () => { if (!document.hidden && Date.now() - readAt.current >= freshMs) again() }
    const timer = setInterval(lookAgain, 60_000)
    document.addEventListener('visibilitychange', lookAgain)
    return () => { clearInterval(timer); document.removeEventListener('visibilitychange', lookAgain) }
  }, [again])
  return { day, failure, asking, again, change }
}
