import { z } from 'zod'
import { ProviderFailure, type ProviderFailureCode } from '../../ports/provider-failure'
import { toFailure } from './gmail-errors'

/** https://developers.google.com/workspace/calendar/api/guides/errors; the words of an answer are left alone: they may hold what an appointment is about. */
const answered = z.object({
  response: z.object({
    status: z.number(),
    headers: z.instanceof(Headers).optional().catch(undefined),
    data: z.object({ error: z.object({ errors: z.array(z.object({ domain: z.string().catch(''), reason: z.string().catch(''), location: z.string().catch('') })).catch([]) }) }).optional().catch(undefined),
  }),
})
const windowIsGone = new Set(['fullSyncRequired', 'updatedMinTooLongAgo'])

/** Only the status, the reasons and Retry-After are looked at: the library's errors hold the request with its tokens. Whatever was refused, a wait that is asked for is a wait. */
export function toCalendarFailure(error: unknown, now: () => Date): ProviderFailure {
  const parsed = answered.safeParse(error)
  if (error instanceof ProviderFailure || !parsed.success) return toFailure(error)
  const { response } = parsed.data
  return new ProviderFailure(codeOf(response, error), retryAfterOf(response.headers, now))
}

function codeOf({ status, data }: z.output<typeof answered>['response'], error: unknown): ProviderFailureCode {
  const reasons = data?.error.errors ?? []
  // "401 webhookUrlUnauthorized" speaks of our address, not of our token.
  if (reasons.some(({ domain }) => domain === 'push')) return 'rejected'
  if (status === 410 && reasons.some(({ reason }) => windowIsGone.has(reason))) return 'cursor-expired'
  if (status === 400 && reasons.some(({ location }) => location === 'syncToken')) return 'cursor-expired'
  if (status === 412) return 'stale'
  if (status === 403 && reasons.some(({ domain }) => domain === 'usageLimits')) return 'rate-limited'
  return toFailure(error).code
}

/** The wanted identifier is taken. */
export const isDuplicate = (error: unknown) => answered.safeParse(error).data?.response.status === 409

/** In seconds, fractions too; dates as well (RFC 9110, 10.2.3), measured by the answer's own clock where it shows one. Null when it says nothing that can be waited for. */
export function retryAfterOf(headers: Headers | undefined, now: () => Date): number | null {
  const said = headers?.get('retry-after')?.trim()
  if (!said) return null
  if (/^\d+(\.\d+)?$/.test(said)) return bounded(Number(said))
  const until = Date.parse(said)
  if (Number.isNaN(until) || !/[a-z]{3}/i.test(said)) return null
  const theirs = Date.parse(headers?.get('date') ?? '')
  return bounded((until - (Number.isNaN(theirs) ? now().getTime() : theirs)) / 1_000)
}

/** Longer than a day is no advice to a program that looks every few minutes. */
const bounded = (seconds: number) => (seconds > 0 ? Math.min(seconds, 86_400) : null)
