import pLimit, { type LimitFunction } from 'p-limit'
import type { Clock } from '../../ports/clock'
import { ProviderFailure } from '../../ports/provider-failure'

/** Mailboxes that are remembered before those with nothing under way and nothing to wait for are forgotten. */
const remembered = 500

interface Door { limit: LimitFunction; under: number; closed: { until: number; ms: number } | null }

/**
 * At most `max` requests of one mailbox are under way, and none leaves before a Retry-After has ended: those that wait, and those that come, are then
 * refused with `rate-limited` and the rest of the time. What is `work`'s: exactly one request, with its answer read to the end.
 */
export function createMailboxGate({ clock, max = 4 }: { clock: Clock; max?: number }) {
  const doors = new Map<string, Door>()
  const now = () => clock.now().getTime()

  function doorOf(mailbox: string): Door {
    const name = mailbox.toLowerCase()
    const known = doors.get(name)
    if (known) return known
    if (doors.size >= remembered) for (const [other, door] of doors) if (door.under === 0 && waitOf(door) === 0) doors.delete(other)
    const door: Door = { limit: pLimit({ concurrency: max, rejectOnClear: true }), under: 0, closed: null }
    doors.set(name, door)
    return door
  }

  /** In ms. A clock that was set back doesn't make the wait longer than the provider asked for. */
  function waitOf(door: Door): number {
    if (!door.closed) return 0
    door.closed.until = Math.min(door.closed.until, now() + door.closed.ms)
    const rest = door.closed.until - now()
    if (rest > 0) return rest
    door.closed = null
    return 0
  }

  function pass(door: Door): void {
    const wait = waitOf(door)
    if (wait > 0) throw new ProviderFailure('rate-limited', wait / 1_000)
  }

  function close(door: Door, seconds: number): void {
    const until = now() + seconds * 1_000
    if (until > (door.closed?.until ?? now())) door.closed = { until, ms: seconds * 1_000 }
    door.limit.clearQueue()
  }

  return {
    async run<T>(mailbox: string, work: () => Promise<T>): Promise<T> {
      const door = doorOf(mailbox)
      pass(door)
      door.under++
      let begun = false
      // Closed before the limit lets the next one through.
      const one = async () => {
        pass(door)
        begun = true
        try {
          return await work()
        } catch (error) {
          if (error instanceof ProviderFailure && error.retryAfterSeconds !== null) close(door, error.retryAfterSeconds)
          throw error
        }
      }
      try {
        return await door.limit(one)
      } catch (error) {
        if (!begun) pass(door)
        throw begun || error instanceof ProviderFailure ? error : new ProviderFailure('temporary')
      } finally {
        door.under--
      }
    },
    /** How many mailboxes it knows of. */
    remembers: () => doors.size,
  }
}
export type MailboxGate = ReturnType<typeof createMailboxGate>
