import type { NeverEntry } from '@counterpane/shared/contract/trail'
import type { NeverScope } from '@counterpane/shared/domain/trail-codes'
import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { Button, Input } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useDeferredValue, useRef, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { NeverForm } from './never-form'
import { useNeverChanges, useNeverList } from './trail-queries'

/** From so many on a list is searched rather than read. */
const searchedFrom = 12

export function NeverList({ scope }: { scope: NeverScope }) {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].never
  const [q, setQ] = useState('')
  const [gone, setGone] = useState<NeverEntry | null>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useNeverList(scope, useDeferredValue(q.trim()))
  const { add, remove } = useNeverChanges(scope)
  const [first] = data?.pages ?? []
  const entries = data?.pages.flatMap(({ items }) => items) ?? []
  const takeAway = (entry: NeverEntry) => remove.mutate(entry.id, { onSuccess: () => { setGone(entry); said.current?.focus() } })
  return (
    <section className="jn-trail-block" aria-label={text.scope[scope]}>
      <div><h3>{text.scope[scope]}</h3><p className="jn-quiet">{text.aboutScope[scope]}</p></div>
      {isPending && <DelayedSkeleton lines={4} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {first?.mayChange && <NeverForm add={add} onAdded={() => setGone(null)} />}
      {first && (first.total >= searchedFrom || q !== '') && <Input type="search" value={q} aria-label={text.search} placeholder={text.search} onChange={(_, { value }) => setQ(value)} />}
      {first && first.total === 0 && <div className="jn-empty"><h4>{text.empty}</h4>{first.mayChange && <p>{text.emptyAdvice}</p>}</div>}
      {first && first.total > 0 && entries.length === 0 && <p>{text.noneFound}</p>}
      <p role="status" tabIndex={-1} ref={said} className="jn-settled">{gone && <>{text.removed(gone.value)} <Button size="small" disabledFocusable={add.isPending} onClick={() => add.mutate(gone.value, { onSuccess: () => setGone(null) })}>{text.undo}</Button></>}</p>
      {remove.error && <ProblemNotice error={remove.error} />}
      {entries.length > 0 && (
        <ul className="jn-never-list" tabIndex={0} aria-label={text.scope[scope]}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <span>{entry.value} <small className="jn-quiet">{text.kind[entry.kind]}</small></span>
              {first?.mayChange && <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label={text.removeOf(entry.value)} title={text.remove} disabledFocusable={remove.isPending} onClick={() => takeAway(entry)} />}
            </li>
          ))}
        </ul>
      )}
      {first && first.total > 0 && <small className="jn-quiet">{text.total(first.total)}</small>}
      {hasNextPage && <Button className="jn-start" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{text.more}</Button>}
    </section>
  )
}
