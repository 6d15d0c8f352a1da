import { calendarRowTexts } from '@counterpane/shared/text/calendar-row-journal'
import { Button, Checkbox } from '@fluentui/react-components'
import { lazy, useState } from 'react'
import type { OutcomeCounts } from '../api/outcome-changes'
import { useSurroundings } from '../api/journal-context'
import { LazyPart } from '../parts/lazy-part'
import type { Selection } from './use-selection'

const OutcomesDialog = lazy(() => import('../forms/outcomes-dialog').then(({ OutcomesDialog: dialog }) => ({ default: dialog })))

/** Above the overdue contacts: tick what took place, answer for all of it at once. */
export function SelectionBar({ selection, shown }: { selection: Selection; shown: number }) {
  const { locale } = useSurroundings()
  const text = calendarRowTexts[locale].select
  const [asking, ask] = useState<'held' | 'not-held' | null>(null)
  const [said, say] = useState('')
  const count = selection.ids.size
  const whole = count > 0 && count === shown
  const done = ({ recorded, already, missing }: OutcomeCounts) => {
    ask(null)
    selection.set([])
    say([text.done(recorded), already > 0 && text.already(already), missing > 0 && text.missing(missing)].filter(Boolean).join(' '))
  }
  if (shown === 0) return said ? <p role="status" className="jn-select-bar">{said}</p> : null
  return (
    <div className="jn-select-bar">
      <Checkbox checked={whole || (count > 0 && 'mixed')} label={text.all} onChange={() => selection.setAll(!whole)} />
      {count > 0
        ? (
          <span className="jn-buttons">
            <Button size="small" appearance="primary" onClick={() => ask('held')}>{text.held}</Button>
            <Button size="small" onClick={() => ask('not-held')}>{text.notHeld}</Button>
          </span>
        )
        : <span className="jn-quiet jn-select-hint">{text.invite}</span>}
      <span role="status" className="jn-said">{count === 0 && said}</span>
      {asking && <LazyPart lines={0}><OutcomesDialog contacts={selection.rows} outcome={asking} onClose={() => ask(null)} onDone={done} /></LazyPart>}
    </div>
  )
}
