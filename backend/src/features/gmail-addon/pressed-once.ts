import { LRUCache } from 'lru-cache'
import { sha256 } from '../../platform/crypto/digest'
import type { GmailEvent } from './gmail-event'

const kept = { max: 5_000, ttl: 10 * 60_000 } as const
/** Google sends maps, whose order means nothing. */
const inOrder = (map: object) => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))

/** One word for a press: whose button it was, what it carried and what stood in the fields. */
export const pressKey = (sub: string, { commonEventObject: { parameters = {}, formInputs = {} } }: GmailEvent): string =>
  sha256(JSON.stringify([sub, inOrder(parameters), inOrder(formInputs)]))

/** Remembers what a press made: the second press of a pair is given the same. `what` tells several things of one press apart. */
export function createPressedOnce() {
  const made = new LRUCache<string, Promise<unknown>>(kept)
  return (sub: string, event: GmailEvent) => {
    const press = pressKey(sub, event)
    return async function once<T>(work: () => Promise<T> | T, what = ''): Promise<T> {
      const key = `${press} ${what}`
      const before = made.get(key)
      if (before) return before as Promise<T>
      const now = Promise.resolve().then(work)
      made.set(key, now)
      now.catch(() => made.delete(key))
      return now
    }
  }
}
export type PressedOnce = ReturnType<typeof createPressedOnce>
