import { createEntraTokenVerifier } from './adapters/entra/entra-token-verifier'
import type { Config } from './config'
import type { IdentityVerifier } from './ports/identity-verifier'

/** The one scope of this server's registration: to act here as the person who signed in. */
const scope = 'access_as_user'

type EntraSettings = Pick<Config, 'MODE' | 'ENTRA_CLIENT_ID' | 'ENTRA_PANE_CLIENT_ID' | 'ENTRA_TENANT_ID' | 'ENTRA_AUTHORITY'>

/** Entra as the settings name it; null when they don't. */
export function entraVerifier({ ENTRA_CLIENT_ID: audience, ENTRA_PANE_CLIENT_ID, ENTRA_TENANT_ID: tenants, ENTRA_AUTHORITY: authority }: EntraSettings): IdentityVerifier | null {
  if (audience === undefined || tenants === undefined) return null
  return createEntraTokenVerifier({ authority, tenants, audience, client: ENTRA_PANE_CLIENT_ID ?? audience, scope })
}

/** How the pane signs its manager in; told when its page is served. */
export type PaneSignIn = { kind: 'demo' } | { kind: 'entra'; clientId: string; authority: string; scope: string } | { kind: 'none' }

/** The demo signs in by choosing a manager, whatever else is set up, since the stand-in around its pane has no accounts. */
export function paneSignIn({ MODE, ENTRA_CLIENT_ID, ENTRA_PANE_CLIENT_ID, ENTRA_TENANT_ID: tenants, ENTRA_AUTHORITY: authority }: EntraSettings): PaneSignIn {
  if (MODE === 'demo') return { kind: 'demo' }
  if (ENTRA_CLIENT_ID === undefined || tenants === undefined) return { kind: MODE === 'test' ? 'demo' : 'none' }
  // One tenant: its own page, where a guest's other account cannot slip in. Several: Entra asks whose account it is, and the server looks at the answer.
  const [only, ...more] = tenants
  const place = only === undefined || more.length > 0 ? 'organizations' : only
  return { kind: 'entra', clientId: ENTRA_PANE_CLIENT_ID ?? ENTRA_CLIENT_ID, authority: `${authority}/${place}`, scope: `api://${ENTRA_CLIENT_ID}/${scope}` }
}
