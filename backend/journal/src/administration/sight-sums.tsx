import type { SightPolicy } from '@counterpane/shared/contract/attachments'
import { sightLevels } from '@counterpane/shared/domain/codes'
import { sightTexts } from '@counterpane/shared/text/sight-journal'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { useAllManagers } from './administration-queries'
import { whoSeesWhat } from './sight-rules'

/** What the rules come to, while they are being chosen. */
export function SightSums({ rules }: { rules: SightPolicy }) {
  const { locale } = useSurroundings()
  const text = sightTexts[locale]
  const { data, error, isPending, refetch } = useAllManagers()
  const sums = whoSeesWhat(data ?? [], rules)
  const said = sightLevels.filter((level) => sums[level] > 0).map((level) => text.see[level](sums[level])).join(', ')
  return (
    <div className="jn-sight-sums">
      {isPending && <DelayedSkeleton lines={1} />}
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && <p role="status"><strong>{text.managers(sums.all + sums.team + sums.own)}: {said}.</strong></p>}
      <ul className="jn-quiet">{text.rules.map((rule) => <li key={rule}>{rule}</li>)}</ul>
    </div>
  )
}
