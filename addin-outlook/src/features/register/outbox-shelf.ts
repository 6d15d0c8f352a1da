import type { BodyOf } from '@counterpane/shared/contract/http-client'

/**
 * An order that could not be sent: it waits in this browser, for its manager. `refused` is the server's reason when sending is of no more use.
 * `client` is what the pane showed when it was kept; `shortened`: its text did not fit.
 */
export interface Order {
  id: string; key: string; owner: string; body: BodyOf<'registerMessage'>
  at?: string; client?: string | null; shortened?: boolean; tries?: number; refused?: string
}

export type ShelfStorage = Pick<Storage, 'getItem' | 'setItem'>
const place = 'counterpane.outbox'

/** Whether this browser keeps anything for the pane; a frame of another site may have nothing, or throw at the first touch. */
export function keeps(storage: ShelfStorage | null): storage is ShelfStorage {
  try {
    storage?.setItem(`${place}.probe`, '1')
    return storage?.getItem(`${place}.probe`) === '1'
  } catch { return false }
}

/** The room of the outbox: the browser's store, and for what it does not take, this window's memory. */
export function createOutboxShelf(storage: ShelfStorage | null) {
  const lasting = keeps(storage)
  let inMemory: Order[] = []
  const gone = new Set<string>()

  function stored(): Order[] {
    if (!lasting) return []
    try {
      const found = JSON.parse(storage.getItem(place) ?? '[]') as unknown
      return Array.isArray(found) ? (found as Order[]).filter((order) => !gone.has(order.id)) : []
    } catch { return [] }
  }
  const load = () => {
    const kept = stored()
    return [...kept, ...inMemory.filter((order) => !kept.some(({ id }) => id === order.id))]
  }
  function put(orders: Order[]) {
    if (!lasting) return false
    try { storage.setItem(place, JSON.stringify(orders)); return true } catch { return false }
  }

  return {
    load,
    /** True when all of it will be there after the window is closed. */
    save(orders: Order[]): boolean {
      for (const { id } of load()) if (!orders.some((order) => order.id === id)) gone.add(id)
      const all = put(orders)
      const kept = all ? orders : stored()
      inMemory = orders.filter((order) => !kept.some(({ id }) => id === order.id))
      return inMemory.length === 0
    },
    /** False: what waits here is lost with the window. */
    lasting: () => lasting && inMemory.length === 0,
    /** False: this browser keeps nothing at all. */
    works: () => lasting,
  }
}
export const outboxPlace = place
