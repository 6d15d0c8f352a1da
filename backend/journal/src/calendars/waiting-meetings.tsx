import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Button, Link, Switch } from '@fluentui/react-components'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import { useMemo, useRef, useState } from 'react'
import { useWaiting } from '../api/calendar-queries'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { placeHref } from '../view/hash-route'
import { WaitingItem, type Settled } from './waiting-item'

/** One's own meetings with people whom nobody has recorded: each becomes a contact, or stays private, by one word. */
export function WaitingMeetings() {
  const { locale, text: say } = useSurroundings()
  const text = calendarJournalTexts[locale].meetings
  const [dismissed, showDismissed] = useState(false)
  const [settled, settle] = useState<Settled | null>(null)
  const list = useWaiting(dismissed)
  const meetings = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const box = useRef<HTMLElement>(null)
  const onSettled = (done: Settled, id: string) => {
    settle(done)
    // Whoever works by keyboard goes on with the next one; the one just settled leaves the list.
    const index = meetings.findIndex((meeting) => meeting.id === id)
    const neighbour = meetings[index + 1] ?? meetings[index - 1]
    const target = neighbour ? box.current?.querySelector<HTMLElement>(`[data-meeting="${CSS.escape(neighbour.id)}"]`) : box.current
    target?.focus({ preventScroll: true })
  }
  return (
    <section ref={box} tabIndex={-1} aria-label={calendarJournalTexts[locale].waiting} className="jn-waiting">
      <p className="jn-private"><LockClosed16Regular aria-hidden="true" /><span>{text.privacy}</span></p>
      <Switch className="jn-switch" checked={dismissed} label={text.showDismissed} onChange={(_, { checked }) => { settle(null); showDismissed(checked) }} />
      <p role="status" className="jn-settled">{settled && <>{settled.said} {settled.contactId && <Link href={placeHref({ page: 'journal', search: '', contactId: settled.contactId })}>{text.open}</Link>}{settled.takeBack && <Button size="small" onClick={settled.takeBack}>{text.takeBack}</Button>}</>}</p>
      {list.isPending && <DelayedSkeleton lines={8} />}
      {list.error && <ProblemNotice error={list.error} onRetry={() => void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch())} />}
      {list.data && meetings.length === 0 && (dismissed
        ? <div className="jn-empty"><h2>{text.emptyDismissed}</h2></div>
        : <div className="jn-empty"><h2>{text.empty}</h2><p>{text.emptyAdvice}</p></div>)}
      <ul className="jn-waiting-list">{meetings.map((meeting) => <WaitingItem key={meeting.id} meeting={meeting} onSettled={onSettled} />)}</ul>
      {list.hasNextPage && <Button className="jn-start" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{say.more}</Button>}
    </section>
  )
}
