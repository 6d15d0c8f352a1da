import { readFile } from 'node:fs/promises'
import { importPKCS8, SignJWT } from 'jose'
import type { CalendarAccess } from '../../ports/calendar-source'
import { ProviderFailure } from '../../ports/provider-failure'
import { serviceAccountKey } from './calendar-json'
import { askForTokens, tokenAddress, type Tokens } from './calendar-token-calls'

/**
 * `apiRoot`: another house with Google's interface (calendar/v3/…, token); absent for Google itself. `delegationKeyFile`: of a service account with domain-wide delegation, which then reads
 * instead of the manager's own consent. `withoutConsent`: a local house of the demo, where nobody can consent: its refresh tokens are `demo:` and the mailbox.
 */
export interface GoogleCalendarSettings { apiRoot: string | undefined; clientId: string; clientSecret: string; delegationKeyFile: string | undefined; withoutConsent: boolean }
export type Purpose = 'read' | 'write'
/** `name` changes when something else is to be proven: what was refused under one name may be tried under another. */
export interface Proof { name: string; ask(): Promise<Tokens> }

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const googleAudience = 'https://oauth2.googleapis.com/token'
/** The administrator of a Workspace allows exactly these; one more and the whole question is refused. */
const delegatedScopes: Record<Purpose, string> = {
  read: 'https://www.googleapis.com/auth/calendar.events.readonly', write: 'https://www.googleapis.com/auth/calendar.events.owned',
}

/** By what we may open a calendar: a service account of the organisation, the manager's own consent, or, in a local house of the demo, by its name. */
export function createGrants({ apiRoot, clientId, clientSecret, delegationKeyFile, withoutConsent }: GoogleCalendarSettings) {
  const address = tokenAddress(apiRoot)
  const refresh = (refreshToken: string): Proof => ({
    name: refreshToken, ask: () => askForTokens(address, { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId, client_secret: clientSecret }),
  })

  return ({ mailbox, refreshToken }: CalendarAccess, purpose: Purpose): Proof => {
    if (delegationKeyFile) return { name: `${purpose}:${mailbox}`, ask: async () => askForTokens(address, { grant_type: jwtBearer, assertion: await assertionFor(mailbox, purpose, { delegationKeyFile, audience: apiRoot ? address : googleAudience }) }) }
    if (refreshToken !== null) return refresh(refreshToken)
    if (withoutConsent) return refresh(`demo:${mailbox}`)
    throw new ProviderFailure('consent-missing')
  }
}

/** https://developers.google.com/identity/protocols/oauth2/service-account#httprest; read anew each time (once an hour for a mailbox), so that a key can be changed while we run. */
async function assertionFor(mailbox: string, purpose: Purpose, { delegationKeyFile, audience }: { delegationKeyFile: string; audience: string }): Promise<string> {
  try {
    const key = serviceAccountKey.parse(JSON.parse(await readFile(delegationKeyFile, 'utf8')))
    return await new SignJWT({ scope: delegatedScopes[purpose] }).setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(key.private_key_id && { kid: key.private_key_id }) })
      .setIssuer(key.client_email).setSubject(mailbox).setAudience(audience).setIssuedAt().setExpirationTime('1h').sign(await importPKCS8(key.private_key, 'RS256'))
  } catch {
    // The library's words may hold the key.
    throw new ProviderFailure('not-configured')
  }
}
