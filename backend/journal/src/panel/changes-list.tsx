import { changesTexts } from '@counterpane/shared/text/changes-journal'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useChanges, useUndoChange, type ChangeNoun } from '../api/change-queries'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { ChangeItem } from './change-item'

/** Each change with its author and time, before and after, and the way to take it back. */
export function ChangesList({ noun, id }: { noun: ChangeNoun; id: string }) {
  const { text, locale } = useSurroundings()
  const say = changesTexts[locale]
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useChanges(noun, id)
  const { undo } = useUndoChange(noun, id)
  const [said, setSaid] = useState('')
  const changes = data?.pages.flatMap(({ items }) => items) ?? []
  const takeBack = (changeId: string) => {
    setSaid('')
    undo.mutate({ id: changeId }, { onSuccess: ({ left, undone }) => setSaid(left.length === 0 ? say.done : undone.includes(id) ? say.leftNext : say.left) })
  }
  return (
    <div className="jn-changes">
      {isPending && <DelayedSkeleton lines={3} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && changes.length === 0 && <p className="jn-quiet">{say.none}</p>}
      <p role="status" className="jn-said">{said}</p>
      {undo.error && <ProblemNotice error={undo.error} />}
      <ol>{changes.map((change) => <ChangeItem key={change.id} change={change} busy={undo.isPending} onUndo={() => takeBack(change.id)} />)}</ol>
      {hasNextPage && <div><Button size="small" appearance="subtle" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{text.more}</Button></div>}
    </div>
  )
}
