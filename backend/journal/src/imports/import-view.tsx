import type { ImportDetails } from '@counterpane/shared/contract/imports'
import { exactDate } from '@counterpane/shared/text/dates'
import { importsTexts } from '@counterpane/shared/text/imports-journal'
import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { DateTime } from '../parts/date-time'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { sizeText } from '../parts/size-text'
import { placeHref } from '../view/hash-route'
import { ImportColumns } from './import-columns'
import { ImportFindings } from './import-findings'
import { ImportOutcome } from './import-outcome'
import { ImportProgress } from './import-progress'
import { isBusy, useImport, useImportSteps } from './import-queries'
import { ImportSteps } from './import-steps'

/** One import from its first look to its undo. */
export function ImportView({ id }: { id: string }) {
  const { locale } = useSurroundings()
  const text = importsTexts[locale]
  const { data, error, isPending, refetch } = useImport(id)
  return (
    <>
      <div><Link href={placeHref({ page: 'imports', id: null })}>{text.back}</Link></div>
      {isPending && <DelayedSkeleton lines={6} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && <Opened details={data} />}
    </>
  )
}

function Opened({ details }: { details: ImportDetails }) {
  const { locale } = useSurroundings()
  const text = importsTexts[locale]
  const steps = useImportSteps(details.id)
  const { state, bytes, manager, before } = details
  const isOpen = state === 'uploaded' || state === 'checked'
  const [earlier] = before.filter((one) => one.state !== 'uploaded' && one.state !== 'checked')
  const facts = [text.facts(details.total, details.kind ? text.kinds[details.kind] : ''), bytes === null ? '' : sizeText(bytes, locale), manager?.name ?? text.console].filter(Boolean).join(' · ')
  return (
    <>
      <div>
        <h1 className="jn-breakable">{details.fileName}</h1>
        <p className="jn-quiet"><span className="jn-breakable">{facts}</span> · <DateTime at={details.startedAt} /> · <span role="status">{text.states[state]}</span></p>
      </div>
      {isOpen && earlier && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text.before(exactDate(earlier.at, { locale, now: new Date() }), earlier.manager?.name ?? text.console)} {text.beforeAdvice} <Link inline href={placeHref({ page: 'imports', id: earlier.id })}>{text.seeIt}</Link></MessageBarBody>
        </MessageBar>
      )}
      {steps.step.error && <ProblemNotice error={steps.step.error} />}
      {steps.map.error && <ProblemNotice error={steps.map.error} />}
      {isBusy(state) && <ImportProgress details={details} steps={steps} />}
      {!isBusy(state) && <ImportOutcome details={details} />}
      {!isBusy(state) && <ImportSteps details={details} steps={steps} />}
      {!isBusy(state) && details.counts.rows > 0 && <ImportFindings details={details} />}
      {isOpen && <ImportColumns details={details} map={steps.map} />}
    </>
  )
}
