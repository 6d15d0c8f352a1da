import { useCallback, useEffect, useState } from 'react'
import { usePane, usePaneState } from '../../app/pane-context'
import type { Draft } from '../../mailbox/mail-client'

const settleMs = 300
/** Outlook never tells that the subject has changed, and below requirement set 1.7 not even that a recipient was added. */
const lookAgainMs = 4_000

/** The letter that is being written, read anew when the typing has settled. */
export function useDraft(draftKey: string) {
  const { client } = usePane()
  const { looks } = usePaneState()
  const [draft, setDraft] = useState<Draft | null>(null)
  const [unread, setUnread] = useState(false)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let asked = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      const mine = ++asked
      client.drafts.read(draftKey).then(
        (found) => { if (mine === asked) { setUnread(false); setDraft((known) => (JSON.stringify(known) === JSON.stringify(found) ? known : found)) } },
        () => { if (mine === asked) setUnread(true) },
      )
    }
    const later = () => { clearTimeout(timer); timer = setTimeout(read, settleMs) }
    read()
    const stop = client.drafts.onChanged(draftKey, later)
    window.addEventListener('focus', later)
    const polling = setInterval(() => { if (!document.hidden) read() }, lookAgainMs)
    return () => {
      asked = Number.POSITIVE_INFINITY
      clearTimeout(timer)
      clearInterval(polling)
      window.removeEventListener('focus', later)
      stop()
    }
  }, [client, draftKey, attempt, looks])
  return { draft, unread, again: useCallback(() => setAttempt((count) => count + 1), []) }
}
