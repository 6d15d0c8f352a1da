import { useSyncExternalStore } from 'react'
import type { PaneServices } from '../../app/pane-context'
import type { GroupDesk } from './group-desk'

const desks = new WeakMap<PaneServices['store'], GroupDesk>()
const listeners = new Set<() => void>()

/** Which desk of this pane works on a group, if one ever did; known without loading anything of it. */
export const groupSignal = {
  desk: (store: PaneServices['store']) => desks.get(store) ?? null,
  put(store: PaneServices['store'], desk: GroupDesk) {
    desks.set(store, desk)
    desk.subscribe(() => { for (const listener of listeners) listener() })
    return desk
  },
}

/** Whether a group is being registered, or has been and its result was not looked at yet. */
export function useGroupHeld(store: PaneServices['store']): boolean {
  return useSyncExternalStore(
    (listener) => { listeners.add(listener); return () => { listeners.delete(listener) } },
    () => { const phase = desks.get(store)?.get().phase; return phase === 'registering' || phase === 'done' },
  )
}
