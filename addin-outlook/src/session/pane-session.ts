import type { Manager } from '@counterpane/shared/contract/access'

/** How the token at hand was got: from the demo, without asking anybody, in a window of the mail client's, in a dialog of our own. */
export type SignInWay = 'demo' | 'silent' | 'popup' | 'dialog'
/** `refused`: the server does not take the token. `interaction`: somebody has to sign in by hand. `confirm`: the organisation wants to see them once more. */
export type RefusedBecause = 'refused' | 'interaction' | 'confirm' | 'cancelled' | 'blocked' | 'other-organisation' | 'signed-out' | 'not-set-up' | 'failed'

/** Nobody is signed in, and why. `code` is the identity provider's own word for it, `account` whose account was offered. */
export class SignInRefused extends Error {
  readonly code: string
  readonly account: string
  constructor(readonly reason: RefusedBecause, { code = '', account = '' }: { code?: string; account?: string } = {}) {
    super(code ? `${reason}: ${code}` : reason)
    this.code = code
    this.account = account
  }
}

export interface SignInOptions {
  /** The token that the server refused: another is asked for, unless that has happened meanwhile. */
  refused?: string | null
  /** What the server's claims challenge asks for, as JSON. */
  claims?: string | null
  /** The manager pressed the button: windows may open. `another-way` is the one that was not tried first. */
  by?: 'hand' | 'another-way'
}

/** What may be told of a session; never the token. Times are milliseconds. */
export interface SessionFacts {
  kind: 'demo' | 'entra' | 'none'
  account: string; way: SignInWay | null; gotAt: number | null; expiresAt: number | null
  /** Under nested authentication the mail client owns the account: nobody can sign out of it here. */
  hostOwnsAccount: boolean
  trouble: { code: string; at: number } | null
}

/** Who the server takes us for. Tokens live in this window only and go nowhere but to our own server. */
export interface Session {
  /** What a call carries now; null before the first sign-in. */
  token(): string | null
  manager(): Manager | null
  /** Signs in unless that is done already. Rejects with SignInRefused, or with NoConnectionError when nobody could be asked. */
  signIn(options?: SignInOptions): Promise<void>
  /** Forgets the token and stays signed out until the manager signs in by hand. */
  signOut(): Promise<void>
  facts(): SessionFacts
}
