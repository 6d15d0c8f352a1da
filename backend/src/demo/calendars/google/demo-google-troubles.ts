import { setTimeout as wait } from 'node:timers/promises'
import type { Request, Response } from 'express'
import type { WorldClock } from '../world/calendar-world.types'
import { answerRefusal, calendarRefusals, type CalendarRefusal } from './demo-google-refusals'

export type CalendarOperation = 'list' | 'get' | 'insert' | 'update' | 'delete' | 'watch' | 'stop' | 'calendar' | 'token'
/**
 * What can be made to go wrong. `html`: 502 with a page; `captive`: 200 with a page; `stall`: begins to answer and never ends; `page-loop`: the same page token again and again;
 * `no-sync-token`: the last page lacks it; `not-permitted`: a 403 that patience does not mend.
 */
export type GoogleTroubleKind =
  'too-many' | 'user-rate' | 'rate' | 'broken' | 'unavailable' | 'html' | 'captive' | 'truncated' | 'reset' | 'reset-midway' | 'stall' | 'slow'
  | 'unauthorized' | 'not-permitted' | 'missing' | 'full-sync' | 'page-loop' | 'no-sync-token'
/** For the requests of one mailbox and one kind, or of all; after `after` of them, for `times`. `retryAfter` is said as it stands: seconds, a date, nonsense. */
export interface GoogleTroubleOrder { kind: GoogleTroubleKind; mailbox?: string; operation?: CalendarOperation; times?: number; after?: number; retryAfter?: string | (() => string); milliseconds?: number }

const refusals: Partial<Record<GoogleTroubleKind, CalendarRefusal>> = {
  'too-many': calendarRefusals.tooMany, 'user-rate': calendarRefusals.userRate, rate: calendarRefusals.rate, broken: calendarRefusals.backend(500), unavailable: calendarRefusals.backend(503),
  unauthorized: calendarRefusals.unsigned, 'not-permitted': { status: 403, domain: 'global', reason: 'forbidden', message: 'Forbidden' }, missing: calendarRefusals.missing, 'full-sync': calendarRefusals.fullSync,
}
const page = '<!doctype html><html><head><title>Error</title></head><body><h1>Sign in to the network</h1></body></html>'

/** Until when a Retry-After asks for patience, in ms; null when it says nothing of use. */
export function patienceUntil(retryAfter: string, now: number): number | null {
  const seconds = Number(retryAfter)
  if (retryAfter.trim() !== '' && Number.isFinite(seconds)) return seconds > 0 ? now + seconds * 1_000 : null
  const date = Date.parse(retryAfter)
  return Number.isNaN(date) ? null : date
}

export function createGoogleTroubles({ clock }: { clock: WorldClock }) {
  let orders: { order: GoogleTroubleOrder; left: number; skip: number }[] = []
  const patience = new Map<string, number>()
  const early = new Map<string, number>()

  function take(mailbox: string, operation: CalendarOperation): GoogleTroubleOrder | null {
    const found = orders.find(({ order }) => (order.mailbox === undefined || order.mailbox === mailbox) && (order.operation === undefined ? operation !== 'token' : order.operation === operation))
    if (!found) return null
    if (found.skip-- > 0) return null
    if (--found.left <= 0) orders = orders.filter((one) => one !== found)
    return found.order
  }

  return {
    /** Adds to what goes wrong; the first that fits a request is met. */
    order: (order: GoogleTroubleOrder) => { orders.push({ order, left: order.times ?? Number.POSITIVE_INFINITY, skip: order.after ?? 0 }) },
    /** Ends those of a mailbox, or all. */
    calm(mailbox?: string) { orders = mailbox === undefined ? [] : orders.filter(({ order }) => order.mailbox !== mailbox) },
    standing: (): readonly GoogleTroubleOrder[] => orders.map(({ order }) => order),
    /** Requests that came before a Retry-After had ended: of one mailbox, or of all. */
    early: (mailbox?: string): number => [...early].filter(([address]) => mailbox === undefined || address === mailbox).reduce((sum, [, count]) => sum + count, 0),
    /** Gives true when the request is answered already (or never will be), and else the trouble that the answer itself is to have. */
    async meet(request: Request, response: Response, { mailbox, operation }: { mailbox: string; operation: CalendarOperation }): Promise<GoogleTroubleKind | true | null> {
      const now = clock.now().getTime()
      if (operation !== 'token' && now < (patience.get(mailbox) ?? 0)) early.set(mailbox, (early.get(mailbox) ?? 0) + 1)
      const order = take(mailbox, operation)
      if (!order) return null
      if (order.retryAfter !== undefined) {
        const retryAfter = typeof order.retryAfter === 'string' ? order.retryAfter : order.retryAfter()
        response.set('Retry-After', retryAfter)
        patience.set(mailbox, Math.max(patience.get(mailbox) ?? 0, patienceUntil(retryAfter, now) ?? 0))
      }
      return misbehave(request, response, order)
    },
  }
}
export type GoogleTroubles = ReturnType<typeof createGoogleTroubles>

async function misbehave(request: Request, response: Response, { kind, milliseconds }: GoogleTroubleOrder): Promise<GoogleTroubleKind | true | null> {
  const refusal = refusals[kind]
  if (refusal) return answerRefusal(response, refusal) ?? true
  switch (kind) {
    case 'html': response.status(502).type('html').send(page); return true
    case 'captive': response.type('html').send(page); return true
    case 'truncated': response.type('json').send('{"kind": "calendar#events", "items": [{"id": "abc'); return true
    case 'reset': request.socket.destroy(); return true
    case 'reset-midway':
      response.set({ 'Content-Type': 'application/json', 'Content-Length': '5000' }).write('{"kind": "calendar#events", "items": [', () => request.socket.destroy())
      return true
    case 'stall': response.set('Content-Type', 'application/json').write('{"kind":'); return true
    case 'slow': await wait(milliseconds ?? 10_000, undefined, { ref: false }); return null
    default: return kind
  }
}
