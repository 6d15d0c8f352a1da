import { createOidcSignIn } from './adapters/oidc/oidc-sign-in'
import { readGooglePerson, readMicrosoftPerson } from './adapters/oidc/oidc-people'
import type { Config } from './config'
import { mayAdministrate } from './features/access/first-administrator.repository'
import type { Db } from './platform/db/database'
import type { SignInProvider } from './ports/sign-in-provider'
import { isLoopbackAddress } from './platform/crypto/issuer-documents'

const wellKnown = '/.well-known/openid-configuration'
const googleIssuer = 'https://accounts.google.com'
const microsoft = 'https://login.microsoftonline.com'

type SignInSettings = Pick<Config, 'PUBLIC_URL' | 'ENTRA_TENANT_ID' | 'ENTRA_CLIENT_ID' | 'ENTRA_CLIENT_SECRET' | 'ENTRA_AUTHORITY' | 'GOOGLE_CLIENT_ID' | 'GOOGLE_CLIENT_SECRET' | 'GOOGLE_API_ROOT'>

/** Where every provider sends the browser back to; it stands in the provider's registration. */
export const redirectUriOf = ({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>) => `${PUBLIC_URL}/sign-in/callback`

/** Ways to sign in to the journal, as the settings name them: a program that can keep a secret needs one. Several tenants are several ways, each with its own issuer. */
export function signInWaysOf(config: SignInSettings): SignInProvider[] {
  return [...microsoftWays(config), ...googleWays(config)]
}

/** Outside the demo somebody has to be the first. Nothing is missing where the journal has no way to sign in at all. */
export function isFirstAdministratorMissing({ config, db }: { config: SignInSettings & Pick<Config, 'MODE'>; db: Pick<Db, 'sql'> }): boolean {
  const providers = [...new Set(signInWaysOf(config).map(({ provider }) => provider))]
  return config.MODE === 'production' && providers.length > 0 && !mayAdministrate(db, providers)
}

/** A local stand-in may speak in the name of the provider whose place it takes; any other server speaks for itself alone. */
const issuersOf = (own: string, real: string) => (isLoopbackAddress(own) ? [own, real] : [own])

function microsoftWays({ ENTRA_TENANT_ID: tenants = [], ENTRA_CLIENT_ID: clientId, ENTRA_CLIENT_SECRET: clientSecret, ENTRA_AUTHORITY: authority, ...rest }: SignInSettings): SignInProvider[] {
  if (clientId === undefined || clientSecret === undefined) return []
  return tenants.map((tenant) => createOidcSignIn({
    provider: 'entra', name: 'Microsoft', organisation: tenants.length > 1 ? tenant : null, redirectUri: redirectUriOf(rest), readPerson: readMicrosoftPerson(tenant),
    client: { server: `${authority}/${tenant}/v2.0${wellKnown}`, issuers: issuersOf(`${authority}/${tenant}/v2.0`, `${microsoft}/${tenant}/v2.0`), clientId, clientSecret },
  }))
}

function googleWays({ GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret, GOOGLE_API_ROOT: root, ...rest }: SignInSettings): SignInProvider[] {
  if (clientId === undefined || clientSecret === undefined) return []
  const local = root !== undefined && isLoopbackAddress(root) ? root : googleIssuer
  return [createOidcSignIn({
    provider: 'google', name: 'Google', organisation: null, redirectUri: redirectUriOf(rest), readPerson: readGooglePerson,
    client: { server: local + wellKnown, issuers: issuersOf(local, googleIssuer), clientId, clientSecret },
  })]
}
