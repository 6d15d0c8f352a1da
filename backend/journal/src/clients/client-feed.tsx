import type { FeedEntry } from '@counterpane/shared/contract/client'
import { Button, ToggleButton } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useFeed } from '../api/journal-queries'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { FeedComposer } from './feed-composer'
import { FeedLine } from './feed-line'

interface Props { counterpartyId: string; openId: string | null; onOpen: (id: string) => void }

/** Contacts, tasks and notes with a client by date: what lies ahead, then what is past. */
export function ClientFeed({ counterpartyId, openId, onOpen }: Props) {
  const { text } = useSurroundings()
  const [kind, setKind] = useState('')
  const feed = useFeed(counterpartyId, kind)
  const entries = useMemo(() => feed.data?.pages.flatMap(({ items }) => items) ?? [], [feed.data])
  const kinds = [['', text.feed.all], ['contact', text.feed.contacts], ['task', text.feed.tasks], ['note', text.feed.notes]] as const
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
      <FeedParts entries={entries} openId={openId} onOpen={onOpen} />
      {feed.hasNextPage && <Button disabled={feed.isFetchingNextPage} onClick={() => void feed.fetchNextPage()}>{text.more}</Button>}
    </section>
  )
}

function FeedParts({ entries, openId, onOpen }: { entries: FeedEntry[] } & Pick<Props, 'openId' | 'onOpen'>) {
  const { text } = useSurroundings()
  const now = new Date().toISOString()
  const parts = [[text.feed.future, entries.filter(({ at }) => at > now)], [text.feed.past, entries.filter(({ at }) => at <= now)]] as const
  return parts.map(([title, list]) => list.length > 0 && (
    <section key={title} aria-label={title}>
      <h3 className="jn-feed-part">{title}</h3>
      <ul className="jn-feed-list">{list.map((entry) => <FeedLine key={`${entry.kind}-${entry.id}`} entry={entry} open={entry.id === openId} onOpen={onOpen} />)}</ul>
    </section>
  ))
}
