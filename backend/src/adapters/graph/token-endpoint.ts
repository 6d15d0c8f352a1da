import { z } from 'zod'
import type { Clock } from '../../ports/clock'
import { ProviderFailure } from '../../ports/provider-failure'
import { patientFetch, type Patience } from './patient-fetch'
import { retryAfterOf } from './retry-after'

export interface ClientCredentials { authority: string; tenant: string; clientId: string; clientSecret: string }
export interface FreshToken { token: string; seconds: number }

const metadata = z.object({ token_endpoint: z.string().optional() })
const granted = z.object({ access_token: z.string().regex(/^[\x21-\x7e]{1,20000}$/), expires_in: z.coerce.number().min(0).max(1_000_000).catch(0) })
const refused = z.object({ error: z.string() })
const patience: Patience = { idleMs: 10_000, totalMs: 20_000, maxBytes: 200_000 }

/** National clouds have scopes of their own. https://learn.microsoft.com/graph/deployments */
const nationalClouds = ['https://graph.microsoft.us', 'https://dod-graph.microsoft.us', 'https://microsoftgraph.chinacloudapi.cn']
export const scopeFor = (baseUrl: string) => `${nationalClouds.find((cloud) => new URL(baseUrl).origin === cloud) ?? 'https://graph.microsoft.com'}/.default`

/** The client credentials grant. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
export async function requestToken({ authority, tenant, clientId, clientSecret }: ClientCredentials, scope: string, clock: Clock): Promise<FreshToken> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope })
  const response = await patientFetch(await endpointOf(authority, tenant, clock), { method: 'POST', body, headers: { accept: 'application/json' } }, patience)
  const answer = await jsonOf(response)
  if (!response.ok) throw refusalOf(response, answer, clock)
  const { data } = granted.safeParse(answer)
  if (!data) throw new ProviderFailure('temporary')
  return { token: data.access_token, seconds: data.expires_in }
}

/** The secret goes to the configured authority and nowhere else, whatever its metadata says. */
async function endpointOf(authority: string, tenant: string, clock: Clock): Promise<string> {
  const house = `${authority}/${encodeURIComponent(tenant)}`
  const response = await patientFetch(`${house}/v2.0/.well-known/openid-configuration`, { headers: { accept: 'application/json' } }, patience)
  if (response.status === 429 || response.status >= 500) throw refusalOf(response, null, clock)
  const said = response.ok ? metadata.safeParse(await jsonOf(response)).data?.token_endpoint : undefined
  if (said === undefined) return `${house}/oauth2/v2.0/token`
  if (!URL.canParse(said) || new URL(said).origin !== new URL(authority).origin) throw new ProviderFailure('rejected')
  return said
}

function refusalOf(response: Response, answer: unknown, clock: Clock): ProviderFailure {
  const seconds = retryAfterOf(response.headers.get('retry-after'), clock.now().getTime())
  if (response.status === 429) return new ProviderFailure('rate-limited', seconds)
  const { data } = refused.safeParse(answer)
  if (response.status >= 500 || !data) return new ProviderFailure('temporary', seconds)
  if (data.error === 'unauthorized_client' || data.error === 'access_denied') return new ProviderFailure('forbidden')
  if (data.error === 'invalid_client' || data.error === 'invalid_grant') return new ProviderFailure('auth-expired')
  return new ProviderFailure(data.error === 'temporarily_unavailable' ? 'temporary' : 'rejected', null)
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await response.text())
  } catch {
    return undefined
  }
}
