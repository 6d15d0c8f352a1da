import { useCallback, useEffect, useState, type RefObject } from 'react'

export interface Visible { first: number; last: number }
const margin = 8

/** Which rows of equal height stand in the scrolled box, with a few around: only these are in the page, however long the list is. */
export function useVisibleRows(box: RefObject<HTMLElement | null>, count: number, height: number): Visible {
  const [visible, setVisible] = useState<Visible>({ first: 0, last: 30 })
  const measure = useCallback(() => {
    const element = box.current
    if (!element) return
    const first = Math.max(0, Math.floor(element.scrollTop / height) - margin)
    const last = Math.ceil((element.scrollTop + element.clientHeight) / height) + margin
    setVisible((old) => (old.first === first && old.last === last ? old : { first, last }))
  }, [box, height])
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
  return { first: Math.min(visible.first, Math.max(0, count - 1)), last: Math.min(visible.last, count) }
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
