import { setTimeout as wait } from 'node:timers/promises'
import type { NextFunction, Request, Response } from 'express'

/** What can be made to go wrong, for tests and for showing failure cards. `slow` answers after the client has given up. */
export const troubles = ['none', 'too-many', 'broken', 'unavailable', 'slow', 'signed-out', 'forbidden', 'no-consent', 'deleted', 'garbled'] as const
export type Trouble = (typeof troubles)[number]

interface Refusal { status: number; reason: string; message: string }
const refusals: Partial<Record<Trouble, Refusal>> = {
  'too-many': { status: 429, reason: 'rateLimitExceeded', message: 'Too many concurrent requests for user.' },
  broken: { status: 500, reason: 'backendError', message: 'Backend Error' },
  unavailable: { status: 503, reason: 'backendError', message: 'The service is currently unavailable.' },
  'signed-out': { status: 401, reason: 'authError', message: 'Request had invalid authentication credentials.' },
  forbidden: { status: 403, reason: 'forbidden', message: 'Delegation denied for user.' },
  'no-consent': { status: 403, reason: 'insufficientPermissions', message: 'Request had insufficient authentication scopes.' },
  deleted: { status: 404, reason: 'notFound', message: 'Requested entity was not found.' },
}

/** An error as Google's APIs write it. */
export function refuse(response: Response, { status, reason, message }: Refusal): void {
  response.status(status).json({ error: { code: status, message, errors: [{ message, domain: 'global', reason }], status: reason } })
}

/** One trouble at a time, for the next `times` calls or until it is switched off. */
export function createTroubles() {
  let now: Trouble = 'none'
  let left = 0
  return {
    set(next: string, times = Number.POSITIVE_INFINITY) {
      now = troubles.find((one) => one === next) ?? 'none'
      left = times
    },
    async meet(_request: Request, response: Response, next: NextFunction): Promise<void> {
      const trouble = left > 0 ? now : 'none'
      left -= 1
      if (trouble === 'too-many') response.set('Retry-After', '7')
      const refusal = refusals[trouble]
      if (refusal) return refuse(response, refusal)
      if (trouble === 'garbled') return void response.type('json').send('{"id": "1a34a2c1')
      if (trouble === 'slow') await wait(6_000, undefined, { ref: false })
      next()
    },
  }
}
