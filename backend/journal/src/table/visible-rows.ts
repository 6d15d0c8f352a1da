import { useCallback, useEffect, useState, type RefObject } from 'react'
import { indexAt, type Blocks } from './grid-blocks'

export interface Visible { first: number; last: number }
const margin = 8
/** Less than a quarter of a row is away from the beginning. */
export const isAtTop = (box: Element) => box.scrollTop < 13

/** Which lines stand in the scrolled box, with a few around: only these are in the page, however long the list is. */
export function useVisibleRows(box: RefObject<HTMLElement | null>, blocks: Blocks): Visible {
  const [visible, setVisible] = useState<Visible>({ first: 0, last: 30 })
  const measure = useCallback(() => {
    const element = box.current
    if (!element) return
    const first = Math.max(0, indexAt(blocks, element.scrollTop) - margin)
    const last = indexAt(blocks, element.scrollTop + element.clientHeight) + 1 + margin
    setVisible((old) => (old.first === first && old.last === last ? old : { first, last }))
  }, [box, blocks])
  useEffect(() => {
    const element = box.current
    if (!element) return
    measure()
    element.addEventListener('scroll', measure, { passive: true })
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => {
      element.removeEventListener('scroll', measure)
      watch.disconnect()
    }
  }, [box, measure])
  return { first: Math.min(visible.first, Math.max(0, blocks.count - 1)), last: Math.min(visible.last, blocks.count) }
}

/** The width of an element as it changes. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(() => window.innerWidth)
  useEffect(() => {
    if (!element.current) return
    const watch = new ResizeObserver(([entry]) => { if (entry) setWidth(entry.contentRect.width) })
    watch.observe(element.current)
    return () => watch.disconnect()
  }, [element])
  return width
}
