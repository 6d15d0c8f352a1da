import type { Clock } from '../../ports/clock'
import type { Held } from './held-calendars'

interface Running { held: Held; whole: boolean; end: AbortController; seenAt: number; done: Promise<void> }
export interface Signals { signal: AbortSignal; onProgress(): void }

/** A round that has not come a page further for as long is not waited for any more. */
const patienceMs = 300_000

/** The turns that are under way in this process. */
export function createRunningTurns({ clock }: { clock: Clock }) {
  const running = new Map<string, Running>()
  let begun = 0
  const now = () => clock.now().getTime()

  return {
    has: (managerId: string) => running.has(managerId),
    count: ({ whole = false } = {}) => [...running.values()].filter((one) => !whole || one.whole).length,
    /** How many there have been. */
    begun: () => begun,
    begin(held: Held, { whole }: { whole: boolean }, work: (signals: Signals) => Promise<void>, over: () => void): void {
      const { managerId } = held.hold
      const end = new AbortController()
      const one: Running = { held, whole, end, seenAt: now(), done: Promise.resolve() }
      begun++
      running.set(managerId, one)
      one.done = work({ signal: end.signal, onProgress: () => { one.seenAt = now() } }).finally(() => {
        if (running.get(managerId) === one) running.delete(managerId)
        over()
      })
    },
    /** Ends a turn without waiting for it: what it may still write is refused by its hold. */
    abandon(held: Held): void {
      const one = running.get(held.hold.managerId)
      if (one?.held !== held) return
      one.end.abort()
      running.delete(held.hold.managerId)
    },
    stuck: (): Held[] => [...running.values()].filter((one) => Math.abs(now() - one.seenAt) > patienceMs).map((one) => one.held),
    abortAll: () => { for (const { end } of running.values()) end.abort() },
    /** Until all are done, or for so long. */
    async settled(ms?: number): Promise<void> {
      const all = Promise.all([...running.values()].map((one) => one.done))
      if (ms === undefined) return void (await all)
      let timer: NodeJS.Timeout | undefined
      await Promise.race([all, new Promise((resolve) => { timer = setTimeout(resolve, ms) })])
      clearTimeout(timer)
    },
  }
}
export type RunningTurns = ReturnType<typeof createRunningTurns>
