import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, type RefObject } from 'react'
import { withoutStrays, type RowList } from '../api/row-list'
import { rowsKey, type RowsQuery } from '../api/row-queries'
import { rowAtIndex, type Blocks } from './grid-blocks'
import { isAtTop } from './visible-rows'

interface Given { box: RefObject<HTMLElement | null>; blocks: Blocks; openId: string | null; ticked: ReadonlySet<string> }

/** At the beginning of the list what no longer fits leaves it, unless somebody works at it: open, ticked or in focus it waits. Further down nothing moves until one refreshes or comes back. */
export function useStrays({ box, blocks, openId, ticked }: Given): void {
  const queries = useQueryClient()
  const queriesWithStrays = useMemo(() => blocks.all.flatMap((block): RowsQuery[] => (block.kind === 'rows' && block.list.strays?.length ? [block.query] : [])), [blocks])
  const settle = useCallback(() => {
    if (queriesWithStrays.length === 0 || !box.current || !isAtTop(box.current)) return
    const line = document.activeElement?.closest<HTMLElement>('.jn-grid [data-index]')
    const focusedId = line ? rowAtIndex(blocks, Number(line.dataset.index))?.id : undefined
    for (const query of queriesWithStrays) queries.setQueryData<RowList>([...rowsKey, query], (list) => list && withoutStrays(list, (id) => id === openId || id === focusedId || ticked.has(id)))
  }, [box, blocks, openId, ticked, queries, queriesWithStrays])
  useEffect(() => {
    const element = box.current
    settle()
    if (!element || queriesWithStrays.length === 0) return
    // While the focus moves it is nowhere for a moment.
    const later = () => setTimeout(settle)
    element.addEventListener('scroll', settle, { passive: true })
    element.addEventListener('focusout', later)
    return () => {
      element.removeEventListener('scroll', settle)
      element.removeEventListener('focusout', later)
    }
  }, [box, settle, queriesWithStrays])
}
