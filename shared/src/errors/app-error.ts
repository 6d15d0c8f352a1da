import type { ErrorCode } from './catalogue'

export interface FieldProblem { path: string; message: string }
/** `challenge`: what `WWW-Authenticate` says beside a refused token, so that the caller knows which one to bring. */
export interface AppErrorDetails { detail?: string; errors?: FieldProblem[]; retryAfterSeconds?: number; challenge?: string; cause?: unknown }

/** A failure with a name from the catalogue; `detail` is for the person who asked and holds nothing secret. */
export class AppError extends Error {
  readonly detail: string | undefined
  readonly errors: FieldProblem[] | undefined
  readonly retryAfterSeconds: number | undefined
  readonly challenge: string | undefined
  constructor(readonly code: ErrorCode, { detail, errors, retryAfterSeconds, challenge, cause }: AppErrorDetails = {}) {
    super(detail ? `${code}: ${detail}` : code, cause === undefined ? undefined : { cause })
    this.name = 'AppError'
    this.detail = detail
    this.errors = errors
    this.retryAfterSeconds = retryAfterSeconds
    this.challenge = challenge
  }
}
