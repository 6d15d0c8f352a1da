import type { GmailEvent } from './gmail-event'
import type { GmailAddonNeeds, GooglePerson } from './gmail-addon.needs'
import { missingScopes, scopes } from './google-scopes'

export interface CallersDeps { needs: Pick<GmailAddonNeeds, 'verifyGoogleToken'>; publicUrl: string; clientId: string; serviceAccount: string }

export type Identity =
  | ({ kind: 'person' } & GooglePerson)
  /** Google calls, but its person has not agreed to be named. */
  | { kind: 'unnamed' }
  | { kind: 'refused' }

/** Two questions before anything else: does Google call, and for whom. The address of the endpoint comes from the settings, never from the request. */
export function createGmailCallers({ needs, publicUrl, clientId, serviceAccount }: CallersDeps) {
  return {
    async isGoogle(authorization: string | undefined, path: string): Promise<boolean> {
      const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1]
      if (!token || !serviceAccount) return false
      const claims = await needs.verifyGoogleToken(token, `${publicUrl}${path}`)
      return claims !== null && claims.emailVerified && claims.email === serviceAccount
    },
    async identityOf(event: GmailEvent): Promise<Identity> {
      const { userIdToken } = event.authorizationEventObject
      if (!userIdToken) return missingScopes(event, [scopes.email]).length > 0 ? { kind: 'unnamed' } : { kind: 'refused' }
      const claims = await needs.verifyGoogleToken(userIdToken, clientId)
      if (!claims || !claims.emailVerified || !claims.email) return { kind: 'refused' }
      return { kind: 'person', sub: claims.sub, email: claims.email, issuedAt: claims.issuedAt }
    },
  }
}
