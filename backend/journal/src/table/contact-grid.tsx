import type { MarkRule } from '@counterpane/shared/contract/journal'
import { listTexts } from '@counterpane/shared/text/list-journal'
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, type Ref } from 'react'
import { useSurroundings } from '../api/journal-context'
import type { RowList } from '../api/row-list'
import { useLatest, type RowsQuery } from '../api/row-queries'
import type { ChangeView } from '../view/hash-route'
import { writeView, type JournalView } from '../view/journal-view'
import { useCurrentLine } from './current-line'
import { indexOfRow, layBlocks, type BlockContent } from './grid-blocks'
import { columnsIn, headHeight, layoutOf, leastWidth, rowHeight, tracksOf } from './grid-columns'
import { GridHead } from './grid-head'
import { GridLines } from './grid-lines'
import { useGridKeys } from './grid-keys'
import type { Sums } from './group-tree'
import { TotalLine } from './total-line'
import { useStrays } from './use-strays'
import type { Columns } from './use-columns'
import { mostTicked, type Selection } from './use-selection'
import { isAtTop, useVisibleRows, useWidth } from './visible-rows'

export interface GridHandle {
  focusId: (id: string) => void; toTop: () => void
  /** Moves by one line, from the open contact or the line in focus; answers with the contact one comes to. */
  step: (by: 1 | -1, openId: string | null) => string | null
  tickCurrent: () => void
}
/** What is seen of the list, for whoever loads it. */
export interface Watcher { onSeen: (query: RowsQuery, list: RowList, first: number, last: number) => void; onTop: (atTop: boolean) => void }
interface Props {
  contents: readonly BlockContent[]; view: JournalView; change: ChangeView; columns: Columns; marks: readonly MarkRule[]; total: Sums | null
  hasMore: boolean; isLoadingMore: boolean; busy: boolean; watcher: Watcher; onToggle: (path: string) => void
  openId: string | null; onOpen: (id: string) => void; handle: Ref<GridHandle>; selection: Selection; selecting: boolean
}

/** The journal's rows, plain or under the heads of groups, as a grid of which only the visible part is in the page; the rest is loaded before one gets there. */
export function ContactGrid({ contents, view, change, columns, marks, total, hasMore, isLoadingMore, busy, watcher, onToggle, openId, onOpen, handle, selection, selecting }: Props) {
  const { text, locale } = useSurroundings()
  const box = useRef<HTMLDivElement>(null)
  const layout = layoutOf(useWidth(box))
  const blocks = useMemo(() => layBlocks(contents, { row: rowHeight[layout], head: headHeight[layout] }), [contents, layout])
  const visible = useVisibleRows(box, blocks)
  const { first, last } = visible
  const drawn = useMemo(() => columnsIn(layout, columns.columns), [layout, columns.columns])
  const shown = writeView(view)
  const isGrouped = view.group.length > 0

  useEffect(() => {
    if (box.current) box.current.scrollTop = 0
  }, [shown])
  useEffect(() => {
    for (const block of blocks.all) if (block.kind === 'rows' && block.start < last && block.start + block.count > first) watcher.onSeen(block.query, block.list, Math.max(0, first - block.start), Math.min(block.count, last - block.start))
  }, [blocks, first, last, watcher])
  useEffect(() => {
    const element = box.current
    if (!element) return
    let wasAtTop: boolean | undefined
    const look = () => {
      const atTop = isAtTop(element)
      if (atTop !== wasAtTop) watcher.onTop(atTop)
      wasAtTop = atTop
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [watcher])

  const { current, goTo, leave, focusLine, watching } = useCurrentLine(box, blocks, shown)
  useStrays({ box, blocks, openId, ticked: selection.ids })
  const pageLines = useCallback(() => Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - headHeight[layout]) / rowHeight[layout]) - 1), [layout])
  const { onKeyDown, onTick, step, tickCurrent } = useGridKeys({ blocks, current, pageLines, focusLine, onOpen, onToggle, selection })
  const latest = useLatest({ blocks, focusLine, step, tickCurrent })
  useImperativeHandle(handle, () => ({
    focusId: (id) => {
      const index = indexOfRow(latest.current.blocks, id)
      if (index >= 0) latest.current.focusLine(index)
    },
    toTop: () => {
      if (box.current) box.current.scrollTop = 0
      leave()
    },
    step: (by, id) => latest.current.step(by, id), tickCurrent: () => latest.current.tickCurrent(),
  }), [latest, leave])

  const onSizing = useCallback((key: (typeof drawn)[number]['key'], width: number) => box.current?.style.setProperty('--jn-tracks', tracksOf(drawn, { key, width })), [drawn])
  const onSized = useCallback((key: string, width: number | null) => columns.setColumns(columns.columns.map((column) => (column.key === key ? { ...column, width } : column))), [columns])
  const loaded = useMemo(() => blocks.all.reduce((sum, block) => sum + (block.kind === 'rows' ? block.count : 0), 0), [blocks])
  const ticked = selection.ids.size
  const tickAll = useCallback(() => selection.setAll(ticked === 0), [selection, ticked])
  return (
    <div
      ref={box} className={`jn-grid jn-${layout}`} data-selecting={selecting || ticked > 0 || undefined} data-busy={busy || undefined} onKeyDown={onKeyDown} {...watching}
      style={{ '--jn-tracks': tracksOf(drawn), '--jn-least': layout === 'cards' ? '0' : `${leastWidth(drawn)}px` } as React.CSSProperties}
    >
      <div
        role={isGrouped ? 'treegrid' : 'grid'} aria-label={text.list.label} aria-rowcount={hasMore ? -1 : blocks.count + 1} aria-colcount={drawn.length + 1} aria-multiselectable="true" aria-busy={busy} className="jn-wide-enough"
      >
        <GridHead columns={drawn} view={view} change={change} onSizing={onSizing} onSized={onSized} onTickAll={tickAll} allTicked={ticked === 0 ? false : ticked >= Math.min(loaded, mostTicked) ? true : 'mixed'} />
        <GridLines
          blocks={blocks} visible={visible} columns={drawn} marks={marks} current={current} openId={openId} selection={selection} onOpen={onOpen} onFocus={goTo} onTick={onTick} onToggle={onToggle}
        />
        {total && <TotalLine sums={total} />}
      </div>
      {isLoadingMore && <div className="jn-more" role="status"><span className="jn-hidden">{listTexts[locale].loadingRow}</span></div>}
    </div>
  )
}
