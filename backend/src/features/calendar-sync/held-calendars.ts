import type { Db } from '../../platform/db/database'
import type { Clock } from '../../ports/clock'
import { claim, releaseHolds, renewHolds, type Hold } from './holds.repository'
import type { DueCalendar } from './mailboxes.repository'

/**
 * A calendar that this worker holds, with what only it knows: idle rounds write nothing, so when they were, where the next one begins and when it is due
 * stays here until the next heartbeat. `storedDueAt`: the due date as we know it in the table; another one there was put by somebody else.
 */
export interface Held {
  hold: Hold; leaseUntil: number; storedDueAt: number; nextDueAt: number; cursor: string | null
  /** Of a round that is not written yet. */
  idleAt: number | null
  /** Before then its bell is left alone. */
  bellAt: number
}

export const leaseMs = 90_000
const heartbeatMs = 20_000

export interface HeldDeps { db: Db; clock: Clock; owner: string; onLost(held: Held): void }

/** Which calendars this worker holds, and for how long. */
export function createHeldCalendars({ db, clock, owner, onLost }: HeldDeps) {
  const held = new Map<string, Held>()
  let renewedAt = -Infinity
  const now = () => clock.now().getTime()

  function drop(one: Held) {
    if (held.get(one.hold.managerId) === one) held.delete(one.hold.managerId)
    onLost(one)
  }

  /** Ours as the table says it; a setting begun anew, or another hand, ends our hold. */
  function of(row: DueCalendar): Held | null {
    const one = held.get(row.managerId)
    if (!one) return null
    if (row.owner === owner && row.fence === one.hold.fence) return one
    drop(one)
    return null
  }

  async function take(rows: readonly DueCalendar[]): Promise<Held[]> {
    if (rows.length === 0) return []
    const at = now()
    const claimed = await db.write((tx) => claim(tx, { owner, managerIds: rows.map((row) => row.managerId), now: new Date(at), until: new Date(at + leaseMs), farthest: new Date(at + 2 * leaseMs) }))
    return claimed.map((hold) => {
      const dueAt = rows.find((row) => row.managerId === hold.managerId)?.dueAt ?? at
      const one: Held = { hold, leaseUntil: at + leaseMs, storedDueAt: dueAt, nextDueAt: dueAt, cursor: null, idleAt: null, bellAt: 0 }
      held.set(hold.managerId, one)
      return one
    })
  }

  /** One statement for all leases and one for all idle rounds, when it is time or when a lease has run out under our hands. */
  async function renew({ atOnce = false }: { atOnce?: boolean } = {}): Promise<void> {
    const at = now()
    const all = [...held.values()]
    if (all.length === 0 || (!atOnce && Math.abs(at - renewedAt) < heartbeatMs && all.every((one) => one.leaseUntil > at))) return
    const idle = all.filter((one) => one.idleAt !== null)
    const written = idle.map((one) => ({ one, idleAt: one.idleAt ?? 0, dueAt: one.nextDueAt }))
    const kept = await db.write((tx) => renewHolds(tx, {
      holds: all.map((one) => one.hold), idle: written.map(({ one, idleAt, dueAt }) => ({ managerId: one.hold.managerId, fence: one.hold.fence, lastRoundAt: idleAt, dueAt, storedDueAt: one.storedDueAt })), until: new Date(at + leaseMs),
    }))
    renewedAt = at
    const standing = new Set(kept.map((hold) => `${hold.managerId} ${hold.fence}`))
    for (const one of all) {
      if (standing.has(`${one.hold.managerId} ${one.hold.fence}`)) one.leaseUntil = at + leaseMs
      else drop(one)
    }
    for (const { one, idleAt, dueAt } of written) {
      one.storedDueAt = dueAt
      if (one.idleAt === idleAt) one.idleAt = null
    }
  }

  async function release(ones: readonly Held[]): Promise<void> {
    for (const one of ones) if (held.get(one.hold.managerId) === one) held.delete(one.hold.managerId)
    if (ones.length > 0) await db.write((tx) => releaseHolds(tx, ones.map((one) => one.hold)))
  }

  return {
    of, take, renew, release, drop,
    async releaseAll(): Promise<void> {
      await renew({ atOnce: true })
      await release([...held.values()])
    },
  }
}
export type HeldCalendars = ReturnType<typeof createHeldCalendars>
