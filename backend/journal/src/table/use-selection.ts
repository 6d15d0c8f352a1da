import type { JournalRow } from '@counterpane/shared/contract/journal'
import { useCallback, useMemo, useState } from 'react'
import { rowsIn, type RowList } from '../api/row-list'

/** `rows` are the ticked ones as the list has them now. `setAll` ticks what is loaded, as many as can be changed at once. */
export interface Selection { ids: ReadonlySet<string>; rows: readonly JournalRow[]; toggle: (id: string) => void; set: (ids: readonly string[]) => void; setAll: (ticked: boolean) => void }
type Ticked = ReadonlyMap<string, JournalRow>
const nothing: Ticked = new Map()
export const mostTicked = 5_000

function* rowsOf(lists: readonly RowList[]) { for (const list of lists) yield* rowsIn(list) }

/** What is ticked in a list. Another view begins with nothing ticked, and what has left the list is no longer ticked. */
export function useSelection(lists: readonly RowList[], view: string): Selection {
  const [state, setTicked] = useState({ view, ticked: nothing })
  const ticked = useMemo((): Ticked => {
    if (state.view !== view || state.ticked.size === 0) return nothing
    const now = new Map<string, JournalRow>()
    for (const row of rowsOf(lists)) if (state.ticked.has(row.id)) now.set(row.id, row)
    // Rows of far pages are not here, but they have not left the list.
    if (lists.some(({ pages }) => pages.some(({ rows }) => !rows))) for (const [id, row] of state.ticked) if (!now.has(id)) now.set(id, row)
    return now
  }, [state, view, lists])
  const choose = useCallback((wanted: (id: string) => boolean) => {
    const next = new Map(ticked)
    for (const id of ticked.keys()) if (!wanted(id)) next.delete(id)
    for (const row of rowsOf(lists)) {
      if (next.size >= mostTicked) break
      if (wanted(row.id)) next.set(row.id, row)
    }
    setTicked({ view, ticked: next })
  }, [ticked, lists, view])
  const toggle = useCallback((id: string) => choose((one) => (one === id ? !ticked.has(id) : ticked.has(one))), [choose, ticked])
  const set = useCallback((ids: readonly string[]) => {
    const wanted = new Set(ids)
    choose((id) => wanted.has(id))
  }, [choose])
  const setAll = useCallback((all: boolean) => choose(() => all), [choose])
  const ids = useMemo(() => new Set(ticked.keys()), [ticked])
  const rows = useMemo(() => [...ticked.values()], [ticked])
  return useMemo(() => ({ ids, rows, toggle, set, setAll }), [ids, rows, toggle, set, setAll])
}
