import type { ClientColumn, ClientRow, ClientSort } from '@counterpane/shared/contract/client-list'
import { clientListTexts } from '@counterpane/shared/text/client-list-journal'
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up'
import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ColumnBorder } from '../table/column-border'
import type { Columns } from '../table/use-columns'
import { useWidth } from '../table/visible-rows'
import { drawnColumns, leastWidth, tracksOf } from './client-columns'
import { ClientLine } from './client-line'
import { markOfClient, type ClientMark } from './client-marks'

interface Props {
  rows: readonly ClientRow[]; hasMore: boolean; busy: boolean; onMore: () => void; columns: Columns; marks: readonly ClientMark[]; sort: ClientSort; onSort: (sort: ClientSort) => void
  at: string; onAt: (id: string) => void; onOpen: (id: string) => void; ticked: ReadonlySet<string>; onTicked: (ids: ReadonlySet<string>) => void
}
const headHeight = 40
const [lineHeight, cardHeight] = [52, 96]
const around = 8
const ahead = 60

/** The clients as a table of which only the visible part is in the page; the rest is loaded before one gets there. Arrows go from line to line, the client in the line stands beside the list. */
export function ClientGrid({ rows, hasMore, busy, onMore, columns, marks, sort, onSort, at, onAt, onOpen, ticked, onTicked }: Props) {
  const { locale } = useSurroundings()
  const say = clientListTexts[locale]
  const box = useRef<HTMLDivElement>(null)
  const cards = useWidth(box) < 640
  const height = cards ? cardHeight : lineHeight
  const drawn = useMemo(() => drawnColumns(columns.columns, cards), [columns.columns, cards])
  const [seen, see] = useState({ first: 0, last: 30 })
  const [current, setCurrent] = useState(0)
  const wanted = useRef<number | null>(null)
  const now = Date.now()

  const measure = useCallback(() => {
    const element = box.current
    if (!element) return
    const first = Math.max(0, Math.floor(element.scrollTop / height) - around)
    const last = Math.ceil((element.scrollTop + element.clientHeight) / height) + around
    see((old) => (old.first === first && old.last === last ? old : { first, last }))
  }, [height])
  useEffect(() => {
    const element = box.current
    if (!element) return
    measure()
    element.addEventListener('scroll', measure, { passive: true })
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => { element.removeEventListener('scroll', measure); watch.disconnect() }
  }, [measure])
  useEffect(() => { if (hasMore && !busy && seen.last > rows.length - ahead) onMore() }, [hasMore, busy, seen.last, rows.length, onMore])
  useEffect(() => {
    if (wanted.current === null) return
    box.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`)?.focus({ preventScroll: true })
    wanted.current = null
  })

  const goTo = (index: number) => {
    const element = box.current
    const to = Math.min(rows.length - 1, Math.max(0, index))
    const row = rows[to]
    if (!element || !row) return
    if (to * height < element.scrollTop) element.scrollTop = to * height
    else if ((to + 1) * height + headHeight > element.scrollTop + element.clientHeight) element.scrollTop = (to + 1) * height + headHeight - element.clientHeight
    wanted.current = to
    setCurrent(to)
    if (at) onAt(row.id)
  }
  const tick = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    onTicked(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const line = event.target instanceof HTMLElement && event.target.matches('[data-index]') ? Number(event.target.dataset.index) : null
    const row = line === null ? undefined : rows[line]
    if (line === null || !row || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - headHeight) / height) - 1)
    const act: Record<string, () => void> = {
      ArrowDown: () => goTo(line + 1), ArrowUp: () => goTo(line - 1), PageDown: () => goTo(line + page), PageUp: () => goTo(line - page), Home: () => goTo(0), End: () => goTo(rows.length - 1),
      Enter: () => onOpen(row.id), ' ': () => tick(row.id), ArrowRight: () => onAt(row.id), ArrowLeft: () => onAt(''),
    }
    const chosen = act[event.key]
    if (!chosen) return
    event.preventDefault()
    chosen()
  }

  const onSizing = useCallback((key: ClientColumn, width: number) => box.current?.style.setProperty('--jn-tracks', tracksOf(drawn, { key, width })), [drawn])
  const onSized = useCallback((key: ClientColumn, width: number | null) => columns.setColumns(columns.columns.map((one) => (one.key === key ? { ...one, width } : one))), [columns])
  const place = Math.min(current, Math.max(0, rows.length - 1))
  const indexes = [...new Set([...Array.from({ length: Math.max(0, Math.min(seen.last, rows.length) - seen.first) }, (_, i) => seen.first + i), ...(rows.length > 0 ? [place] : [])])].sort((a, b) => a - b)
  return (
    <div ref={box} className={`jn-grid jn-client-grid ${cards ? 'jn-client-cards' : ''}`} data-selecting={ticked.size > 0 || undefined} data-busy={busy || undefined} onKeyDown={onKeyDown} style={{ '--jn-tracks': tracksOf(drawn), '--jn-least': cards ? '0' : `${leastWidth(drawn)}px` } as CSSProperties}>
      <div role="grid" aria-label={say.label} aria-rowcount={hasMore ? -1 : rows.length + 1} aria-colcount={drawn.length + 1} aria-multiselectable="true" aria-busy={busy} className="jn-wide-enough">
        <div role="rowgroup" className="jn-head">
          <div role="row" aria-rowindex={1} className="jn-head-row">
            <div role="columnheader" className="jn-c-tick" aria-label={say.all}><input type="checkbox" aria-label={say.all} title={say.all} checked={ticked.size > 0 && ticked.size >= rows.length} onChange={() => onTicked(ticked.size > 0 ? new Set() : new Set(rows.slice(0, 5_000).map(({ id }) => id)))} /></div>
            {drawn.map((column) => {
              const name = say.column[column.key]
              const by = column.sort
              const isBy = by !== null && sort.replace('-', '') === by
              const next = (isBy ? (sort.startsWith('-') ? by : `-${by}`) : column.newestFirst ? `-${by}` : by) as ClientSort
              return (
                <div key={column.key} role="columnheader" aria-label={name} className={`jn-cell ${column.number ? 'jn-number' : ''}`} aria-sort={isBy ? (sort.startsWith('-') ? 'descending' : 'ascending') : undefined}>
                  {by === null ? <span className="jn-clip" title={name}>{name}</span> : (
                    <button type="button" className="jn-sort" title={column.key === 'lastHeldAt' ? `${say.sortBy(name)}. ${say.lastHint}` : say.sortBy(name)} onClick={() => onSort(next)}>
                      <span className="jn-clip">{name}</span>{isBy && (sort.startsWith('-') ? <ArrowDown12Regular aria-hidden="true" /> : <ArrowUp12Regular aria-hidden="true" />)}
                    </button>
                  )}
                  <ColumnBorder column={column} name={name} onSizing={onSizing} onSized={onSized} />
                </div>
              )
            })}
          </div>
        </div>
        <div role="rowgroup" className="jn-rows" style={{ height: rows.length * height }}>
          {indexes.map((index) => {
            const row = rows[index]
            return row && (
              <ClientLine
                key={row.id} row={row} index={index} top={index * height} height={height} columns={drawn} mark={markOfClient(row, marks, now)} current={index === place} open={row.id === at} ticked={ticked.has(row.id)}
                onAt={() => { setCurrent(index); onAt(row.id) }} onFocus={() => setCurrent(index)} onOpen={() => onOpen(row.id)} onTick={() => tick(row.id)}
              />
            )
          })}
        </div>
      </div>
      {hasMore && <div className="jn-more" role="status"><span className="jn-hidden">{busy ? say.loadMore : ''}</span></div>}
    </div>
  )
}
