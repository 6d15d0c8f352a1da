import { randomBytes, randomUUID } from 'node:crypto'
import type { CalendarProvider } from '@counterpane/shared/contract/calendar'
import { sha256 } from '../../platform/crypto/digest'
import type { Db } from '../../platform/db/database'
import type { Log } from '../../platform/log/logger'
import type { Bell, BellOrder, CalendarAccess, CalendarSource } from '../../ports/calendar-source'
import type { Clock } from '../../ports/clock'
import { ProviderFailure } from '../../ports/provider-failure'
import { around, notBefore, type Random } from './back-off'
import { forgetBells, keepBellAnswer, listBells, orderBell, postponeBell, type BellRow } from './bells.repository'
import type { Hold } from './holds.repository'

export interface BellUrls { url: string; lifecycleUrl: string }
export interface BellKeepingDeps {
  db: Db; clock: Clock; log: Log; random: Random; sourceOf(provider: CalendarProvider): CalendarSource; accessOf(managerId: string): CalendarAccess; bellUrls(provider: CalendarProvider): BellUrls | null
}
/** Looks after the bell of a held calendar. */
export type KeepBell = (hold: Hold, provider: CalendarProvider) => Promise<void>

const minute = 60_000
const retryMs = 5 * minute
const refusedMs = 60 * minute
/** An order that was never answered is given up. */
const orderMs = 10 * minute
/** Failures after which asking again soon would be answered alike. */
const refusals = ['rejected', 'forbidden', 'consent-missing', 'not-configured', 'gone', 'too-large', 'stale']

export const toBell = ({ subscriptionId, resourceId, expiresAt }: BellRow): Bell => ({ subscriptionId: subscriptionId ?? '', resourceId, expiresAt })

/** Hung up after the first complete round, renewed at half its life, hung anew when it is gone. Without one the calendar is looked at as often as ever. */
export function createBellKeeping({ db, clock, log, random, sourceOf, accessOf, bellUrls }: BellKeepingDeps): KeepBell {
  const now = () => clock.now().getTime()
  const halfLife = (expiresAt: number) => new Date(now() + Math.max(minute / 2, around((expiresAt - now()) / 2, () => 0.4 + 0.2 * random())))
  const later = (ms: number) => new Date(now() + notBefore(ms, random))

  /** The secret is known to the provider and to nobody else; of it only the hash is kept. */
  async function order(hold: Hold, provider: CalendarProvider, urls: BellUrls): Promise<BellOrder> {
    const [id, secret, at] = [randomUUID(), randomBytes(32).toString('base64url'), clock.now()]
    await db.write((tx) => orderBell(tx, hold, { id, provider, secretHash: sha256(secret), at, until: new Date(at.getTime() + orderMs) }))
    return { id, secret, ...urls }
  }

  const delayOf = (error: unknown) => {
    const told = error instanceof ProviderFailure && error.retryAfterSeconds !== null ? error.retryAfterSeconds * 1_000 : 0
    return Math.max(told, isRefusal(error) ? refusedMs : retryMs)
  }

  async function hang(hold: Hold, provider: CalendarProvider, urls: BellUrls): Promise<void> {
    const source = sourceOf(provider)
    const access = accessOf(hold.managerId)
    const ordered = await order(hold, provider, urls)
    try {
      const bell = await source.subscribe(access, ordered)
      if (bell.expiresAt <= now()) throw new ProviderFailure('rejected')
      await db.write((tx) => keepBellAnswer(tx, hold, { id: ordered.id, bell, renewAt: halfLife(bell.expiresAt), first: true })).catch(async (error: unknown) => {
        await source.unsubscribe(access, bell).catch(() => undefined) // nobody would know whose ring it is
        throw error
      })
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error
      log.warn({ managerId: hold.managerId, provider, error: error.code }, 'no bell could be hung up: the calendar is looked at by the clock')
      await db.write((tx) => postponeBell(tx, hold, { id: ordered.id, renewAt: later(delayOf(error)), refusedAt: isRefusal(error) ? new Date(0) : undefined }))
    }
  }

  async function renew(hold: Hold, old: BellRow, provider: CalendarProvider, urls: BellUrls): Promise<void> {
    const source = sourceOf(provider)
    const access = accessOf(hold.managerId)
    const ordered = await order(hold, provider, urls)
    try {
      const bell = await source.renew(access, toBell(old), ordered)
      if (bell.subscriptionId === old.subscriptionId) {
        await db.write(async (tx) => {
          await keepBellAnswer(tx, hold, { id: old.id, bell, renewAt: halfLife(bell.expiresAt) })
          await forgetBells(tx, hold, [ordered.id])
        })
        return
      }
      await db.write(async (tx) => {
        await keepBellAnswer(tx, hold, { id: ordered.id, bell, renewAt: halfLife(bell.expiresAt) })
        await postponeBell(tx, hold, { id: old.id, renewAt: new Date(old.expiresAt) }) // may ring until it ends
      })
      await source.unsubscribe(access, toBell(old)).catch(() => undefined)
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error
      log.info({ managerId: hold.managerId, provider, error: error.code }, 'a bell could not be renewed')
      if (error.code !== 'gone') {
        await db.write(async (tx) => {
          await forgetBells(tx, hold, [ordered.id])
          await postponeBell(tx, hold, { id: old.id, renewAt: later(delayOf(error)) })
        })
        return
      }
      await db.write((tx) => forgetBells(tx, hold, [old.id, ordered.id]))
      await hang(hold, provider, urls)
    }
  }

  return async (hold, provider) => {
    const at = now()
    const urls = bellUrls(provider)
    const bells = listBells(db.sql, hold.managerId, provider)
    const live = bells.find((bell) => bell.subscriptionId !== null && bell.expiresAt > at)
    const ended = bells.filter((bell) => bell.subscriptionId !== null && bell.expiresAt <= at)
    const unusable = urls === null ? bells.filter((bell) => bell.renewAt <= at) : ended
    if (unusable.length > 0) await db.write((tx) => forgetBells(tx, hold, unusable.map((bell) => bell.id)))
    if (urls === null) return
    if (live) return live.renewAt <= at ? renew(hold, live, provider, urls) : undefined
    if (!bells.some((bell) => bell.subscriptionId === null && bell.renewAt > at)) await hang(hold, provider, urls)
  }
}

const isRefusal = (error: unknown) => error instanceof ProviderFailure && refusals.includes(error.code)
