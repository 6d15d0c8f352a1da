import { calendarRowTexts } from '@counterpane/shared/text/calendar-row-journal'
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up'
import { useSurroundings } from '../api/journal-context'
import type { ChangeView } from '../view/hash-route'
import type { JournalView } from '../view/journal-view'
import { columnsOf, type Layout } from './grid-columns'

/** Names of the columns; a click orders by one, a second click turns the order round. Dates begin with the newest, words with А. */
export function GridHead({ layout, view, change, selecting }: { layout: Layout; view: JournalView; change: ChangeView; selecting: boolean }) {
  const { text, locale } = useSurroundings()
  const descending = view.sort.startsWith('-')
  const sorted = view.sort.replace('-', '')
  const orderBy = (sort: string) => change({ sort: sort === sorted ? (descending ? sort : `-${sort}`) : sort === 'startsAt' || sort === 'durationMinutes' ? `-${sort}` : sort })
  return (
    <div role="rowgroup" className="jn-head">
      <div role="row" aria-rowindex={1} className="jn-head-row">
        {selecting && <div role="columnheader" className="jn-cell"><span className="jn-hidden">{calendarRowTexts[locale].select.column}</span></div>}
        {columnsOf(layout).map(({ key, sort }) => (
          <div key={key} role="columnheader" className={`jn-cell jn-h-${key}`} aria-sort={sort === sorted ? (descending ? 'descending' : 'ascending') : undefined}>
            {sort
              ? (
                <button type="button" className="jn-sort" onClick={() => orderBy(sort)} title={text.column.sortBy(key === 'minutes' ? text.column.minutesLong : text.column[key])}>
                  <span className="jn-clip">{text.column[key]}</span>{sort === sorted && (descending ? <ArrowDown12Regular aria-hidden="true" /> : <ArrowUp12Regular aria-hidden="true" />)}
                </button>
              )
              : <span className="jn-clip">{text.column[key]}</span>}
          </div>
        ))}
      </div>
    </div>
  )
}
