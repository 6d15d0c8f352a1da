import type { RuleGroup } from '@counterpane/shared/domain/rule-fields'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { ClientLines } from './client-lines'
import { completeOf, isWhole } from './rule-draft'
import { useRulePreview } from './segment-queries'

/** Who fits the rule as it is being written. */
export function RulePreview({ rule, segmentId }: { rule: RuleGroup; segmentId: string | undefined }) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale]
  const { data, error, isPending, isPlaceholderData, refetch } = useRulePreview(completeOf(rule), segmentId)
  return (
    <section className="jn-seg-rule-preview" aria-label={text.preview}>
      <h3>{text.preview}: <span role="status">{data && !error ? text.clients(data.count) : text.counting}</span></h3>
      {!isWhole(rule) && <p className="jn-quiet">{text.incomplete}</p>}
      {rule.conditions.length === 0 && <p className="jn-quiet">{text.noConditions}</p>}
      {isPending && <DelayedSkeleton lines={5} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && !error && (
        <div data-waiting={isPlaceholderData || undefined}>
          {data.count === 0 && <p className="jn-quiet">{text.nobody}</p>}
          <ClientLines clients={data.items} />
          {data.count > data.items.length && <p className="jn-quiet">{text.previewFirst(data.items.length)}</p>}
        </div>
      )}
    </section>
  )
}
