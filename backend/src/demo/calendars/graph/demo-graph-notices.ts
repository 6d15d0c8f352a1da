import { setTimeout as wait } from 'node:timers/promises'
import type { CalendarWorld, WorldChange } from '../world/calendar-world.types'
import { etagOf } from './demo-graph-event'

export interface GraphSubscription {
  id: string; resource: string; changeType: string; notificationUrl: string; lifecycleNotificationUrl: string | null; clientState: string | null; expirationDateTime: string; applicationId: string
}

/** How bells ring: late, twice, in another order, not at all. Milliseconds are the machine's own. */
export interface BellHabits { delayMs: number; duplicate: boolean; reorder: boolean; drop: boolean; tries: number; retryMs: number }
export const usualBells: BellHabits = { delayMs: 0, duplicate: false, reorder: false, drop: false, tries: 4, retryMs: 200 }
export interface Delivery { url: string; status: number | null; tries: number; body: unknown }
export type Lifecycle = 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired'

const longestAnswer = 3_000

/** Notifications, as Graph brings them: answered within three seconds or brought again. */
export function createGraphNotices({ world, tenant, bells }: { world: CalendarWorld; tenant: string; bells: BellHabits }) {
  const delivered: Delivery[] = []
  const underWay = new Set<Promise<void>>()
  let held: (() => void) | null = null

  async function bring(url: string, body: unknown): Promise<void> {
    const delivery: Delivery = { url, status: null, tries: 0, body }
    delivered.push(delivery)
    if (delivered.length > 2_000) delivered.splice(0, 500)
    if (bells.delayMs > 0) await wait(bells.delayMs)
    for (; delivery.tries < bells.tries; await wait(bells.retryMs * 2 ** (delivery.tries - 1))) {
      delivery.tries += 1
      delivery.status = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(longestAnswer) })
        .then(async (answer) => { await answer.arrayBuffer(); return answer.status }, () => null)
      if (delivery.status !== null && delivery.status >= 200 && delivery.status < 300) return
      if (delivery.tries >= bells.tries) return
    }
  }
  function start(url: string, body: unknown): void {
    const one = bring(url, body)
    underWay.add(one)
    void one.finally(() => underWay.delete(one))
  }
  const about = ({ id, clientState, expirationDateTime }: GraphSubscription) => ({ subscriptionId: id, subscriptionExpirationDateTime: expirationDateTime, clientState, tenantId: tenant })

  function ring(subscription: GraphSubscription, { mailbox, eventId, change }: WorldChange): void {
    if (bells.drop) return
    const copy = world.find(mailbox, eventId)
    const path = `Users/${encodeURIComponent(mailbox)}/Events/${eventId}`
    const notice = (changeType: string) => ({
      value: [{ ...about(subscription), changeType, resource: path, resourceData: { '@odata.type': '#Microsoft.Graph.Event', '@odata.id': path, '@odata.etag': copy ? etagOf(copy) : '', id: eventId } }],
    })
    // Exchange rings twice for a new event.
    const notices = (change === 'created' ? ['created', 'updated'] : [change]).filter((one) => subscription.changeType.includes(one)).map(notice)
    const bringAll = () => { for (const one of bells.duplicate ? [...notices, ...notices] : notices) start(subscription.notificationUrl, one) }
    if (!bells.reorder) return bringAll()
    const before = held
    held = before ? null : bringAll
    if (before) { bringAll(); before() }
  }

  return {
    delivered, ring,
    lifecycle(subscription: GraphSubscription, lifecycleEvent: Lifecycle): void {
      if (subscription.lifecycleNotificationUrl) start(subscription.lifecycleNotificationUrl, { value: [{ ...about(subscription), organizationId: tenant, resource: '', lifecycleEvent }] })
    },
    /** When all that was rung has been brought or given up. */
    async settled(): Promise<void> {
      held?.()
      held = null
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
export type GraphNotices = ReturnType<typeof createGraphNotices>

/** The handshake: the address must say back the token, as plain text, within ten seconds. */
export async function isValidated(url: string, token: string, limit: number): Promise<boolean> {
  try {
    const answer = await fetch(`${url}${url.includes('?') ? '&' : '?'}validationToken=${encodeURIComponent(token)}`, { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8' }, redirect: 'error', signal: AbortSignal.timeout(limit) })
    return answer.status === 200 && (answer.headers.get('content-type') ?? '').startsWith('text/plain') && (await answer.text()) === token
  } catch {
    return false
  }
}
