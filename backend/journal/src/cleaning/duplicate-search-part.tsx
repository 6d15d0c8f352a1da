import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { nearDate } from '@counterpane/shared/text/dates'
import { Button, ProgressBar } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import type { Cleaning, useDuplicateSearch } from './cleaning-queries'

interface Props { search: ReturnType<typeof useDuplicateSearch>; cleaning: Cleaning; mayMerge: boolean }

/** How far the search is, or when the last one was; and the next. */
export function DuplicateSearchPart({ search: { data, error, refetch }, cleaning, mayMerge }: Props) {
  const { locale } = useSurroundings()
  const say = cleaningTexts[locale]
  const queries = useQueryClient()
  const last = data?.search
  const state = last?.state
  const number = (value: number) => value.toLocaleString(locale)
  // Whenever a search is over the list may be another.
  useEffect(() => { if (state && state !== 'running') void queries.invalidateQueries({ queryKey: ['duplicates'] }) }, [state, last?.id, queries])
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return null
  if (last?.state === 'running') {
    return (
      <div className="jn-cleaning-search">
        <ProgressBar className="jn-cleaning-bar" value={last.total > 0 ? Math.min(1, last.looked / last.total) : undefined} aria-label={say.search} />
        <span role="status">{say.searching(number(last.looked), number(last.total), number(last.found))}</span>
        {mayMerge && <Button size="small" disabledFocusable={cleaning.cancel.isPending} onClick={() => cleaning.cancel.mutate()}>{say.cancel}</Button>}
      </div>
    )
  }
  const when = last ? nearDate(last.finishedAt ?? last.startedAt, { locale, now: new Date() }) : ''
  return (
    <div className="jn-cleaning-search">
      {mayMerge && <Button appearance={last ? 'secondary' : 'primary'} disabledFocusable={cleaning.search.isPending} onClick={() => cleaning.search.mutate()}>{say.search}</Button>}
      <span className="jn-quiet">{!last ? say.never : last.state === 'done' ? say.last(when, number(last.found)) : last.state === 'stopped' ? say.stopped(when) : say.failed(when)}</span>
    </div>
  )
}
