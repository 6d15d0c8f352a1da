/** An access token for this server. Times are milliseconds; `account` is shown to people, `tenant` is compared. */
export interface GotToken { accessToken: string; expiresAt: number; account: string; tenant: string }

/** `interaction`: not without the manager. `blocked`: no window could be opened. `unreachable`: nobody could be asked now. */
export type TokenTrouble = 'interaction' | 'blocked' | 'cancelled' | 'unreachable' | 'failed'
export class TokenFailure extends Error {
  constructor(readonly trouble: TokenTrouble, readonly code: string) { super(`${trouble}: ${code}`) }
}

export interface TokenWish {
  /** JSON of the claims that the token must carry. */
  claims?: string | null
  /** Not the one that lies in the cache. */
  afresh?: boolean
  /** The manager wants to say whose account it is. */
  choose?: boolean
}

/** Where tokens come from inside the pane; all reject with TokenFailure. */
export interface TokenSource {
  /** The mail client owns the account (nested app authentication). */
  nested: boolean
  silent(wish: TokenWish): Promise<GotToken>
  popup(wish: TokenWish): Promise<GotToken>
  /** Forgets what is cached of this mailbox's account; nothing under nested authentication. */
  forget(): Promise<void>
}

/** In a dialog of the mail client's, on a page of our own. Rejects with TokenFailure. */
export type DialogSignIn = (wish: TokenWish) => Promise<GotToken>
