import type { Manager } from '@counterpane/shared/contract/access'

/** Who the server takes us for. Tokens live in this window only and go nowhere but to our own server. */
export interface Session {
  /** What a call carries now; null before the first sign-in. */
  token(): string | null
  manager(): Manager | null
  /** Signs in unless already done; with `afresh` also when a token is there (the server refused it). Rejects with SignInRefused, or as the call does. */
  signIn(options?: { afresh?: boolean }): Promise<void>
}
export class SignInRefused extends Error {}
