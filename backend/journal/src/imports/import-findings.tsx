import type { ImportDetails, ImportRowProblem } from '@counterpane/shared/contract/imports'
import { importsTexts } from '@counterpane/shared/text/imports-journal'
import { Button, Link } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { clientPlace, placeHref } from '../view/hash-route'
import { isBusy, problemsHref, useImportProblems } from './import-queries'
import { fieldLabel } from './import-columns'

/** Problems by row, in words; and rows that are somebody known. */
export function ImportFindings({ details }: { details: ImportDetails }) {
  const { locale } = useSurroundings()
  const text = importsTexts[locale]
  return (
    <>
      <Findings details={details} kind="problem" title={text.problems} count={details.problemCount} none={text.noProblems} />
      <Findings details={details} kind="duplicate" title={text.duplicates} count={details.duplicateCount} none={text.noDuplicates} />
    </>
  )
}

function Findings({ details, kind, title, count, none }: { details: ImportDetails; kind: 'problem' | 'duplicate'; title: string; count: number; none: string }) {
  const { locale } = useSurroundings()
  const text = importsTexts[locale]
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useImportProblems(details, kind)
  return (
    <details className="jn-import-findings" open={kind === 'problem' && count > 0}>
      <summary><h2>{title} <span className="jn-quiet">{count.toLocaleString(locale)}</span></h2></summary>
      {count > 0 && !isBusy(details.state) && <div><Link href={problemsHref(details.id, kind, locale)} download={text.csv.file[kind]}>{text.csv.save}</Link></div>}
      {count === 0 && <p className="jn-quiet">{none}</p>}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <ul className="jn-import-list">{data?.pages.flatMap(({ items }) => items).map((one) => <Finding key={one.position} one={one} />)}</ul>
      {hasNextPage && <div><Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{text.more}</Button></div>}
    </details>
  )
}

function Finding({ one: { row, kind, field, message, noun, nounId } }: { one: ImportRowProblem }) {
  const { locale } = useSurroundings()
  const text = importsTexts[locale]
  return (
    <li>
      <span className="jn-import-row">{text.row(row)}</span>
      <span className="jn-breakable">{kind === 'problem' && field !== 'row' && `${fieldLabel(field, locale)}: `}{message}</span>
      {noun === 'counterparty' && nounId !== null && <Link href={placeHref(clientPlace(nounId))} aria-label={`${text.open}: ${message}`}>{text.open}</Link>}
    </li>
  )
}
