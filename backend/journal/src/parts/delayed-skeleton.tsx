import { useEffect, useState } from 'react'
import { useSurroundings } from '../api/journal-context'

/** True after a while: what comes quickly should not flicker. */
export function useDelayed(milliseconds = 150): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return passed
}

export function DelayedSkeleton({ lines }: { lines: number }) {
  const { text } = useSurroundings()
  const visible = useDelayed()
  if (!visible || lines === 0) return null
  return (
    <div className="jn-skeleton" role="status" aria-label={text.loading}>
      {Array.from({ length: lines }, (_, line) => <div key={line} className="jn-bone" style={{ width: `${92 - ((line * 29) % 45)}%` }} />)}
    </div>
  )
}
