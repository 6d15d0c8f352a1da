/**
 * How a provider's call can end badly; adapters translate everything into one of these (architecture.md, Taste). `forbidden`: not this person's;
 * `consent-missing`: theirs, but they have not agreed to it; `timed-out`: no answer within the call's limit; `too-large`: more bytes than were asked for; `stale`: it changed since we read it.
 * `not-configured`: what the calls need is missing in the settings.
 */
export type ProviderFailureCode =
  'auth-expired' | 'rate-limited' | 'cursor-expired' | 'gone' | 'forbidden' | 'consent-missing' | 'temporary' | 'timed-out' | 'too-large' | 'stale' | 'not-configured' | 'rejected'

/** Carries nothing of the provider's answer: that may hold tokens and the text of mail. */
export class ProviderFailure extends Error {
  constructor(readonly code: ProviderFailureCode, readonly retryAfterSeconds: number | null = null) {
    super(`the provider's answer: ${code}`)
    this.name = 'ProviderFailure'
  }
}
