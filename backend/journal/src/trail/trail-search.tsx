import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { clockText } from '../parts/date-time'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { exactDate } from '@counterpane/shared/text/dates'
import { TrailFilters, type TrailDraft } from './trail-filters'
import { TrailLine } from './trail-line'
import { TrailExport } from './trail-export'
import { useTrail, type TrailAsked } from './trail-queries'
import '../styles/journal-trail.css'

const nothing: TrailDraft = { from: '', to: '', managerId: '', noun: '', action: '', thing: '', setId: '' }

/** Days of the reader's own calendar; the last one is included. */
function askedOf({ from, to, ...rest }: TrailDraft): TrailAsked {
  const start = (day: string, more = 0) => { const [y = 0, m = 1, d = 1] = day.split('-').map(Number); const at = new Date(y, m - 1, d + more); return Number.isNaN(at.getTime()) || y < 1000 ? undefined : at.toISOString() }
  const instants = { from: from ? start(from) : undefined, to: to ? start(to, 1) : undefined }
  return Object.fromEntries(Object.entries({ ...rest, ...instants }).filter(([, value]) => value !== '' && value !== undefined))
}

/** Who changed what, of everything: searched by time, manager, thing. */
export function TrailPart() {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].trail
  const [draft, setDraft] = useState(nothing)
  const asked = askedOf(draft)
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTrail(asked)
  const entries = data?.pages.flatMap(({ items }) => items) ?? []
  const lookedTo = data?.pages.at(-1)?.lookedTo ?? null
  // A page that is not full says how far it looked, not that there is nothing more.
  const paused = lookedTo !== null && (data?.pages.at(-1)?.items.length ?? 0) < 50
  return (
    <div className="jn-trail-part">
      <div><h2>{text.title}</h2><p className="jn-quiet">{text.about}</p></div>
      <TrailFilters draft={draft} isClear={draft === nothing} onChange={(part) => setDraft((old) => ({ ...old, ...part }))} onClear={() => setDraft(nothing)} />
      <TrailExport asked={asked} />
      {isPending && <DelayedSkeleton lines={8} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && entries.length === 0 && !hasNextPage && <div className="jn-empty"><h3>{text.empty}</h3><p>{text.emptyAdvice}</p></div>}
      {entries.length > 0 && (
        <ol className="jn-trail-list" aria-label={text.list}>
          {entries.map((entry) => <TrailLine key={entry.id} entry={entry} onOrder={(setId) => setDraft({ ...nothing, setId })} />)}
        </ol>
      )}
      {paused && lookedTo && <p role="status">{text.lookedTo(`${exactDate(lookedTo, { locale, now: new Date() })} ${clockText(lookedTo, locale)}`)}</p>}
      {hasNextPage && <Button className="jn-start" disabledFocusable={isFetchingNextPage} onClick={() => void fetchNextPage()}>{paused ? text.lookFurther : text.more}</Button>}
    </div>
  )
}
