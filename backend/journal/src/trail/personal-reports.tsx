import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { Button } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { DateTime } from '../parts/date-time'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { HeldList } from './held-list'
import { usePersonalReports } from './trail-queries'

/** What was done with whose data is not said here: only that it was, by whom, and how much. */
export function PersonalReports() {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].person
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePersonalReports()
  const reports = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section className="jn-trail-block" aria-label={text.reports}>
      <h3>{text.reports}</h3>
      {isPending && <DelayedSkeleton lines={3} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && reports.length === 0 && <p className="jn-quiet">{text.noReports}</p>}
      {reports.map(({ id, at, kind, manager, counts }) => (
        <details key={id} className="jn-report">
          <summary><DateTime at={at} /> · {text.kind[kind]} · {manager.name} · {text.rows(Object.values(counts).reduce((sum, count) => sum + count, 0))}</summary>
          <HeldList counts={counts} />
        </details>
      ))}
      {hasNextPage && <Button className="jn-start" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{text.more}</Button>}
    </section>
  )
}
