import express, { Router, type Request } from 'express'
import type { WorldClock } from '../world/calendar-world.types'
import { refusals, type GraphRefusal } from './demo-graph-errors'

export interface GraphApp { tenant: string; clientId: string; clientSecret: string }
/** An app of this world: another tenant's app gets a token too, and may see nothing here. */
export interface TokenOptions { clock: WorldClock; app: GraphApp; fixedTokens: readonly string[]; foreignTenants: readonly string[] }

const roleOf = (roles: readonly string[], wanted: 'read' | 'write') => roles.includes('Calendars.ReadWrite') || (wanted === 'read' && roles.includes('Calendars.Read'))

/** Entra as far as client credentials need it. */
export function createGraphTokens({ clock, app, fixedTokens, foreignTenants }: TokenOptions) {
  const issued = new Map<string, { tenant: string; until: number }>()
  const state = {
    /** What the administrator consented to. */
    roles: ['Calendars.ReadWrite'] as string[],
    lifetime: 3_599,
    /** An error of the token endpoint, such as invalid_client. */
    refuse: null as { status: number; error: string } | null,
    asked: 0,
  }
  const router = Router()
  router.get('/:tenant/v2.0/.well-known/openid-configuration', (request, response) => {
    const root = `${request.protocol}://${request.get('host')}/${request.params.tenant}`
    response.json({ issuer: `${root}/v2.0`, token_endpoint: `${root}/oauth2/v2.0/token`, jwks_uri: `${root}/discovery/v2.0/keys`, token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'] })
  })
  router.post('/:tenant/oauth2/v2.0/token', express.urlencoded({ extended: false }), (request, response) => {
    state.asked += 1
    const no = (status: number, error: string) => response.status(status).json({ error, error_description: `AADSTS: ${error}`, error_codes: [7000215], timestamp: clock.now().toISOString() })
    const body = (request.body ?? {}) as Record<string, string | undefined>
    const [basicId, basicSecret] = Buffer.from(/^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '', 'base64').toString().split(':').map(decodeURIComponent)
    if (state.refuse) return no(state.refuse.status, state.refuse.error)
    if (request.params.tenant !== app.tenant && !foreignTenants.includes(request.params.tenant)) return no(400, 'invalid_request')
    if (body.grant_type !== 'client_credentials') return no(400, 'unsupported_grant_type')
    if ((body.client_id ?? basicId) !== app.clientId) return no(400, 'unauthorized_client')
    if ((body.client_secret ?? basicSecret) !== app.clientSecret) return no(401, 'invalid_client')
    if (!body.scope?.endsWith('/.default')) return no(400, 'invalid_scope')
    response.set('Cache-Control', 'no-store').json({ token_type: 'Bearer', expires_in: state.lifetime, ext_expires_in: state.lifetime, access_token: issue(request.params.tenant) })
  })

  function issue(tenant = app.tenant, seconds = state.lifetime): string {
    const token = `eyJ0eXAiOiJKV1QiLCJub25jZSI6InN0YW5kLWluIn0.${Buffer.from(`${tenant}:${issued.size}`).toString('base64url')}.demo`
    issued.set(token, { tenant, until: clock.now().getTime() + seconds * 1_000 })
    return token
  }
  /** What the request's token is refused for; null: it is good. */
  function refusalOf(request: Request, wanted: 'read' | 'write'): GraphRefusal | null {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (token === undefined) return refusals.noToken
    if (fixedTokens.includes(token)) return roleOf(state.roles, wanted) ? null : refusals.denied
    const known = issued.get(token)
    if (!known) return refusals.unknownToken
    if (known.until <= clock.now().getTime()) return refusals.oldToken
    return known.tenant === app.tenant && roleOf(state.roles, wanted) ? null : refusals.denied
  }
  return { router, state, issue, refusalOf, /** Every token that was given so far is worth nothing. */ revoke: () => issued.clear() }
}
export type GraphTokens = ReturnType<typeof createGraphTokens>
