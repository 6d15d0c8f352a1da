import type { z } from 'zod'
import { ProviderFailure, type ProviderFailureCode } from '../../ports/provider-failure'
import { boundedFetch } from './bounded-fetch'
import { retryAfterOf } from './calendar-errors'
import { googleTokens, tokenRefusal } from './calendar-json'
import { toFailure } from './gmail-errors'

const limits = { timeout: 15_000, bytes: 200_000 } as const
const refusals: Record<string, ProviderFailureCode> = {
  invalid_grant: 'auth-expired', invalid_client: 'not-configured', deleted_client: 'not-configured', unauthorized_client: 'forbidden', admin_policy_enforced: 'forbidden', access_denied: 'forbidden', invalid_scope: 'consent-missing',
}
export type Tokens = z.output<typeof googleTokens>

export const tokenAddress = (apiRoot: string | undefined) => (apiRoot ? `${apiRoot.replace(/\/+$/, '')}/token` : 'https://oauth2.googleapis.com/token')

/**
 * One question at Google's token endpoint. Not by google-auth-library: it repeats by itself whatever it is told, holds the secrets in its errors, and its address for
 * service accounts can't be set.
 */
export async function askForTokens(address: string, fields: Record<string, string>): Promise<Tokens> {
  let status: number
  let headers: Headers
  let text: string
  try {
    const response = await boundedFetch(limits.bytes)(address, {
      method: 'POST', redirect: 'error', signal: AbortSignal.timeout(limits.timeout), body: new URLSearchParams(fields), headers: { accept: 'application/json' },
    })
    status = response.status
    headers = response.headers
    text = await response.text()
  } catch (error) {
    throw toFailure(error)
  }
  const data = readJson(text)
  const tokens = googleTokens.safeParse(data)
  if (status === 200 && tokens.success) return tokens.data
  const seconds = retryAfterOf(headers, () => new Date())
  if (status === 429) throw new ProviderFailure('rate-limited', seconds)
  const refusal = tokenRefusal.safeParse(data)
  if (status >= 400 && status < 500 && refusal.success) throw new ProviderFailure(refusals[refusal.data.error] ?? 'rejected')
  throw new ProviderFailure('temporary', seconds)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
