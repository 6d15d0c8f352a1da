import { type AccountInfo, CacheLookupPolicy, createNestablePublicClientApplication, createStandardPublicClientApplication, type PopupRequest, type SilentRequest } from '@azure/msal-browser'
import { msalConfiguration, toGotToken, toTokenFailure } from './msal-configuration'
import type { EntraSettings } from './sign-in-settings'
import { TokenFailure, type TokenSource, type TokenWish } from './token-source'

interface Options { settings: EntraSettings; hint: string; nestedAppAuth: boolean; silentTimeoutMs?: number }

/** Microsoft's own library; a chunk of its own, loaded when the first token is wanted. */
export async function createMsalTokenSource({ settings, hint, nestedAppAuth, silentTimeoutMs = 20_000 }: Options): Promise<TokenSource> {
  const create = nestedAppAuth ? createNestablePublicClientApplication : createStandardPublicClientApplication
  const client = await inTime(create(msalConfiguration(settings)), silentTimeoutMs)
  // The mail client may claim the set and still give no bridge (outlook-and-graph 2.2): MSAL then stands alone.
  const nested = nestedAppAuth && 'nestedAppAuthBridge' in window
  const scopes = [settings.scope]

  function ownAccount(): AccountInfo | null {
    const all = client.getAllAccounts()
    return all.find(({ username }) => username.toLowerCase() === hint.toLowerCase()) ?? (all.length === 1 ? all[0] ?? null : null)
  }
  const asked = ({ claims }: TokenWish) => ({ scopes, ...(claims && { claims }) })

  async function quietly(wish: TokenWish) {
    const account = ownAccount()
    if (nested) return client.acquireTokenSilent({ ...asked(wish), ...(account && { account }), forceRefresh: wish.afresh === true })
    // The first time: nothing is wrong, so there is no code to tell.
    if (!account) throw new TokenFailure('interaction', '')
    // A hidden frame of another site has no cookies to sign in with; it would only make everybody wait.
    const request: SilentRequest = { ...asked(wish), account, cacheLookupPolicy: wish.afresh ? CacheLookupPolicy.RefreshToken : CacheLookupPolicy.AccessTokenAndRefreshToken }
    return client.acquireTokenSilent(request)
  }

  return {
    nested,
    silent: (wish) => inTime(quietly(wish), silentTimeoutMs).then(toGotToken).catch(rethrow),
    popup(wish) {
      const request: PopupRequest = { ...asked(wish), ...(wish.choose ? { prompt: 'select_account' } : !nested && { loginHint: hint }) }
      return client.acquireTokenPopup(request).then(toGotToken).catch(rethrow)
    },
    async forget() {
      const account = ownAccount()
      if (!nested && account) await client.clearCache({ account })
    },
  }
}

const rethrow = (error: unknown): never => { throw toTokenFailure(error) }

/** The bridge to the mail client may stay silent for ever. */
function inTime<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TokenFailure('failed', 'timed_out')), timeoutMs)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
