import type { RecentDecision } from '@counterpane/shared/contract/unrecognised'
import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { Button, Link } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { clientPlace, placeHref } from '../view/hash-route'
import { useRecentDecisions, type Decisions } from './queue-data'
import { useDates } from './use-dates'

/** Who decided what lately, and the way back. */
export function RecentDecisions({ decisions }: { decisions: Decisions }) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const recent = useRecentDecisions()
  const items = recent.data?.pages.flatMap((page) => page.items) ?? []
  if (recent.isPending) return <DelayedSkeleton lines={6} />
  if (recent.error) return <ProblemNotice error={recent.error} onRetry={() => void recent.refetch()} />
  if (items.length === 0) return <div className="jn-empty"><h2>{text.nothingRecent}</h2><p>{text.recentAdvice}</p></div>
  return (
    <section className="jn-recent" aria-label={text.recentList}>
      <ul>{items.map((item) => <RecentLine key={item.id} item={item} decisions={decisions} />)}</ul>
      {recent.hasNextPage && <Button className="jn-queue-start" disabled={recent.isFetchingNextPage} onClick={() => void recent.fetchNextPage()}>{text.more}</Button>}
    </section>
  )
}

const shownNames = 3

function RecentLine({ item, decisions }: { item: RecentDecision; decisions: Decisions }) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const dates = useDates()
  const names = item.groups.slice(0, shownNames).map(({ name }) => name).join(', ')
  const senders = item.groupCount > shownNames ? `${names} ${text.moreSenders(item.groupCount - shownNames)}` : names
  const facts = [item.by && text.by(item.by.name, dates.near(item.at)), item.filed > 0 && text.contacts(item.filed), item.own && text.ownList, item.going && text.going, item.undoneAt && text.takenBack(dates.near(item.undoneAt))]
  return (
    <li className="jn-recent-line" data-undone={item.undoneAt !== null || undefined}>
      <div className="jn-recent-what">
        <span className="jn-breakable"><strong>{senders}</strong> · {text.recentDid[item.decision]}{item.counterparty && <> <Link inline href={placeHref(clientPlace(item.counterparty.id))}>{item.counterparty.name}</Link></>}</span>
        <span className="jn-quiet jn-breakable">{facts.filter(Boolean).join(' · ')}</span>
      </div>
      {item.mayUndo && <Button size="small" aria-label={text.undoOf(senders)} disabled={decisions.undo.isPending} onClick={() => decisions.undo.mutate(item.id)}>{text.undo}</Button>}
    </li>
  )
}
