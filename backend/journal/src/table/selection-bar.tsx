import { calendarRowTexts } from '@counterpane/shared/text/calendar-row-journal'
import { Button, Checkbox } from '@fluentui/react-components'
import { lazy, useState } from 'react'
import { useSetsUndone, type OutcomeCounts } from '../api/outcome-changes'
import { useSurroundings } from '../api/journal-context'
import { LazyPart } from '../parts/lazy-part'
import { ProblemNotice } from '../parts/problem-notice'
import type { Selection } from './use-selection'

const OutcomesDialog = lazy(() => import('../forms/outcomes-dialog').then(({ OutcomesDialog: dialog }) => ({ default: dialog })))

/** Above the overdue contacts: tick what took place, answer for all of it at once. */
export function SelectionBar({ selection, shown }: { selection: Selection; shown: number }) {
  const { locale } = useSurroundings()
  const text = calendarRowTexts[locale].select
  // The rows as they are when asked about: the list may lose some before the dialog is there.
  const [asking, ask] = useState<{ outcome: 'held' | 'not-held'; rows: Selection['rows'] } | null>(null)
  const [said, say] = useState('')
  const [setIds, setSetIds] = useState<readonly string[]>([])
  const undo = useSetsUndone()
  const count = selection.ids.size
  const whole = count > 0 && count === shown
  const done = ({ recorded, already, missing, setIds: sets }: OutcomeCounts) => {
    ask(null)
    setSetIds(sets)
    undo.reset()
    selection.set([])
    say([text.done(recorded), already > 0 && text.already(already), missing > 0 && text.missing(missing)].filter(Boolean).join(' '))
  }
  const takeBack = () => undo.mutate(setIds, { onSuccess: ({ undone, left }) => { setSetIds([]); say([text.undone(undone), left > 0 && text.left(left)].filter(Boolean).join(' ')) } })
  const wayBack = (
    <>
      {setIds.length > 0 && <Button size="small" appearance="subtle" disabled={undo.isPending} onClick={takeBack}>{text.undo}</Button>}
      {undo.error && <ProblemNotice error={undo.error} />}
    </>
  )
  if (shown === 0) return said ? <div className="jn-select-bar"><span role="status">{said}</span>{wayBack}</div> : null
  return (
    <div className="jn-select-bar">
      <Checkbox checked={whole || (count > 0 && 'mixed')} label={text.all} onChange={() => selection.setAll(!whole)} />
      {count > 0
        ? (
          <span className="jn-buttons">
            <Button size="small" appearance="primary" onClick={() => ask({ outcome: 'held', rows: selection.rows })}>{text.held}</Button>
            <Button size="small" onClick={() => ask({ outcome: 'not-held', rows: selection.rows })}>{text.notHeld}</Button>
          </span>
        )
        : <span className="jn-quiet jn-select-hint">{text.invite}</span>}
      <span role="status" className="jn-said">{count === 0 && said}</span>
      {count === 0 && wayBack}
      {asking && <LazyPart lines={0}><OutcomesDialog contacts={asking.rows} outcome={asking.outcome} onClose={() => ask(null)} onDone={done} /></LazyPart>}
    </div>
  )
}
