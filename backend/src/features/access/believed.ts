import { LRUCache } from 'lru-cache'
import type { Clock } from '../../ports/clock'

/** How long, in ms, the database's word about a caller is believed: a manager who is switched off is out after it, however busy. */
const believedMs = 10_000

/** What the database said a moment ago about who a token stands for; strangers are asked about every time. */
export function createBelieved<T extends { managerId: string }>(clock: Clock) {
  const kept = new LRUCache<string, { said: T; at: number }>({ max: 10_000 })
  return {
    ask(key: string, find: () => T | null): T | null {
      const now = clock.now().getTime()
      const known = kept.get(key)
      if (known && now >= known.at && now - known.at < believedMs) return known.said
      const said = find()
      if (said) kept.set(key, { said, at: now })
      else kept.delete(key)
      return said
    },
    forget: (key: string) => void kept.delete(key),
    forgetManager(managerId: string) {
      for (const [key, { said }] of kept.entries()) if (said.managerId === managerId) kept.delete(key)
    },
  }
}
