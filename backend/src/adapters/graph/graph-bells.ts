import type { Bell, BellOrder, CalendarAccess, CalendarSource } from '../../ports/calendar-source'
import type { Clock } from '../../ports/clock'
import { ProviderFailure } from '../../ports/provider-failure'
import { answerLimits, userPath, type GraphAsk, type GraphCalls } from './graph-calls'
import { subscription, subscriptionList } from './graph-json'
import { failureOf, type GraphAnswer } from './graph-refusal'
import { instantWritten } from './graph-times'

/** Just below the longest life of a subscription to events, 10,080 minutes. https://learn.microsoft.com/graph/api/resources/subscription */
const lifeMs = 10_070 * 60_000
/** Pages of subscriptions that are looked through for one that stands in the way. */
const mostPages = 20

/** Subscriptions as a bell: what rings says only that something changed. */
export function createGraphBells(calls: GraphCalls, clock: Clock): Pick<CalendarSource, 'subscribe' | 'renew' | 'unsubscribe'> {
  const expiration = () => new Date(clock.now().getTime() + lifeMs).toISOString()
  const resourceOf = (mailbox: string) => `${userPath(mailbox)}/events`
  const small = ({ mailbox }: CalendarAccess, rest: Omit<GraphAsk, 'mailbox' | 'maxBytes'>): GraphAsk => ({ mailbox, maxBytes: answerLimits.small, ...rest })
  const order = (access: CalendarAccess, { url, lifecycleUrl, secret }: BellOrder) => calls.ask(small(access, {
    method: 'POST', to: { path: '/subscriptions' },
    body: { changeType: 'created,updated,deleted', notificationUrl: url, lifecycleNotificationUrl: lifecycleUrl, resource: resourceOf(access.mailbox), expirationDateTime: expiration(), clientState: secret },
  }))
  const remove = (access: CalendarAccess, id: string) => calls.ask(small(access, { method: 'DELETE', to: { path: `/subscriptions/${encodeURIComponent(id)}` } }))

  function bellOf(answer: GraphAnswer): Bell {
    if (answer.status < 200 || answer.status > 299) throw failureOf(answer)
    const { data } = subscription.safeParse(answer.body)
    if (!data) throw new ProviderFailure('temporary')
    return { subscriptionId: data.id, resourceId: null, expiresAt: instantWritten(data.expirationDateTime) ?? clock.now().getTime() + lifeMs }
  }

  /** Of our own address only: another installation of the same app keeps its own. */
  async function removeThoseInTheWay(access: CalendarAccess, url: string): Promise<void> {
    const resource = resourceOf(access.mailbox).slice(1).toLowerCase()
    let to: GraphAsk['to'] = { path: '/subscriptions' }
    for (let pages = 0; pages < mostPages; pages++) {
      const { data } = subscriptionList.safeParse((await calls.get({ mailbox: access.mailbox, to })).body)
      if (!data) throw new ProviderFailure('temporary')
      for (const one of data.value) {
        if (one.notificationUrl === url && one.resource?.replace(/^\//, '').toLowerCase() === resource) await remove(access, one.id)
      }
      const link = data['@odata.nextLink']
      if (link === undefined) return
      to = { link }
    }
  }

  return {
    async subscribe(access, wanted) {
      const answer = await order(access, wanted)
      // One that we forgot: its secret is forgotten too.
      if (answer.status !== 409) return bellOf(answer)
      await removeThoseInTheWay(access, wanted.url)
      return bellOf(await order(access, wanted))
    },
    renew: async (access, { subscriptionId }) =>
      bellOf(await calls.ask(small(access, { method: 'PATCH', to: { path: `/subscriptions/${encodeURIComponent(subscriptionId)}` }, body: { expirationDateTime: expiration() } }))),
    async unsubscribe(access, { subscriptionId }) {
      const answer = await remove(access, subscriptionId)
      const isGone = answer.codes.length > 0 && (answer.status === 404 || answer.status === 410)
      if (answer.status > 299 && !isGone) throw failureOf(answer)
    },
  }
}
