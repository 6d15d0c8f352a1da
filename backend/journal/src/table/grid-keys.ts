import { useCallback, useRef, type KeyboardEvent } from 'react'
import { useLatest } from '../api/row-queries'
import { blockAt, indexOfRow, rowAtIndex, type Blocks } from './grid-blocks'
import type { Selection } from './use-selection'

interface Given { blocks: Blocks; current: number | null; pageLines: () => number; focusLine: (index: number) => void; onOpen: (id: string) => void; onToggle: (path: string) => void; selection: Selection }

/** The list by keyboard: arrows go from line to line and open and close groups, Enter opens, the space bar ticks. */
export function useGridKeys(given: Given) {
  const latest = useLatest(given)
  /** Where ticking began: a range is ticked from there. */
  const anchor = useRef<number | null>(null)

  const onTick = useCallback((index: number, range: boolean) => {
    const { blocks, selection } = latest.current
    const row = rowAtIndex(blocks, index)
    if (!row) return
    const from = anchor.current
    if (range && from !== null && from !== index) {
      const between: string[] = []
      for (let at = Math.min(from, index); at <= Math.max(from, index); at++) {
        const one = rowAtIndex(blocks, at)
        if (one) between.push(one.id)
      }
      selection.set([...selection.ids, ...between])
    } else {
      selection.toggle(row.id)
      anchor.current = index
    }
  }, [latest])

  const move = (to: number) => latest.current.focusLine(Math.min(latest.current.blocks.count - 1, Math.max(0, to)))
  const parentOf = (index: number): number | null => {
    const { blocks } = latest.current
    const block = blockAt(blocks, index)
    const level = block?.kind === 'head' ? block.node.level : 3
    for (const one of [...blocks.all].reverse()) if (one.start < index && one.kind === 'head' && one.node.level < level) return one.start
    return null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { blocks, onOpen, onToggle } = latest.current
    const line = event.target instanceof HTMLElement && event.target.matches('[data-index]') ? Number(event.target.dataset.index) : null
    if (line === null || event.ctrlKey || event.metaKey || event.altKey) return
    const block = blockAt(blocks, line)
    const row = rowAtIndex(blocks, line)
    const head = block?.kind === 'head' ? block : null
    const act: Record<string, (() => void) | false | null | undefined> = {
      ArrowDown: () => move(line + 1), ArrowUp: () => move(line - 1), PageDown: () => move(line + latest.current.pageLines()), PageUp: () => move(line - latest.current.pageLines()), Home: () => move(0), End: () => move(blocks.count - 1),
      Enter: row ? () => onOpen(row.id) : head && (() => onToggle(head.node.path)),
      ' ': row ? () => onTick(line, event.shiftKey) : head && (() => onToggle(head.node.path)),
      ArrowRight: head && (head.isOpen ? () => move(line + 1) : () => onToggle(head.node.path)),
      ArrowLeft: head?.isOpen ? () => onToggle(head.node.path) : () => { const parent = parentOf(line); if (parent !== null) move(parent) },
    }
    const chosen = act[event.key]
    if (!chosen) return
    event.preventDefault()
    chosen()
  }

  const focused = () => {
    const line = document.activeElement?.closest<HTMLElement>('[data-index]')
    return line ? Number(line.dataset.index) : null
  }
  const step = (by: 1 | -1, openId: string | null): string | null => {
    const { blocks, current } = latest.current
    let index = openId === null ? focused() ?? current ?? -1 : indexOfRow(blocks, openId)
    do index += by
    // Beside an open contact one goes from contact to contact, over the heads of groups.
    while (openId !== null && index >= 0 && index < blocks.count && !rowAtIndex(blocks, index))
    index = Math.min(blocks.count - 1, Math.max(0, index))
    const row = rowAtIndex(blocks, index)
    if (openId === null || row) latest.current.focusLine(index)
    return row?.id ?? null
  }
  const tickCurrent = () => {
    const line = focused()
    if (line !== null) onTick(line, false)
  }
  return { onKeyDown, onTick, step, tickCurrent }
}
