import { useEffect, useRef, useState } from 'react'
import type { MeetingSidebar } from '@counterpane/shared/contract/meeting'
import { type Failure, toFailure } from '../../app/failure'
import { usePane, usePaneState } from '../../app/pane-context'
import type { ClientView } from '../../app/pane-state'
import { sendable } from '../../app/sendable'
import { useHostReading } from '../../app/use-host-reading'

/** The appointment whose window is open, and what is known of it: asked once, and again when people or times have changed. Late answers are dropped. */
export function useMeeting(meetingKey: string) {
  const { api, client, store } = usePane()
  const { looks } = usePaneState()
  const { read, onChanged } = client.meetings
  const { found: meeting, unread, attempt, again } = useHostReading({ key: meetingKey, read, onChanged })
  const [answer, setAnswer] = useState<MeetingSidebar | null>(null)
  const [asking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

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
    meeting: snapshot, people: people && JSON.stringify(people), unread, answer, asking, failure, again,
    patch: (change: (client: ClientView) => ClientView) => setAnswer((known) => known && { ...known, ...change(known) }),
    setContact: (contact: MeetingSidebar['contact']) => setAnswer((known) => known && { ...known, contact }),
  }
}
