import type { Segment } from '@counterpane/shared/contract/segments'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Button } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useSurroundings } from '../api/journal-context'
import { ClientPicker } from '../filters/client-picker'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { ClientLines } from './client-lines'
import { useSegmentChanges, useSegmentRows } from './segment-queries'

/** Who belongs to a segment by hand; each change can be taken back right there. */
export function SegmentMembers({ segment }: { segment: Segment }) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale]
  const rows = useSegmentRows(segment.id)
  const { members, undo } = useSegmentChanges()
  const clients = rows.data?.pages.flatMap(({ items }) => items) ?? []
  const said = members.data && !undo.isSuccess ? members.data : null
  const change = (body: { add?: string[]; remove?: string[] }) => { undo.reset(); members.mutate({ id: segment.id, body }) }
  return (
    <section className="jn-segment-members" aria-label={text.members}>
      {segment.canChange && (
        <div className="jn-segment-add"><ClientPicker label={text.addMembers} placeholder={text.addMembers} chosen={null} onChoose={({ id }) => change({ add: [id] })} /></div>
      )}
      <p role="status" className="jn-said">
        {said && (said.added > 0 ? text.added(said.added) : text.removed(said.removed))}{' '}
        {said?.changeId && <Button size="small" disabledFocusable={undo.isPending} onClick={() => undo.mutate(said.changeId ?? '')}>{text.undo}</Button>}
      </p>
      {(members.error ?? undo.error) && <ProblemNotice error={members.error ?? undo.error} />}
      {rows.isPending && <DelayedSkeleton lines={6} />}
      {rows.error && <ProblemNotice error={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.data && clients.length === 0 && <p className="jn-quiet">{text.noMembers}</p>}
      <ClientLines clients={clients} action={(client) => segment.canChange && (
        <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} disabledFocusable={members.isPending} aria-label={text.removeMember(client.name)} title={text.removeMember(client.name)} onClick={() => change({ remove: [client.id] })} />
      )} />
      {rows.hasNextPage && <Button disabled={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>{text.more}</Button>}
    </section>
  )
}
