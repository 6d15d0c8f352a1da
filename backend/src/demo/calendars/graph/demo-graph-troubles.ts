import type { NextFunction, Request, Response } from 'express'
import type { WorldClock } from '../world/calendar-world.types'
import { bendAnswer, type AnswerTrouble } from './demo-graph-bending'
import { refusals, refuseAsGraph } from './demo-graph-errors'
import type { GraphGate } from './demo-graph-gate'

/**
 * What can go wrong. `throttled`: 429 with this Retry-After, as it is written (seconds, a fraction, a date, nonsense; null: none). `status`: an error of the service, as JSON or a proxy's page.
 * `page`: 200 with somebody's HTML. `reset`, `stall`: before the answer begins. Those of AnswerTrouble bend a good answer.
 */
export type GraphTrouble =
  | { kind: 'throttled'; retryAfter: string | null }
  | { kind: 'status'; status: 500 | 502 | 503 | 504; html?: boolean; retryAfter?: string }
  | { kind: 'page' } | { kind: 'reset' } | { kind: 'stall'; milliseconds: number }
  | { kind: 'unauthorized' } | { kind: 'forbidden' } | { kind: 'no-mailbox' } | { kind: 'state-gone' }
  | AnswerTrouble
/** Whom it meets: all unless told otherwise. `path`: a part of the address. */
export interface TroublePlace { mailbox?: string; path?: string; method?: string }
interface Waiting extends TroublePlace { trouble: GraphTrouble; left: number }

const html = (status: number) => `<!DOCTYPE html><html><head><title>${status}</title></head><body><h1>Our services aren't available right now</h1><p>Ref A: 0 Ref B: FRA</p></body></html>`

/** A queue of troubles: each request takes the first that is meant for it. */
export function createGraphTroubles({ clock, gate }: { clock: WorldClock; gate: GraphGate }) {
  let queue: Waiting[] = []
  function take(mailbox: string, { originalUrl, method }: Request): GraphTrouble | null {
    const found = queue.find((one) => (one.mailbox ?? mailbox).toLowerCase() === mailbox && originalUrl.includes(one.path ?? '') && (one.method ?? method) === method)
    if (!found) return null
    found.left -= 1
    if (found.left <= 0) queue = queue.filter((one) => one !== found)
    return found.trouble
  }

  function meet(mailbox: string, request: Request, response: Response, next: NextFunction): void {
    const trouble = take(mailbox, request)
    if (!trouble) return next()
    const now = clock.now()
    switch (trouble.kind) {
      case 'throttled':
        gate.close(mailbox, trouble.retryAfter)
        return refuseAsGraph(response, { status: 429, code: 'TooManyRequests', message: 'Please retry again later.', retryAfter: trouble.retryAfter }, now)
      case 'status':
        gate.close(mailbox, trouble.retryAfter)
        if (trouble.html) return void response.status(trouble.status).type('html').send(html(trouble.status))
        return refuseAsGraph(response, { status: trouble.status, code: 'serviceNotAvailable', message: 'The service is unavailable.', retryAfter: trouble.retryAfter ?? null }, now)
      case 'page': return void response.status(200).type('html').send(html(200))
      case 'reset': return void request.socket.destroy()
      case 'stall': return void setTimeout(next, trouble.milliseconds).unref()
      case 'unauthorized': return refuseAsGraph(response, refusals.oldToken, now)
      case 'forbidden': return refuseAsGraph(response, refusals.policy, now)
      case 'no-mailbox': return refuseAsGraph(response, refusals.noRestMailbox, now)
      case 'state-gone': return refuseAsGraph(response, refusals.noState, now)
      default:
        bendAnswer(trouble, request, response)
        next()
    }
  }
  function line(waiting: Waiting): () => void {
    queue.push(waiting)
    return () => { queue = queue.filter((one) => one !== waiting) }
  }
  return {
    meet,
    /** The next `times` requests that it is meant for; after those that were told before. Gives the function that ends it. */
    add: (trouble: GraphTrouble, { times = 1, ...place }: TroublePlace & { times?: number } = {}) => line({ trouble, left: times, ...place }),
    always: (trouble: GraphTrouble, place: TroublePlace = {}) => line({ trouble, left: Number.POSITIVE_INFINITY, ...place }),
    clear: () => { queue = [] },
    waiting: () => queue.length,
  }
}
