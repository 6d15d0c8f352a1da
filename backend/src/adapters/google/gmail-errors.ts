import { z } from 'zod'
import { ProviderFailure } from '../../ports/provider-failure'
import { AnswerTooLong } from './bounded-fetch'

/** https://developers.google.com/workspace/gmail/api/guides/handle-errors; the reasons alone are read, the words may hold mail. */
const reasons = z.object({ error: z.object({ errors: z.array(z.object({ reason: z.string() })).catch([]), details: z.array(z.object({ reason: z.string().optional() })).catch([]) }) })
const limitReasons = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'dailyLimitExceeded', 'quotaExceeded'])
const consentReasons = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'])

interface Answered { status?: number; headers?: unknown; data?: unknown }

/** Only the status, the reasons and Retry-After are looked at: the library's errors hold the request with its tokens. */
export function toFailure(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error
  const names = namesOf(error)
  if (names.includes(AnswerTooLong.name)) return new ProviderFailure('too-large')
  if (names.includes('TimeoutError') || names.includes('AbortError')) return new ProviderFailure('timed-out')
  const response = typeof error === 'object' && error !== null && 'response' in error ? (error.response as Answered | undefined) : undefined
  const status = response?.status ?? 0
  if (status === 401) return new ProviderFailure('auth-expired')
  if (status === 403) return forbidden(response)
  if (status === 404 || status === 410) return new ProviderFailure('gone')
  if (status === 429) return new ProviderFailure('rate-limited', retryAfterOf(response?.headers))
  return new ProviderFailure(status >= 400 && status < 500 ? 'rejected' : 'temporary')
}

/** Gmail says "forbidden" for three different things; only one of them is that the message is somebody else's. */
function forbidden(response: Answered | undefined): ProviderFailure {
  const parsed = reasons.safeParse(response?.data)
  const said = parsed.success ? [...parsed.data.error.errors, ...parsed.data.error.details].map(({ reason }) => reason ?? '') : []
  if (said.some((reason) => limitReasons.has(reason))) return new ProviderFailure('rate-limited', retryAfterOf(response?.headers))
  return new ProviderFailure(said.some((reason) => consentReasons.has(reason)) ? 'consent-missing' : 'forbidden')
}

/** Of the error and of what it was caused by; what signals throw need not be an Error, and a cycle ends by the count. */
function namesOf(error: unknown): string[] {
  const found: string[] = []
  for (let one = error; typeof one === 'object' && one !== null && found.length < 5; one = 'cause' in one ? one.cause : null) found.push('name' in one ? String(one.name) : '')
  return found
}

function retryAfterOf(headers: unknown): number | null {
  const value = headers instanceof Headers ? headers.get('retry-after') : (headers as Record<string, string> | undefined)?.['retry-after']
  const seconds = Number(value)
  return value && seconds >= 0 && seconds <= 86_400 ? seconds : null
}
