import type { JournalColumn } from '@counterpane/shared/contract/exports'
import { listTexts } from '@counterpane/shared/text/list-journal'
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import type { GridColumn } from './grid-columns'
import { leastColumn, mostColumn } from './use-columns'

const stepWidth = 16
const within = (width: number) => Math.round(Math.min(mostColumn, Math.max(leastColumn, width)))

/** While a border is being moved, and when it was let go (null: the usual width). */
export interface Sizing<K extends string = JournalColumn> { onSizing: (key: K, width: number) => void; onSized: (key: K, width: number | null) => void }

/** The border at the right of a heading: dragged, or moved by the arrow keys; a double click or Backspace gives the usual width back. */
export function ColumnBorder<K extends string = JournalColumn>({ column: { key, width, least }, name, onSizing, onSized }: Sizing<K> & { column: Pick<GridColumn, 'width' | 'least'> & { key: K }; name: string }) {
  const { locale } = useSurroundings()
  const text = listTexts[locale].columns
  const drag = useRef<{ x: number; from: number; width: number } | null>(null)
  const widthNow = (border: Element) => border.parentElement?.getBoundingClientRect().width ?? leastColumn
  const start = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    const from = widthNow(event.currentTarget)
    drag.current = { x: event.clientX, from, width: from }
  }
  const move = (event: PointerEvent) => {
    if (!drag.current) return
    drag.current.width = within(drag.current.from + event.clientX - drag.current.x)
    onSizing(key, drag.current.width)
  }
  const end = () => {
    const { width: last, from } = drag.current ?? { width: 0, from: 0 }
    drag.current = null
    if (last > 0 && last !== from) onSized(key, last)
  }
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') onSized(key, within(widthNow(event.currentTarget) + (event.key === 'ArrowRight' ? stepWidth : -stepWidth)))
    else if (event.key === 'Backspace' || event.key === 'Delete') onSized(key, null)
    else return
    event.preventDefault()
  }
  return (
    <span
      role="separator" aria-orientation="vertical" aria-label={text.width(name)} title={text.widthHint} tabIndex={0} className="jn-border"
      aria-valuemin={leastColumn} aria-valuemax={mostColumn} aria-valuenow={width ?? least} onFocus={(event) => { event.currentTarget.ariaValueNow = String(Math.round(widthNow(event.currentTarget))) }} onPointerDown={start} onPointerMove={move} onPointerUp={end} onPointerCancel={end} onDoubleClick={() => onSized(key, null)} onKeyDown={onKey}
    />
  )
}
