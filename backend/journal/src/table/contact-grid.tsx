import type { Contact } from '@counterpane/shared/contract/contact'
import { useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { useSurroundings } from '../api/journal-context'
import type { ChangeView } from '../view/hash-route'
import { writeView, type JournalView } from '../view/journal-view'
import { ContactRow } from './contact-row'
import { columnsOf, layoutOf, rowHeight, tracksOf } from './grid-columns'
import { GridHead } from './grid-head'
import type { Selection } from './use-selection'
import { useVisibleRows, useWidth } from './visible-rows'

export interface GridHandle { focusRow: (index: number) => void; current: () => number }
interface Props {
  contacts: readonly Contact[]; view: JournalView; change: ChangeView; hasMore: boolean; isLoadingMore: boolean; loadMore: () => void; busy: boolean
  openId: string | null; onOpen: (id: string) => void; handle: Ref<GridHandle>
  /** Where several may be answered at once: which are ticked. */
  selection: Selection | null
}

/** The journal's rows as a grid of which only the visible part is in the page; the rest is loaded before one gets there. */
export function ContactGrid({ contacts, view, change, hasMore, isLoadingMore, loadMore, busy, openId, onOpen, handle, selection }: Props) {
  const { text } = useSurroundings()
  const box = useRef<HTMLDivElement>(null)
  const layout = layoutOf(useWidth(box))
  const height = rowHeight[layout]
  const { first, last } = useVisibleRows(box, contacts.length, height)
  const [current, setCurrent] = useState(0)
  const shown = writeView(view)
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0
    setCurrent(0)
  }, [shown])
  const focusRow = useCallback((index: number) => {
    const element = box.current
    if (!element) return
    const head = element.querySelector<HTMLElement>('.jn-head')?.offsetHeight ?? 0
    const top = index * height
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + height + head > element.scrollTop + element.clientHeight) element.scrollTop = top + height + head - element.clientHeight
    setCurrent(index)
    // The row may have to be drawn first.
    requestAnimationFrame(() => requestAnimationFrame(() => element.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true })))
  }, [height])
  useImperativeHandle(handle, () => ({ focusRow, current: () => current }), [focusRow, current])
  useEffect(() => { if (hasMore && !isLoadingMore && last > contacts.length - 40) loadMore() }, [hasMore, isLoadingMore, last, contacts.length, loadMore])
  const drawn = contacts.slice(first, last)
  // The current row stays tabbable when it is scrolled out of sight: then the first one drawn stands in for it.
  const tabbable = current >= first && current < last ? current : first
  return (
    <div ref={box} className={`jn-grid jn-${layout}`} data-selecting={selection ? true : undefined} style={{ '--jn-tracks': tracksOf(layout, selection !== null) } as React.CSSProperties} data-busy={busy || undefined}>
      <div role="grid" aria-label={text.list.label} aria-rowcount={hasMore ? -1 : contacts.length + 1} aria-colcount={columnsOf(layout).length + (selection ? 1 : 0)} aria-busy={busy}>
        <GridHead layout={layout} view={view} change={change} selecting={selection !== null} />
        <div role="rowgroup" className="jn-rows" style={{ height: contacts.length * height }}>
          {drawn.map((contact, offset) => (
            <ContactRow
              key={contact.id} contact={contact} index={first + offset} layout={layout} current={first + offset === tabbable} open={contact.id === openId}
              onOpen={onOpen} onFocus={setCurrent} ticked={selection ? selection.ids.has(contact.id) : null} onTick={selection?.toggle}
            />
          ))}
        </div>
      </div>
      {isLoadingMore && <div className="jn-more" role="status">{text.loading}</div>}
    </div>
  )
}
