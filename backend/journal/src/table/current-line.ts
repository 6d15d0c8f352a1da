import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type FocusEvent, type RefObject } from 'react'
import { indexOfLine, lineAt, topOf, type Blocks, type Line } from './grid-blocks'

/** The line one works at. It is known by its contact or group: rows that come or go, the wheel and far jumps do not lose it. None until somebody comes to the list. */
export function useCurrentLine(box: RefObject<HTMLElement | null>, blocks: Blocks, view: string) {
  const [line, setLine] = useState<Line | null>(null)
  const current = useMemo(() => (line ? indexOfLine(blocks, line) : null), [blocks, line])
  const latest = useRef({ blocks, current })
  useLayoutEffect(() => { latest.current = { blocks, current } })
  const isInside = useRef(false)
  const isWanted = useRef(false)
  useEffect(() => setLine(null), [view])

  const goTo = useCallback((index: number) => {
    const next = lineAt(latest.current.blocks, index)
    setLine((old) => (old?.index === next.index && old.key === next.key ? old : next))
  }, [latest])
  const take = useCallback((index: number | null) => {
    const drawn = box.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    drawn?.focus({ preventScroll: true })
    isWanted.current = !drawn || document.activeElement !== drawn
  }, [box])
  useLayoutEffect(() => {
    // A line that leaves the page takes the focus with it: whoever works by keyboard goes on from the line in its place.
    const isLost = isInside.current && document.activeElement === document.body
    if (current !== null && (isWanted.current || isLost)) take(current)
  })

  const focusLine = useCallback((index: number) => {
    const element = box.current
    if (!element) return
    const head = element.querySelector<HTMLElement>('.jn-head')?.offsetHeight ?? 0
    const foot = element.querySelector<HTMLElement>('.jn-total')?.offsetHeight ?? 0
    const { top, height } = topOf(latest.current.blocks, index)
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + height + head + foot > element.scrollTop + element.clientHeight) element.scrollTop = top + height + head + foot - element.clientHeight
    goTo(index)
    take(index)
    // What covers the list may have to go first.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (isWanted.current) take(latest.current.current)
      isWanted.current = false
    }))
  }, [box, goTo, latest, take])
  const onFocus = ({ target }: FocusEvent) => { isInside.current = target.closest('[data-index]') !== null }
  const onBlur = ({ relatedTarget }: FocusEvent) => { isInside.current = relatedTarget instanceof Element && box.current?.contains(relatedTarget) === true && isInside.current }
  return { current, goTo, leave: useCallback(() => setLine(null), []), focusLine, watching: { onFocus, onBlur } }
}
