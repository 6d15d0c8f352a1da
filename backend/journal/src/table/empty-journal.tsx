import { Button } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import type { ChangeView } from '../view/hash-route'
import { isFiltered, withoutFilters, type JournalView } from '../view/journal-view'

/** What an empty list means and what to do about it. */
export function EmptyJournal({ view, change, onLog }: { view: JournalView; change: ChangeView; onLog: () => void }) {
  const { text } = useSurroundings()
  return (
    <div className="jn-empty">
      <h2>{text.list.empty}</h2>
      <p>{text.list.emptyAdvice}</p>
      <div className="jn-buttons">
        {view.period === 'day' && <Button onClick={() => change({ period: 'week' })}>{text.list.showWeek}</Button>}
        {view.period !== 'all' && <Button onClick={() => change({ period: 'all' })}>{text.list.showAllPeriods}</Button>}
        {isFiltered(view) && <Button onClick={() => change(withoutFilters(view))}>{text.list.clearFilters}</Button>}
        <Button onClick={onLog}>{text.list.log}</Button>
      </div>
    </div>
  )
}
