import { createHash, randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'

const auth = 'https://www.googleapis.com/auth/'
const readScopes = ['calendar', 'calendar.readonly', 'calendar.events', 'calendar.events.readonly', 'calendar.events.owned', 'calendar.events.owned.readonly'].map((name) => auth + name)
const writeScopes = ['calendar', 'calendar.events', 'calendar.events.owned'].map((name) => auth + name)
/** What a refresh token of the demo (`demo:` and the mailbox) may do. */
const demoScopes = ['calendar.events.readonly', 'calendar.events.owned'].map((name) => auth + name)

export interface Grant { mailbox: string; scopes: readonly string[] }
export interface AgreedTo extends Grant { clientId: string; redirectUri: string; challenge: string | null; offline: boolean }

export const accessSeconds = 3_599
/** Google's codes live this long and serve once. */
const codeLife = 600_000

/** Who gave what to whom: refresh tokens, access tokens and codes. Tokens age by the machine's clock, as those of the real one do. */
export function createGoogleAccounts({ knows }: { knows(mailbox: string): boolean }) {
  const refresh = new Map<string, Grant>()
  const access = new LRUCache<string, Grant>({ max: 10_000, ttl: accessSeconds * 1_000 })
  const codes = new LRUCache<string, AgreedTo>({ max: 1_000, ttl: codeLife })
  const signedOut = new Set<string>()

  return {
    /** A code for what a person agreed to. */
    agree(asked: AgreedTo): string {
      const code = `4/0A${randomUUID()}`
      codes.set(code, asked)
      return code
    },
    /** What a code stands for, once; null for one that is not good: used, late, another's, or without the proof that belongs to it (RFC 7636). */
    redeem(code: string, proof: { clientId: string; redirectUri: string; verifier: string | null }): (Grant & { refreshToken: string | null }) | null {
      const asked = codes.get(code)
      codes.delete(code)
      if (!asked || asked.clientId !== proof.clientId || asked.redirectUri !== proof.redirectUri) return null
      if (asked.challenge !== null && (proof.verifier === null || createHash('sha256').update(proof.verifier).digest('base64url') !== asked.challenge)) return null
      const grant = { mailbox: asked.mailbox, scopes: asked.scopes }
      const refreshToken = asked.offline ? `1//0${randomUUID()}` : null
      if (refreshToken !== null) refresh.set(refreshToken, grant)
      signedOut.delete(grant.mailbox)
      return { ...grant, refreshToken }
    },
    /** Null for a token that was taken back, or never given. */
    grantOf(refreshToken: string): Grant | null {
      const mailbox = /^demo:(.+)$/.exec(refreshToken)?.[1]?.toLowerCase()
      const grant = mailbox !== undefined && knows(mailbox) ? { mailbox, scopes: demoScopes } : refresh.get(refreshToken)
      return grant && !signedOut.has(grant.mailbox) ? grant : null
    },
    /** Null when the person does not exist, or is signed out everywhere. */
    delegated: (mailbox: string, scopes: readonly string[]): Grant | null => (knows(mailbox) && !signedOut.has(mailbox) ? { mailbox, scopes } : null),
    accessFor(grant: Grant): string {
      const token = `ya29.${randomUUID()}`
      access.set(token, grant)
      return token
    },
    /** Whose token it is and what it opens; null: 401. */
    open(token: string): { mailbox: string; scopes: readonly string[]; mayRead: boolean; mayWrite: boolean } | null {
      const grant = access.get(token)
      if (!grant || signedOut.has(grant.mailbox)) return null
      return { ...grant, mayRead: grant.scopes.some((scope) => readScopes.includes(scope)), mayWrite: grant.scopes.some((scope) => writeScopes.includes(scope)) }
    },
    /** Refresh tokens of this mailbox are answered with `invalid_grant` until it is let in again, its access tokens with 401. */
    signOut: (mailbox: string) => { signedOut.add(mailbox) },
    letIn: (mailbox: string) => { signedOut.delete(mailbox) },
    isSignedOut: (mailbox: string) => signedOut.has(mailbox),
    /** As after an hour: every access token is refused, refresh tokens are as good as before. */
    expireAccess: () => { access.clear() },
  }
}
export type GoogleAccounts = ReturnType<typeof createGoogleAccounts>
