import { Button, Link, mergeClasses } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { WaitingMeeting } from '@counterpane/shared/contract/calendar'
import { calendarPaneTexts } from '@counterpane/shared/text/calendar-pane'
import { contactHref, journalTab } from '../../app/journal-links'
import { usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { type Settled, WaitingRow } from './waiting-row'

const shown = 5
const journalHref = '/journal/#/calendars/waiting'
export interface WaitingAtHomeProps { onAccepted: () => void }

/** One's own meetings with people whom nobody knows yet; nothing where none waits. Nobody else sees them. */
export function WaitingAtHome({ onAccepted }: WaitingAtHomeProps) {
  const { locale, looks } = usePaneState()
  const texts = calendarPaneTexts[locale].waiting
  const pane = usePaneStyles()
  const { api } = usePane()
  const [page, setPage] = useState<{ items: WaitingMeeting[]; nextCursor: string | null } | null>(null)
  const [settled, setSettled] = useState<Settled | null>(null)
  const [attempt, setAttempt] = useState(0)
  const said = useRef<HTMLDivElement>(null)
  const again = useCallback(() => setAttempt((count) => count + 1), [])
  useEffect(() => {
    let live = true
    // The day says when there is no connection; a list that could not be read is left as it was.
    api('listWaiting', { query: { limit: shown } }).then((read) => { if (live) setPage(read) }, () => undefined)
    return () => { live = false }
  }, [api, looks, attempt])
  function onSettled(done: Settled) {
    setSettled(done)
    if (done.contactId) onAccepted()
    again()
    // The row that was pressed is about to go.
    requestAnimationFrame(() => said.current?.focus())
  }
  if (!page || (page.items.length === 0 && !settled)) return null
  return (
    <section className={pane.section} aria-label={texts.title}>
      <div className={pane.titleRow}><h2 className={pane.title}>{texts.title}</h2></div>
      <p className={pane.quiet}>{texts.privacy}</p>
      <div ref={said} tabIndex={-1} role="status" style={{ outlineStyle: 'none' }}>
        {settled && (
          <div className={mergeClasses(pane.row)} style={{ paddingBlock: '4px' }}>
            <span className={pane.grow} style={{ overflowWrap: 'anywhere' }}>{settled.said}</span>
            {settled.contactId && <Link href={contactHref(settled.contactId)} target={journalTab}>{texts.open}</Link>}
            {settled.takeBack && <Button size="small" onClick={settled.takeBack}>{texts.takeBack}</Button>}
          </div>
        )}
      </div>
      <ul className={pane.list}>{page.items.map((meeting) => <WaitingRow key={meeting.id} meeting={meeting} onSettled={onSettled} />)}</ul>
      {page.nextCursor !== null && <Link href={journalHref} target={journalTab}>{texts.more}</Link>}
    </section>
  )
}
