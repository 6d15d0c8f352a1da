import type { JournalRow, MarkRule } from '@counterpane/shared/contract/journal'
import { calendarRowTexts } from '@counterpane/shared/text/calendar-row-journal'
import { listTexts } from '@counterpane/shared/text/list-journal'
import { contactStateName } from '@counterpane/shared/ui/state-colours'
import { memo, type MouseEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useSubject } from '../parts/contact-subject'
import type { GridColumn } from './grid-columns'
import { RowCell } from './row-cells'

export interface RowProps {
  row: JournalRow; index: number; top: number; height: number; level: number | null; columns: readonly GridColumn[]; current: boolean; open: boolean; ticked: boolean; stray: boolean; mark: MarkRule | null
  onOpen: (id: string) => void; onFocus: (index: number) => void; onTick: (index: number, range: boolean) => void
}

/** One contact: columns when there is room, else a card of its most telling cells. The row itself takes the focus; Enter opens it. */
export const ContactRow = memo(function ContactRow({ row, index, top, height, level, columns, current, open, ticked, stray, mark, onOpen, onFocus, onTick }: RowProps) {
  const told = columns.find(({ key }) => key === 'subject') ?? columns[0]
  const tick = (event: MouseEvent) => {
    event.stopPropagation()
    onTick(index, event.shiftKey)
  }
  const click = (event: MouseEvent) => {
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return onOpen(row.id)
    event.preventDefault()
    onTick(index, event.shiftKey)
  }
  return (
    <div
      role="row" aria-rowindex={index + 2} aria-level={level ?? undefined} aria-selected={ticked} aria-current={open || undefined} tabIndex={current ? 0 : -1} data-index={index} data-row=""
      className={`jn-row jn-tone-${contactStateName(row)}${mark ? ` jn-marked jn-mark-${mark.tone}` : ''}${stray ? ' jn-stray' : ''}`} style={{ top, height }} onClick={click} onFocus={() => onFocus(index)}
    >
      <TickCell row={row} ticked={ticked} tabbable={current} onClick={tick} />
      {columns.map((column) => <RowCell key={column.key} row={row} column={column} columns={columns} tabbable={current} mark={column.key === 'subject' ? mark : null} stray={stray && column === told} />)}
    </div>
  )
})

/** A plain checkbox: hundreds of them come and go while one scrolls. */
function TickCell({ row, ticked, tabbable, onClick }: { row: JournalRow; ticked: boolean; tabbable: boolean; onClick: (event: MouseEvent) => void }) {
  const { locale } = useSurroundings()
  const subject = useSubject()
  return (
    <div role="gridcell" className="jn-c-tick" onClick={onClick} onMouseDown={(event) => { if (event.shiftKey) event.preventDefault() }}>
      <input type="checkbox" checked={ticked} readOnly tabIndex={tabbable ? 0 : -1} aria-label={calendarRowTexts[locale].select.row(subject(row))} />
    </div>
  )
}

/** In place of a row that was let go and is on its way back. */
export function AbsentRow({ index, top, height, onFocus }: Pick<RowProps, 'index' | 'top' | 'height' | 'onFocus'>) {
  const { locale } = useSurroundings()
  return (
    <div role="row" aria-rowindex={index + 2} tabIndex={-1} data-index={index} className="jn-row jn-absent" style={{ top, height }} onFocus={() => onFocus(index)}>
      <div role="gridcell" className="jn-cell"><span className="jn-hidden">{listTexts[locale].loadingRow}</span><span className="jn-bone jn-bone-inline" /></div>
    </div>
  )
}
