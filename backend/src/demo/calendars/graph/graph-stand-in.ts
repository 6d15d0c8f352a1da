import express, { Router, type NextFunction, type Request, type Response } from 'express'
import type { CalendarWorld, WorldClock } from '../world/calendar-world.types'
import { createDeltaRounds, usualHabits, type DeltaHabits } from './demo-graph-delta'
import { refusals, refuseAsGraph } from './demo-graph-errors'
import { createGraphGate } from './demo-graph-gate'
import { createGraphNotices, usualBells, type BellHabits } from './demo-graph-notices'
import { answerDelta, answerEvent, answerView } from './demo-graph-reading'
import { queryOf, rootOf, wishesOf, type Asking } from './demo-graph-request'
import { createGraphSubscriptions } from './demo-graph-subscriptions'
import { createGraphTokens, type GraphApp } from './demo-graph-tokens'
import { createGraphTroubles } from './demo-graph-troubles'
import { createGraphWriting } from './demo-graph-writing'

export const demoGraphApp: GraphApp = { tenant: 'aaaaaaaa-1111-4222-8333-444444444444', clientId: 'cccccccc-1111-4222-8333-444444444444', clientSecret: 'demo-secret' }
export interface GraphStandInOptions {
  world: CalendarWorld
  clock?: WorldClock
  app?: GraphApp
  /** Tokens that are good without having been issued. */
  fixedTokens?: readonly string[]
  /** Tenants whose tokens are real and may see nothing here. */
  foreignTenants?: readonly string[]
  /** How long an address of a subscription may think. */
  handshakeMs?: number
}
const jsonLimit = '4mb'

/** Microsoft Graph's calendars of a small world, below /v1.0, and Entra's tokens below /{tenant}; it refuses what the real ones refuse. */
export function createGraphStandIn({ world, clock = world.clock, app = demoGraphApp, fixedTokens = ['demo'], foreignTenants = [], handshakeMs = 10_000 }: GraphStandInOptions) {
  const habits: DeltaHabits = { ...usualHabits }
  const bells: BellHabits = { ...usualBells }
  const bend = { /** Microsoft's clock is ahead by so much. */ skewMs: 0, /** Event ids whose rows can't be understood. */ poison: new Set<string>(), /** Mailboxes that the administrator's policy keeps from us, and those that are not online. */ forbidden: new Set<string>(), offline: new Set<string>() }
  const tokens = createGraphTokens({ clock, app, fixedTokens, foreignTenants })
  const gate = createGraphGate(clock)
  const troubles = createGraphTroubles({ clock, gate })
  const rounds = createDeltaRounds({ world, habits })
  const notices = createGraphNotices({ world, tenant: app.tenant, bells })
  const subscriptions = createGraphSubscriptions({ world, notices, tokens, clientId: app.clientId, handshakeMs })
  const writing = createGraphWriting()

  const graph = Router({ caseSensitive: false })
  graph.use((_request, response, next) => {
    response.set('Date', new Date(clock.now().getTime() + bend.skewMs).toUTCString()).set('request-id', '00000000-0000-4000-8000-00000000beef').removeHeader('ETag')
    next()
  })
  graph.use(subscriptions.router)
  const user = (request: Request) => String(request.params.user).toLowerCase()
  graph.use('/users/:user', (request: Request, response: Response, next: NextFunction) => gate.watch(user(request), request, response, next), (request: Request, response: Response, next: NextFunction) => troubles.meet(user(request), request, response, next), express.json({ limit: jsonLimit }))

  /** A call of one mailbox: the token first, then whether there is such a mailbox and it is ours to see. */
  const call = (kind: 'read' | 'write', act: (asking: Asking) => void) => (request: Request, response: Response) => {
    const refusal = tokens.refusalOf(request, kind)
    const mailbox = world.mailbox(user(request))
    const no = (why: Parameters<typeof refuseAsGraph>[1]) => refuseAsGraph(response, why, clock.now())
    if (refusal) return no(refusal)
    if (!mailbox || mailbox.kind !== 'exchange') return no(refusals.noUser)
    if (bend.forbidden.has(mailbox.address)) return no(refusals.policy)
    if (bend.offline.has(mailbox.address)) return no(refusals.noRestMailbox)
    const wishes = wishesOf(request, bend)
    if (wishes.applied.length > 0) response.set('Preference-Applied', wishes.applied.join(', '))
    act({ world, mailbox, wishes, query: queryOf(request), request, response })
  }
  const read = (act: (asking: Asking) => void) => call('read', act)
  const write = (act: (asking: Asking) => void) => call('write', act)
  const eventId = ({ request }: Asking) => String(request.params.id)

  for (const calendar of ['/users/:user', '/users/:user/calendar']) {
    graph.get(`${calendar}/calendarView/delta`, read((asking) => answerDelta(asking, rounds)))
    graph.get(`${calendar}/calendarView`, read((asking) => answerView(asking, null)))
    graph.post(`${calendar}/events`, write(writing.create))
    graph.get(`${calendar}/events/:id/instances`, read((asking) => answerView(asking, eventId(asking))))
    graph.route(`${calendar}/events/:id`)
      .get(read((asking) => {
        const copy = world.find(asking.mailbox.address, eventId(asking))
        answerEvent(asking, eventId(asking), copy ? writing.valuesOf(copy) : [])
      }))
      .patch(write((asking) => writing.change(asking, eventId(asking))))
      .delete(write((asking) => writing.remove(asking, eventId(asking))))
  }
  graph.get('/users/:user/calendar', read(({ mailbox, request, response }) => {
    response.json({ '@odata.context': `${rootOf(request)}/$metadata#users('${mailbox.address}')/calendar/$entity`, id: 'AAMkADdefault', name: 'Calendar', isDefaultCalendar: true, canEdit: true, canShare: true, owner: { name: mailbox.name, address: mailbox.address } })
  }))
  graph.use((_request, response) => refuseAsGraph(response, refusals.noSegment, clock.now()))
  graph.use((_error: unknown, _request: Request, response: Response, _next: NextFunction) => refuseAsGraph(response, refusals.badBody, clock.now()))

  const router = Router()
  router.use('/v1.0', graph)
  router.use(tokens.router)

  return {
    router, app, habits, bells, bend, tokens, troubles, gate,
    /** From here on every token of a round leads to 410. */
    expireRounds: rounds.expire,
    subscriptions: { list: subscriptions.list, lifecycle: subscriptions.lifecycle, forget: subscriptions.forget },
    notices: { delivered: notices.delivered, settled: notices.settled },
    /** What Exchange would have sent to guests because of what clients wrote. */
    letters: writing.letters,
    /** Rings no more. */
    close: subscriptions.close,
  }
}
export type GraphStandIn = ReturnType<typeof createGraphStandIn>
