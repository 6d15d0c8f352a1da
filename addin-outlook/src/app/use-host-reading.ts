import { useCallback, useEffect, useState } from 'react'
import { usePaneState } from './pane-context'

const settleMs = 300

interface Source<T> {
  key: string
  read: (key: string) => Promise<T>
  onChanged: (key: string, listener: () => void) => () => void
  /** For what the mail client does not tell of: looked at again this often while the pane is seen. */
  lookAgainMs?: number
}

/** What stands in a window of the mail client, read anew when its changes have settled; late readings are dropped. The functions must stay the same from drawing to drawing. */
export function useHostReading<T>({ key, read, onChanged, lookAgainMs }: Source<T>) {
  const { looks } = usePaneState()
  const [found, setFound] = useState<T | null>(null)
  const [unread, setUnread] = useState(false)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let asked = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const mine = ++asked
      read(key).then(
        (fresh) => { if (mine === asked) { setUnread(false); setFound((known) => (JSON.stringify(known) === JSON.stringify(fresh) ? known : fresh)) } },
        () => { if (mine === asked) setUnread(true) },
      )
    }
    const later = () => { clearTimeout(timer); timer = setTimeout(look, settleMs) }
    look()
    const stop = onChanged(key, later)
    window.addEventListener('focus', later)
    const polling = lookAgainMs === undefined ? undefined : setInterval(() => { if (!document.hidden) look() }, lookAgainMs)
    return () => {
      asked = Number.POSITIVE_INFINITY
      clearTimeout(timer)
      clearInterval(polling)
      window.removeEventListener('focus', later)
      stop()
    }
  }, [key, read, onChanged, lookAgainMs, attempt, looks])
  return { found, unread, attempt, again: useCallback(() => setAttempt((count) => count + 1), []) }
}
