import { useSurroundings } from '../api/journal-context'
import type { useContacts } from '../api/journal-queries'
import { clockText } from '../parts/date-time'
import { ProblemNotice } from '../parts/problem-notice'

/** A failure beside rows that are still right as of some time does not take them away. */
export function ListNotices({ list }: { list: ReturnType<typeof useContacts> }) {
  const { text, locale } = useSurroundings()
  if (!list.error) return null
  return (
    <div className="jn-notices">
      <ProblemNotice error={list.error} onRetry={() => void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch())} />
      {list.data && <p className="jn-quiet">{text.offline.stale(clockText(new Date(list.dataUpdatedAt), locale))}</p>}
    </div>
  )
}
