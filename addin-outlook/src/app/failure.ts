import { NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import { SignInRefused } from '../session/pane-session'

/** Why something could not be done, as the pane shows it. Words of a problem come from the server in the manager's language. */
export type Failure =
  | { kind: 'offline' }
  | { kind: 'signed-out' }
  | { kind: 'problem'; code: string; title: string; detail: string; reference: string }

export function toFailure(error: unknown): Failure {
  if (error instanceof NoConnectionError) return { kind: 'offline' }
  if (error instanceof SignInRefused) return { kind: 'signed-out' }
  if (error instanceof ProblemError) {
    const { code, title, detail, reference } = error.problem
    return { kind: 'problem', code, title, detail: detail === title ? '' : detail, reference }
  }
  return { kind: 'problem', code: 'unexpected', title: '', detail: error instanceof Error ? error.message : String(error), reference: '' }
}
