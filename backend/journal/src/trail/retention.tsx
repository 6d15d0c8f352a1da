import type { RetentionCounts, RetentionRules } from '@counterpane/shared/contract/trail'
import { retentionRules } from '@counterpane/shared/domain/trail-codes'
import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { DateTime } from '../parts/date-time'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { RetentionForm } from './retention-form'
import { useRetention, useRetentionDeeds } from './trail-queries'
import '../styles/journal-trail.css'

const sumOf = (counts: Partial<RetentionCounts>) => retentionRules.reduce((sum, rule) => sum + (counts[rule] ?? 0), 0)

/** How long what is kept, with what would go before it goes. */
export function RetentionPart() {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].retention
  const { data, error, isPending, refetch } = useRetention()
  const deeds = useRetentionDeeds()
  const [said, say] = useState('')
  const anyOn = data !== undefined && retentionRules.some((rule) => data.rules[rule] !== null)
  const run = () => deeds.run.mutate(undefined, { onSuccess: ({ deleted, more, busy }) => say(busy ? text.busy : `${text.ran(sumOf(deleted))}${more ? ` ${text.more}` : ''}`) })
  const save = (rules: RetentionRules) => deeds.save.mutate(rules, { onSuccess: () => say(text.saved) })
  return (
    <div className="jn-trail-part">
      <div><h2>{text.title}</h2><p className="jn-quiet">{text.about}</p></div>
      {isPending && <DelayedSkeleton lines={8} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && <RetentionForm key={JSON.stringify(data.rules)} rules={data.rules} preview={deeds.preview} saving={deeds.save.isPending} onChange={() => say('')} onSave={save} />}
      {deeds.save.error && <ProblemNotice error={deeds.save.error} />}
      <p role="status" className="jn-settled">{said}</p>
      {data && (
        <section className="jn-trail-block" aria-label={text.run}>
          <p className="jn-quiet">{data.lastRunAt === null ? (anyOn ? text.never : text.off) : <LastRun at={data.lastRunAt} count={sumOf(data.lastDeleted ?? {})} />}</p>
          {deeds.run.error && <ProblemNotice error={deeds.run.error} onRetry={run} />}
          {anyOn && <Button className="jn-start" disabledFocusable={deeds.run.isPending} onClick={run}>{deeds.run.isPending ? text.running : text.run}</Button>}
        </section>
      )}
    </div>
  )
}

function LastRun({ at, count }: { at: string; count: number }) {
  const { locale } = useSurroundings()
  const [before, after] = trailTexts[locale].retention.last('\u0000', count).split('\u0000')
  return <>{before}<DateTime at={at} />{after}</>
}
