import type { Session } from '@counterpane/shared/contract/signing-in'
import { nearDate } from '@counterpane/shared/text/dates'
import { signingInTexts } from '@counterpane/shared/text/signing-in-journal'
import { Badge, Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { forgetPerson } from './forget-person'
import '../styles/journal-signing-in.css'

/** Where one is signed in, and out of there. */
export function MySessions({ onClose }: { onClose: () => void }) {
  const { call, text: journal, locale } = useSurroundings()
  const text = signingInTexts[locale].sessions
  const me = useMe()
  const queries = useQueryClient()
  const [said, say] = useState('')
  const own = useQuery({ queryKey: ['sessions'], staleTime: 0, queryFn: ({ signal }) => call('listSessions', { signal }) })
  const end = useMutation({
    mutationFn: ({ id }: Session) => call('endSession', { id }),
    // One that had ended meanwhile is gone from the list as well.
    onSettled: (_answer, error, { client }) => {
      if (!error) say(text.ended(client || text.unknown))
      return queries.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
  const everywhere = useMutation({
    mutationFn: () => call('endSessions', { id: me.id }),
    // Begun anew: the open dialog would leave the door hidden from screen readers, and nothing of the person stays in the window.
    onSuccess: () => {
      forgetPerson(queries)
      window.location.reload()
    },
  })
  return (
    <Dialog open onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog">
        <DialogBody>
          <DialogTitle>{text.title}</DialogTitle>
          <DialogContent className="jn-dialog-content">
            <p className="jn-quiet">{text.advice}</p>
            {[own, end, everywhere].map(({ error }, at) => error && <ProblemNotice key={at} error={error} {...(at === 0 && { onRetry: () => void own.refetch() })} />)}
            {own.isPending && <DelayedSkeleton lines={3} />}
            {own.data && <ul className="jn-sessions">{own.data.items.map((session) => <SessionLine key={session.id} session={session} busy={end.isPending} onEnd={() => end.mutate(session)} />)}</ul>}
            <p role="status" className="jn-hidden">{said}</p>
            {own.data && <div className="jn-everywhere"><p className="jn-quiet">{text.everywhereAdvice}</p><Button disabledFocusable={everywhere.isPending} onClick={() => everywhere.mutate()}>{text.everywhere}</Button></div>}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>{journal.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function SessionLine({ session: { client, createdAt, seenAt, current }, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const { locale } = useSurroundings()
  const text = signingInTexts[locale].sessions
  const name = client || text.unknown
  const near = (instant: string) => nearDate(instant, { locale, now: new Date() })
  return (
    <li className="jn-session">
      <div className="jn-session-facts">
        <strong className="jn-breakable">{name}</strong>{current && <> <Badge appearance="tint" color="brand">{text.current}</Badge></>}
        <small className="jn-quiet">{text.seen(near(seenAt))} · {text.since(near(createdAt))}</small>
      </div>
      {!current && <Button size="small" aria-label={text.endOf(name)} disabledFocusable={busy} onClick={onEnd}>{text.end}</Button>}
    </li>
  )
}
