import type { ProvenIdentity } from '../../ports/identity-verifier'
import type { ProvenPerson } from '../../ports/sign-in-provider'

/** What signing in needs of those who know the managers. */
export interface SigningInNeeds {
  /** The manager behind an identity; null when nobody here answers to it. */
  recognise(identity: ProvenIdentity): Promise<{ id: string } | null>
  /** Binds the person by a code: of an invitation, or the first administrator's. `bound`: they are another manager already. */
  redeem(person: ProvenPerson, code: string): Promise<'taken' | 'unknown' | 'bound'>
  openSession(managerId: string, userAgent: string | undefined): Promise<{ token: string }>
  endSession(token: string): Promise<void>
}

/** The browser that came: its secret of the attempt, its session of before, and how it names itself. */
export interface Visitor { browser: string | null; session: string | null; userAgent: string | undefined }

export type FailedKind = 'stale' | 'other-browser' | 'declined' | 'refused' | 'settings' | 'unavailable' | 'bound' | 'not-set-up'
export interface Way { provider: ProvenIdentity['provider']; organisation: string | null }
export type Outcome =
  | { kind: 'signed-in'; token: string; managerId: string; way: Way; back: string }
  /** Proven, and nobody here: `ticket` and `browser` let them bring a code within the attempt's time. */
  | { kind: 'stranger'; ticket: string; browser: string; called: string | null; codeRefused: boolean; way: Way; back: string }
  | { kind: FailedKind; way: Way | null; back: string; reason?: string }
