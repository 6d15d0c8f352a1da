import type { ImportSummary } from '@counterpane/shared/contract/imports'
import { importsTexts } from '@counterpane/shared/text/imports-journal'
import { Button, Link } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { DateTime } from '../parts/date-time'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { placeHref } from '../view/hash-route'
import { useImports } from './import-queries'

/** What was brought before, newest first. */
export function ImportsHistory() {
  const { locale } = useSurroundings()
  const text = importsTexts[locale].history
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useImports()
  const items = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="jn-import-part" aria-label={text.title}>
      <h2>{text.title}</h2>
      {isPending && <DelayedSkeleton lines={4} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && items.length === 0 && <div className="jn-import-none"><p>{text.none}</p><p className="jn-quiet">{text.noneAdvice}</p></div>}
      {items.length > 0 && (
        <table className="jn-import-history">
          <thead><tr><th scope="col">{text.file}</th><th scope="col">{text.when}</th><th scope="col">{text.who}</th><th scope="col">{text.state}</th><th scope="col">{text.result}</th></tr></thead>
          <tbody>{items.map((one) => <HistoryRow key={one.id} one={one} />)}</tbody>
        </table>
      )}
      {hasNextPage && <div><Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{text.more}</Button></div>}
    </section>
  )
}

function HistoryRow({ one: { id, fileName, startedAt, manager, state, counts } }: { one: ImportSummary }) {
  const { locale } = useSurroundings()
  const text = importsTexts[locale]
  const told = counts.rows === 0 ? '' : `${text.created}: ${counts.created.toLocaleString(locale)}, ${text.updated.toLowerCase()}: ${counts.updated.toLocaleString(locale)}, ${text.skipped.toLowerCase()}: ${counts.skipped.toLocaleString(locale)}`
  return (
    <tr>
      <td className="jn-breakable"><Link href={placeHref({ page: 'imports', id })}>{fileName}</Link></td>
      <td><DateTime at={startedAt} /></td>
      <td className="jn-breakable">{manager?.name ?? text.console}</td>
      <td data-state={state}>{text.states[state]}</td>
      <td className="jn-quiet">{told}</td>
    </tr>
  )
}
