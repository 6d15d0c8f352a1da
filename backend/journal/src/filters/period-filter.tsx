import { Button, Select } from '@fluentui/react-components'
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left'
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right'
import { useSurroundings } from '../api/journal-context'
import type { ChangeView } from '../view/hash-route'
import { isPeriod, type JournalView } from '../view/journal-view'
import { dateText, periodTitle, spanOf, stepPeriod } from '../view/period'
import { OwnRange } from './own-range'

/** ◂ 16–22 Nov 2026 ▸ week: steps keep the length, "today" comes back to now. */
export function PeriodFilter({ view, change }: { view: JournalView; change: ChangeView }) {
  const { text, locale } = useSurroundings()
  const now = new Date()
  const names = {
    day: text.period.day, week: text.period.week, month: text.period.month, quarter: text.period.quarter, 'half-year': text.period.halfYear, year: text.period.year,
    all: text.period.all, range: text.period.range,
  }
  const span = spanOf(view, now)
  const movable = span.from !== null && span.to !== null
  const choose = (period: string) => {
    if (!isPeriod(period)) return
    // An own range begins with what was on screen.
    const last = span.to && new Date(span.to.getTime() - 1)
    change(period === 'range' ? { period, from: dateText(span.from ?? now), to: dateText(last ?? now) } : { period })
  }
  return (
    <span role="group" aria-label={text.period.label} className="jn-period">
      <Select className="jn-period-kind" aria-label={text.period.label} value={view.period} onChange={(_, { value }) => choose(value)}>
        {Object.entries(names).map(([value, name]) => <option key={value} value={value}>{name}</option>)}
      </Select>
      {movable && <Button icon={<ChevronLeft20Regular />} appearance="subtle" aria-label={text.period.back} title={text.period.back} onClick={() => change(stepPeriod(view, -1, now))} />}
      {view.period === 'range' ? <OwnRange view={view} change={change} /> : view.period !== 'all' && <span className="jn-period-title" aria-live="polite">{periodTitle(view, locale, text.period, now)}</span>}
      {movable && <Button icon={<ChevronRight20Regular />} appearance="subtle" aria-label={text.period.forward} title={text.period.forward} onClick={() => change(stepPeriod(view, 1, now))} />}
      {view.at && view.period !== 'range' && view.period !== 'all' && <Button size="small" onClick={() => change({ at: '' })}>{text.period.today}</Button>}
    </span>
  )
}
