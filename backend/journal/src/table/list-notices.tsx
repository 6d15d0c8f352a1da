import { listTexts } from '@counterpane/shared/text/list-journal'
import { useSurroundings } from '../api/journal-context'
import { clockText } from '../parts/date-time'
import { ProblemNotice } from '../parts/problem-notice'
import type { JournalData } from './use-journal-data'

/** A failure beside rows that are still right as of some time does not take them away. */
export function ListNotices({ data: { error, retry, updatedAt, isPartly } }: { data: JournalData }) {
  const { text, locale } = useSurroundings()
  const failed = Boolean(error)
  if (!failed && !isPartly) return null
  return (
    <div className="jn-notices">
      {isPartly && <p className="jn-quiet">{listTexts[locale].group.partly}</p>}
      {failed && <ProblemNotice error={error} onRetry={retry} />}
      {failed && updatedAt > 0 && <p className="jn-quiet">{text.offline.stale(clockText(new Date(updatedAt), locale))}</p>}
    </div>
  )
}
