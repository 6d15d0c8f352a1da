import { bulkTexts, type BulkWords } from '@counterpane/shared/text/bulk-journal'
import { Button, ProgressBar } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useEffect, useRef } from 'react'
import type { Bulk } from '../api/bulk-changes'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { sizeOfOrders, type BulkTally } from './bulk-order'

/** What became of all of them, in one sentence. */
export function tallyWords({ counts, left, stopped }: BulkTally, text: BulkWords['bulk']): string {
  const parts = [
    counts.changed > 0 ? text.changed(counts.changed) : text.nothing, counts.unchanged > 0 && text.unchanged(counts.unchanged), counts.stale > 0 && text.stale(counts.stale), counts['not-planned'] > 0 && text.notPlanned(counts['not-planned']),
    counts.forbidden > 0 && text.forbidden(counts.forbidden), counts['not-found'] > 0 && text.missing(counts['not-found']), left.length > 0 && text.left(sizeOfOrders(left)),
  ].filter((part): part is string => part !== false)
  return `${stopped ? `${text.stopped} ` : ''}${parts.join(', ')}.`
}

/** How far the work is, then what became of it, with one way back for all of it. */
export function BulkSaid({ bulk: { progress, tally, undo, run, stop, forget } }: { bulk: Bulk }) {
  const { locale } = useSurroundings()
  const text = bulkTexts[locale].bulk
  const undoButton = useRef<HTMLButtonElement>(null)
  // What was pressed is gone with the selection; the way back is what one needs next.
  useEffect(() => { if (tally && document.activeElement === document.body) undoButton.current?.focus() }, [tally])
  if (progress) {
    return (
      <div className="jn-bulk-said">
        <ProgressBar className="jn-bulk-progress" value={progress.done} max={progress.all} aria-label={text.working(progress.done, progress.all)} />
        <span role="status">{text.working(progress.done, progress.all)}</span>
        <Button size="small" onClick={stop}>{text.stop}</Button>
      </div>
    )
  }
  if (!tally) return null
  const said = undo.data ? [text.undone(undo.data.undone), undo.data.left > 0 && text.kept(undo.data.left)].filter(Boolean).join(', ') : null
  return (
    <>
      <div className="jn-bulk-said">
        <span role="status">{said ? `${said}.` : tallyWords(tally, text)}</span>
        {!said && tally.setIds.length > 0 && <Button ref={undoButton} size="small" disabled={undo.isPending} onClick={() => undo.mutate(tally.setIds)}>{text.undo}</Button>}
        <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={text.dismiss} title={text.dismiss} onClick={forget} />
      </div>
      {tally.error !== null && <ProblemNotice error={tally.error} onRetry={() => void run(tally.left, tally)} />}
      {undo.error && <ProblemNotice error={undo.error} onRetry={() => undo.mutate(tally.setIds)} />}
    </>
  )
}
