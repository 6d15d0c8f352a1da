import type { Bell, BellOrder, CalendarAccess, CalendarSource } from '../../ports/calendar-source'
import type { Clock } from '../../ports/clock'
import { ProviderFailure } from '../../ports/provider-failure'
import type { CalendarCalls } from './calendar-calls'

/** In ms: as long as Google keeps a channel of events by itself. */
const life = 7 * 86_400_000

/** https://developers.google.com/workspace/calendar/api/guides/push: nothing renews a channel; a new one stands beside the old until that one is stopped. */
export function createChannels({ calls, clock }: { calls: CalendarCalls; clock: Clock }): Pick<CalendarSource, 'subscribe' | 'renew' | 'unsubscribe'> {
  async function subscribe(access: CalendarAccess, { id, url, secret }: BellOrder): Promise<Bell> {
    const wanted = clock.now().getTime() + life
    const channel = await calls(access, 'read').watch({ id, type: 'web_hook', address: url, token: secret, expiration: String(wanted) })
    return { subscriptionId: channel.id, resourceId: channel.resourceId, expiresAt: channel.expiration ?? wanted }
  }

  async function unsubscribe(access: CalendarAccess, { subscriptionId, resourceId }: Bell): Promise<void> {
    if (resourceId === null) return
    try {
      await calls(access, 'read').stop({ id: subscriptionId, resourceId })
    } catch (error) {
      if (!(error instanceof ProviderFailure) || error.code !== 'gone') throw error
    }
  }

  return {
    subscribe, unsubscribe,
    async renew(access, bell, order) {
      const fresh = await subscribe(access, order)
      // The new one rings already; an old one that can't be stopped ends by itself, and rings nowhere in the meantime that we would listen.
      await unsubscribe(access, bell).catch(() => undefined)
      return fresh
    },
  }
}
