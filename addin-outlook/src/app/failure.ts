import { NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import { type RefusedBecause, SignInRefused } from '../session/pane-session'

/** Why something could not be done, as the pane shows it. Words of a problem come from the server in the manager's language. */
export type Failure =
  | { kind: 'offline' }
  | { kind: 'signed-out'; reason: RefusedBecause; code: string; account: string }
  /** Signed in, and known to nobody here: an invitation's code is wanted. */
  | { kind: 'not-invited' }
  /** `retryAt`: the server said how long to wait, in milliseconds of this machine's clock. */
  | { kind: 'problem'; status: number; code: string; title: string; detail: string; reference: string; retryAt: number | null }

export function toFailure(error: unknown): Failure {
  if (error instanceof NoConnectionError) return { kind: 'offline' }
  if (error instanceof SignInRefused) return { kind: 'signed-out', reason: error.reason, code: error.code, account: error.account }
  if (!(error instanceof ProblemError)) return { kind: 'problem', status: 0, code: 'unexpected', title: '', detail: error instanceof Error ? error.message : String(error), reference: '', retryAt: null }
  const { code, title, detail, reference, status } = error.problem
  if (code === 'not-invited') return { kind: 'not-invited' }
  const explained = code !== 'unreadable-answer'
  const retryAt = error.retryAfterSeconds === null ? null : Date.now() + error.retryAfterSeconds * 1000
  return { kind: 'problem', status, code, title: explained ? title : '', detail: detail === title ? '' : detail, reference, retryAt }
}

/** Repeating it unchanged would fail again: what is shown has to be looked at afresh, or sent otherwise. */
export const wantsRefresh = (failure: Failure) => failure.kind === 'problem' && (failure.status === 409 || failure.status === 412)
export const isFinal = (failure: Failure) => failure.kind === 'problem' && (failure.status === 403 || failure.status === 413)
