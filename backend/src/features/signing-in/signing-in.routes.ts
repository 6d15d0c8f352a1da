import type { Api } from '../../platform/http/api'
import { limitSignIn } from '../../platform/http/rate-limits'
import type { SignInCookies } from './sign-in-cookies'
import type { SigningIn } from './signing-in.service'

export interface SigningInRoutesDeps { signingIn: SigningIn; cookies: SignInCookies; demo: boolean; firstAdministratorMissing: () => boolean }

export function addSigningInRoutes(api: Api, { signingIn, cookies, demo, firstAdministratorMissing }: SigningInRoutesDeps): void {
  api.on('signInWays', () => ({ answer: { demo, firstAdministrator: firstAdministratorMissing(), ways: signingIn.ways() } }), { open: true })
  // The code travels in a body: addresses are kept by logs and histories.
  api.on('beginSignIn', async ({ body: { provider, organisation, code, back } }) => {
    const { url, browser } = await signingIn.begin({ provider, organisation: organisation ?? null, code: code ?? null, back, otherAccount: false })
    return { answer: { url }, headers: { 'Set-Cookie': cookies.attempt(browser) } }
  }, { open: true, before: [limitSignIn()] })
}
