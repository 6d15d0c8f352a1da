import { LRUCache } from 'lru-cache'
import { sha256 } from '../../platform/crypto/digest'
import type { GmailEvent } from './gmail-event'

const kept = { max: 5_000, ttl: 10 * 60_000 } as const

/** Remembers what a press made, by whose button it was and what stood in the fields: the second press of a pair is given the same. */
export function createPressedOnce() {
  const made = new LRUCache<string, Promise<unknown>>(kept)
  return (sub: string, { commonEventObject: { parameters = {}, formInputs = {} } }: GmailEvent) => {
    let times = 0
    const button = sha256(JSON.stringify([sub, parameters, formInputs]))
    return async function once<T>(work: () => Promise<T> | T): Promise<T> {
      times += 1
      const key = `${button} ${times}`
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
