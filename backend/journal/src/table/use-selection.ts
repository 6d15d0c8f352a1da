import { useCallback, useMemo, useState } from 'react'

export interface Selection { ids: ReadonlySet<string>; toggle: (id: string) => void; set: (ids: readonly string[]) => void }
const nothing: ReadonlySet<string> = new Set()

/** What is ticked in a list. Another view begins with nothing ticked, and what has left the list is no longer ticked. */
export function useSelection(shown: readonly { id: string }[], view: string): Selection {
  const [ticked, setTicked] = useState({ view, ids: nothing })
  const ids = useMemo(() => {
    if (ticked.view !== view || ticked.ids.size === 0) return nothing
    return new Set(shown.filter(({ id }) => ticked.ids.has(id)).map(({ id }) => id))
  }, [ticked, view, shown])
  const toggle = useCallback((id: string) => setTicked((old) => {
    const next = new Set(old.view === view ? old.ids : nothing)
    if (!next.delete(id)) next.add(id)
    return { view, ids: next }
  }), [view])
  const set = useCallback((chosen: readonly string[]) => setTicked({ view, ids: new Set(chosen) }), [view])
  return useMemo(() => ({ ids, toggle, set }), [ids, toggle, set])
}
