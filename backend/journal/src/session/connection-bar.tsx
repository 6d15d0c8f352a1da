import { useEffect, useState } from 'react'
import { useSurroundings } from '../api/journal-context'

/** Said at once when the browser knows that it has no network; what is on screen stays readable. */
export function ConnectionBar() {
  const { text } = useSurroundings()
  const [offline, setOffline] = useState(!navigator.onLine)
  useEffect(() => {
    const update = () => setOffline(!navigator.onLine)
    window.addEventListener('online', update)
    window.addEventListener('offline', update)
    return () => {
      window.removeEventListener('online', update)
      window.removeEventListener('offline', update)
    }
  }, [])
  return <div role="status" className="jn-connection">{offline && <strong>{text.offline.title}</strong>}</div>
}
