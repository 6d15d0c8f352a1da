import { z } from 'zod'
import { ProviderFailure } from '../../ports/provider-failure'
import { retryAfterOf } from './retry-after'

/** https://learn.microsoft.com/graph/errors; codes alone are read, the words may hold mail. */
const inner = z.object({ code: z.string().optional() }).optional().catch(undefined)
const said = z.object({ error: z.object({ code: z.string(), innerError: inner, innererror: inner }) })

/** `codes`: as Graph named what it refused, lower-cased; none when it was not Graph that answered. */
export interface GraphAnswer { status: number; headers: Headers; body: unknown; codes: readonly string[] }

export async function answerOf(response: Response): Promise<GraphAnswer> {
  const { status, headers } = response
  const body = parsed(await response.text())
  const refused = response.ok ? null : said.safeParse(body)
  const codes = refused?.success ? [refused.data.error.code, refused.data.error.innerError?.code, refused.data.error.innererror?.code] : []
  return { status, headers, body, codes: codes.flatMap((code) => (code ? [code.toLowerCase()] : [])) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What every caller must wait for; null when the answer is one to be looked at. */
export function delayOf({ status, headers }: GraphAnswer, now: number): ProviderFailure | null {
  const seconds = () => retryAfterOf(headers.get('retry-after'), now)
  // 509: Exchange's limit of bytes.
  if (status === 429 || status === 509) return new ProviderFailure('rate-limited', seconds())
  return status >= 500 || status === 408 ? new ProviderFailure('temporary', seconds()) : null
}

/** Of an answer that is not good. Whoever stands between us and Microsoft can refuse too, but says nothing about mailboxes: that passes. */
export function failureOf({ status, codes }: GraphAnswer): ProviderFailure {
  if (status === 401) return new ProviderFailure('auth-expired')
  if (status === 412 || codes.includes('errorirresolvableconflict')) return new ProviderFailure('stale')
  if (status >= 300 && status < 400) return new ProviderFailure('rejected')
  if (status < 400 || codes.length === 0 || codes.some(isOfSyncState)) return new ProviderFailure('temporary')
  if (status === 403) return new ProviderFailure('forbidden')
  return new ProviderFailure(status === 404 || status === 410 ? 'gone' : 'rejected')
}

/** What is forgotten is the place in the list, not an item. */
const isOfSyncState = (code: string) => /^(syncstate|resync|errorinvalidsyncstate)/.test(code)

/** 410, or any 4xx that says so (seen in both writings): only a full round helps. https://learn.microsoft.com/graph/delta-query-overview#synchronization-reset */
export function needsFullRound({ status, codes }: GraphAnswer): boolean {
  return status === 410 || (status >= 400 && status < 500 && codes.some(isOfSyncState))
}

const ofTheItem = new Set(['erroritemnotfound', 'itemnotfound', 'errormessagenotfound', 'errorcalendaritemnotfound'])
const saysGone = ({ status }: GraphAnswer) => status === 404 || status === 410
/** The item is not there. */
export const isItemGone = (answer: GraphAnswer): boolean => saysGone(answer) && answer.codes.some((code) => ofTheItem.has(code))
/** Graph says that something is not there: the item or its mailbox; of the latter's items nothing is known then. */
export const isPerhapsGone = (answer: GraphAnswer): boolean => saysGone(answer) && answer.codes.length > 0 && !answer.codes.some(isOfSyncState)
/** An id that was good once means nothing to Exchange any more. */
export const isIdUnknown = ({ status, codes }: GraphAnswer): boolean => status === 400 && codes.includes('errorinvalididmalformed')
