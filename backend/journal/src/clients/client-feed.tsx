import type { FeedEntry, FeedKind } from '@counterpane/shared/contract/client'
import { feedTexts } from '@counterpane/shared/text/feed-journal'
import { Button, ToggleButton } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import { useClientFeed } from '../api/feed-queries'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { FeedComposer } from './feed-composer'
import { FeedLine } from './feed-line'

interface Props { counterpartyId: string; openId: string | null; freshId: string | null; onOpen: (id: string) => void }

/** Everything with a client by date in one list: what lies ahead, the line of today, what is past. */
export function ClientFeed({ counterpartyId, openId, freshId, onOpen }: Props) {
  const { text, locale } = useSurroundings()
  const say = feedTexts[locale]
  const [kind, setKind] = useState<FeedKind | null>(null)
  // What was just logged is seen, whatever the list was narrowed to.
  useEffect(() => { if (freshId) setKind((now) => (now === 'contact' ? now : null)) }, [freshId])
  const feed = useClientFeed(counterpartyId, kind)
  const entries = useMemo(() => feed.data?.pages.flatMap(({ items }) => items) ?? [], [feed.data])
  const kinds = [[null, text.feed.all], ['contact', text.feed.contacts], ['task', text.feed.tasks], ['note', text.feed.notes], ['document', say.documents], ['move', say.moves]] as const
  return (
    <section className="jn-feed" aria-label={text.feed.title}>
      <div className="jn-feed-top">
        <h2>{text.feed.title}</h2>
        <span role="group" aria-label={text.feed.filter} className="jn-pair">
          {kinds.map(([value, name]) => <ToggleButton key={value} size="small" checked={kind === value} onClick={() => setKind(value)}>{name}</ToggleButton>)}
        </span>
      </div>
      <FeedComposer counterpartyId={counterpartyId} />
      {feed.isPending && <DelayedSkeleton lines={8} />}
      {feed.error && <ProblemNotice error={feed.error} onRetry={() => void feed.refetch()} />}
      {feed.data && entries.length === 0 && <div className="jn-empty"><h3>{text.feed.empty}</h3><p>{text.feed.emptyAdvice}</p></div>}
      {entries.length > 0 && <FeedParts entries={entries} more={feed.hasNextPage} openId={openId} freshId={freshId} onOpen={onOpen} />}
      {feed.hasNextPage && <Button disabled={feed.isFetchingNextPage} onClick={() => void feed.fetchNextPage()}>{text.more}</Button>}
    </section>
  )
}

function FeedParts({ entries, more, openId, freshId, onOpen }: { entries: FeedEntry[]; more: boolean } & Pick<Props, 'openId' | 'freshId' | 'onOpen'>) {
  const { text, locale } = useSurroundings()
  const now = new Date().toISOString()
  const [ahead, past] = [entries.filter(({ at }) => at > now), entries.filter(({ at }) => at <= now)]
  const part = (title: string, list: FeedEntry[]) => list.length > 0 && (
    <section aria-label={title}>
      <h3 className="jn-feed-part">{title}</h3>
      <ul className="jn-feed-list">{list.map((entry) => <FeedLine key={`${entry.kind}-${entry.id}`} entry={entry} open={(entry.contact?.id ?? entry.id) === openId} fresh={entry.kind === 'contact' && entry.contact?.id === freshId} onOpen={onOpen} />)}</ul>
    </section>
  )
  return (
    <>
      {part(text.feed.future, ahead)}
      {(past.length > 0 || !more) && <p className="jn-today"><time dateTime={now}>{feedTexts[locale].today}, {new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', { day: 'numeric', month: 'long' }).format(new Date())}</time></p>}
      {part(text.feed.past, past)}
    </>
  )
}
