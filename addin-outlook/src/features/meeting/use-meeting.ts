import { useEffect, useRef, useState } from 'react'
import type { MeetingSidebar } from '@counterpane/shared/contract/meeting'
import { type Failure, toFailure } from '../../app/failure'
import { usePane, usePaneState } from '../../app/pane-context'
import type { ClientView } from '../../app/pane-state'
import { sendable } from '../../app/sendable'
import type { OpenMeeting } from '../../mailbox/mail-client'

const settleMs = 300

/** The appointment whose window is open, and what is known of it: asked once, and again when people or times have changed. Late answers are dropped. */
export function useMeeting(meetingKey: string) {
  const { api, client, store } = usePane()
  const { looks } = usePaneState()
  const [meeting, setMeeting] = useState<OpenMeeting | null>(null)
  const [unread, setUnread] = useState(false)
  const [answer, setAnswer] = useState<MeetingSidebar | null>(null)
  const [asking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let asked = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      const mine = ++asked
      client.meetings.read(meetingKey).then(
        (found) => { if (mine === asked) { setUnread(false); setMeeting((known) => (JSON.stringify(known) === JSON.stringify(found) ? known : found)) } },
        () => { if (mine === asked) setUnread(true) },
      )
    }
    const later = () => { clearTimeout(timer); timer = setTimeout(read, settleMs) }
    read()
    const stop = client.meetings.onChanged(meetingKey, later)
    window.addEventListener('focus', later)
    return () => {
      asked = Number.POSITIVE_INFINITY
      clearTimeout(timer)
      window.removeEventListener('focus', later)
      stop()
    }
  }, [client, meetingKey, attempt, looks])

  // An organiser whom the mail client does not name is the one in whose window it stands.
  const snapshot = meeting && { ...meeting, organizer: meeting.organizer.address || meeting.organizer.name ? meeting.organizer : store.get().owner }
  const people = snapshot && [snapshot.organizer, ...snapshot.required, ...snapshot.optional].map(({ address, name }) => address || name)
  const about = snapshot && JSON.stringify([people, snapshot.startsAt, snapshot.endsAt])
  const latest = useRef(snapshot)
  latest.current = snapshot
  useEffect(() => {
    const shown = latest.current
    if (!shown) return
    let live = true
    setAsking(true)
    setFailure(null)
    api('sidebarMeeting', { body: sendable({ meeting: shown }) }).then(
      (found) => { if (live) { setAnswer(found); setAsking(false) } },
      (error: unknown) => { if (live) { setFailure(toFailure(error)); setAsking(false) } },
    )
    return () => { live = false }
  }, [api, about, attempt, looks])

  return {
    meeting: snapshot, people: people && JSON.stringify(people), unread, answer, asking, failure, again: () => setAttempt(attempt + 1),
    patch: (change: (client: ClientView) => ClientView) => setAnswer((known) => known && { ...known, ...change(known) }),
    setContact: (contact: MeetingSidebar['contact']) => setAnswer((known) => known && { ...known, contact }),
  }
}
