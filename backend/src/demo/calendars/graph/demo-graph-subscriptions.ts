import { randomUUID } from 'node:crypto'
import express, { Router, type Request, type Response } from 'express'
import type { CalendarWorld, WorldMailbox } from '../world/calendar-world.types'
import { refusals, refuseAsGraph } from './demo-graph-errors'
import { isValidated, type GraphNotices, type GraphSubscription, type Lifecycle } from './demo-graph-notices'
import type { GraphTokens } from './demo-graph-tokens'

interface Deps { world: CalendarWorld; notices: GraphNotices; tokens: GraphTokens; clientId: string; handshakeMs: number }

const minute = 60_000
const limits = { shortest: 45 * minute, longest: 10_080 * minute, clientState: 128, each: 1_000 }
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/)/
const changeTypes = ['created', 'updated', 'deleted']

/** Change notifications of calendars. A subscription ends when its time has come; nobody renews it by himself. */
export function createGraphSubscriptions({ world, notices, tokens, clientId, handshakeMs }: Deps) {
  const all = new Map<string, { subscription: GraphSubscription; mailbox: WorldMailbox }>()
  const now = () => world.clock.now().getTime()
  const isOver = ({ expirationDateTime }: GraphSubscription) => Date.parse(expirationDateTime) <= now()
  const list = () => [...all.values()].filter(({ subscription }) => !isOver(subscription) || !all.delete(subscription.id))
  const found = (id: string) => list().find(({ subscription }) => subscription.id === id)?.subscription
  const bad = (response: Response, code: string, message: string, status = 400) => refuseAsGraph(response, { status, code, message }, world.clock.now())

  const close = world.on((change) => {
    for (const { subscription, mailbox } of list()) if (mailbox.address === change.mailbox) notices.ring(subscription, change)
  })

  /** The moment that is granted; null for a wish that is refused. */
  function expiryOf(wish: unknown): string | null {
    const at = typeof wish === 'string' ? Date.parse(wish) : Number.NaN
    if (Number.isNaN(at) || at <= now() || at > now() + limits.longest) return null
    return new Date(Math.max(at, now() + limits.shortest)).toISOString()
  }
  const isAddress = (url: unknown): url is string => typeof url === 'string' && (url.startsWith('https://') || loopback.test(url))
  const shown = (subscription: GraphSubscription) => ({ '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#subscriptions/$entity', ...subscription, clientState: null, creatorId: clientId, latestSupportedTlsVersion: 'v1_2', includeResourceData: null })

  async function create(request: Request, response: Response): Promise<void> {
    const { changeType, notificationUrl, lifecycleNotificationUrl = null, resource, expirationDateTime, clientState = null } = (request.body ?? {}) as Record<string, unknown>
    const [, user] = /^\/?users\/([^/]+)\/(?:calendar\/)?events$/i.exec(typeof resource === 'string' ? resource : '') ?? []
    const mailbox = user === undefined ? null : world.mailbox(decodeURIComponent(user))
    if (typeof changeType !== 'string' || changeType.split(',').some((one) => !changeTypes.includes(one.trim()))) return bad(response, 'InvalidRequest', 'ChangeType is not valid.')
    if (!isAddress(notificationUrl) || (lifecycleNotificationUrl !== null && !isAddress(lifecycleNotificationUrl))) return bad(response, 'InvalidRequest', 'The notification URL must be an https address.')
    if (clientState !== null && (typeof clientState !== 'string' || clientState.length > limits.clientState)) return bad(response, 'InvalidRequest', 'The clientState is longer than 128 characters.')
    const expiry = expiryOf(expirationDateTime)
    if (expiry === null) return bad(response, 'InvalidRequest', 'Subscription expiration can only be 10080 minutes in the future.')
    if (!mailbox) return bad(response, 'ResourceNotFound', 'The resource of the subscription was not found.', 404)
    const ofMailbox = list().filter((one) => one.mailbox === mailbox)
    const key = (types: string) => types.split(',').map((one) => one.trim()).sort().join()
    if (ofMailbox.some(({ subscription }) => key(subscription.changeType) === key(changeType) && subscription.notificationUrl === notificationUrl)) return bad(response, 'Conflict', 'A subscription with the same properties exists already.', 409)
    if (ofMailbox.length >= limits.each) return bad(response, 'ExtensionError', 'Too many subscriptions for this mailbox.', 403)
    for (const url of [notificationUrl, lifecycleNotificationUrl]) {
      if (url === null || (await isValidated(url, `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()} <&>`, handshakeMs))) continue
      return bad(response, 'ValidationError', 'Subscription validation request failed. HTTP status code is not 200 or the token was not returned.')
    }
    const subscription: GraphSubscription = { id: randomUUID(), resource: String(resource), changeType, notificationUrl, lifecycleNotificationUrl, clientState, expirationDateTime: expiry, applicationId: clientId }
    all.set(subscription.id, { subscription, mailbox })
    response.status(201).json(shown(subscription))
  }

  const router = Router()
  router.use('/subscriptions', (request, response, next) => {
    const refusal = tokens.refusalOf(request, 'read')
    if (refusal) return refuseAsGraph(response, refusal, world.clock.now())
    next()
  }, express.json())
  router.post('/subscriptions', create)
  router.get('/subscriptions', (_request, response) => { response.json({ value: list().map(({ subscription }) => shown(subscription)) }) })
  const withOne = (act: (subscription: GraphSubscription, request: Request, response: Response) => void) => (request: Request, response: Response) => {
    const subscription = found(String(request.params.id))
    if (!subscription) return refuseAsGraph(response, refusals.noSubscription, world.clock.now())
    act(subscription, request, response)
  }
  router.route('/subscriptions/:id')
    .get(withOne((subscription, _request, response) => { response.json(shown(subscription)) }))
    .patch(withOne((subscription, request, response) => {
      const expiry = expiryOf((request.body as { expirationDateTime?: unknown } | undefined)?.expirationDateTime)
      if (expiry === null) return bad(response, 'InvalidRequest', 'Subscription expiration can only be 10080 minutes in the future.')
      subscription.expirationDateTime = expiry
      response.json(shown(subscription))
    }))
    .delete(withOne((subscription, _request, response) => {
      all.delete(subscription.id)
      response.status(204).end()
    }))
  router.post('/subscriptions/:id/reauthorize', withOne((_subscription, _request, response) => { response.status(204).end() }))

  return {
    router, close,
    list: (): GraphSubscription[] => list().map(({ subscription }) => subscription),
    /** Microsoft says something about the subscriptions of a mailbox (or of all); `subscriptionRemoved`: they are gone by then. */
    lifecycle(event: Lifecycle, address?: string): void {
      for (const { subscription, mailbox } of list()) {
        if (address !== undefined && mailbox.address !== address) continue
        if (event === 'subscriptionRemoved') all.delete(subscription.id)
        notices.lifecycle(subscription, event)
      }
    },
    /** Gone without a word. */
    forget: () => { all.clear() },
  }
}
