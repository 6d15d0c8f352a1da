import { listTexts } from '@counterpane/shared/text/list-journal'
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up'
import { memo } from 'react'
import { useSurroundings } from '../api/journal-context'
import type { ChangeView } from '../view/hash-route'
import type { JournalView } from '../view/journal-view'
import { ColumnBorder, type Sizing } from './column-border'
import { headingOf, type GridColumn } from './grid-columns'

interface Props extends Sizing { columns: readonly GridColumn[]; view: JournalView; change: ChangeView; allTicked: boolean | 'mixed'; onTickAll: () => void }

/** Names of the columns; a click orders by one, a second click turns the order round. Dates begin with the newest, words with А. */
export const GridHead = memo(function GridHead({ columns, view, change, allTicked, onTickAll, onSizing, onSized }: Props) {
  const { text, locale } = useSurroundings()
  const say = listTexts[locale]
  const descending = view.sort.startsWith('-')
  const sorted = view.sort.replace('-', '')
  const orderBy = ({ sort, newestFirst }: GridColumn) => change({ sort: sort === sorted ? (descending ? sort : `-${sort}`) : `${newestFirst ? '-' : ''}${sort}` })
  return (
    <div role="rowgroup" className="jn-head">
      <div role="row" aria-rowindex={1} className="jn-head-row">
        <div role="columnheader" className="jn-c-tick" aria-label={say.select.button}>
          <input type="checkbox" aria-label={say.select.button} title={say.select.button} checked={allTicked === true} ref={(box) => { if (box) box.indeterminate = allTicked === 'mixed' }} onChange={onTickAll} />
        </div>
        {columns.map((column) => {
          const { key, sort } = column
          const { short, long } = headingOf(key, columns, say, text)
          return (
            <div key={key} role="columnheader" aria-label={long} className={`jn-cell jn-h-${column.mark}${column.number ? ' jn-number' : ''}`} aria-sort={sort === sorted ? (descending ? 'descending' : 'ascending') : undefined}>
              {sort
                ? (
                  <button type="button" className="jn-sort" onClick={() => orderBy(column)} title={text.column.sortBy(long)}>
                    <span className="jn-clip">{short}</span>{sort === sorted && (descending ? <ArrowDown12Regular aria-hidden="true" /> : <ArrowUp12Regular aria-hidden="true" />)}
                  </button>
                )
                : <span className="jn-clip" title={long}>{short}</span>}
              <ColumnBorder column={column} name={long} onSizing={onSizing} onSized={onSized} />
            </div>
          )
        })}
      </div>
    </div>
  )
})
