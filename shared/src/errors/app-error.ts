import type { ErrorCode } from './catalogue'

export interface FieldProblem { path: string; message: string }
export interface AppErrorDetails { detail?: string; errors?: FieldProblem[]; retryAfterSeconds?: number; cause?: unknown }

/** A failure with a name from the catalogue; `detail` is for the person who asked and holds nothing secret. */
export class AppError extends Error {
  readonly detail: string | undefined
  readonly errors: FieldProblem[] | undefined
  readonly retryAfterSeconds: number | undefined
  constructor(readonly code: ErrorCode, { detail, errors, retryAfterSeconds, cause }: AppErrorDetails = {}) {
    super(detail ? `${code}: ${detail}` : code, cause === undefined ? undefined : { cause })
    this.name = 'AppError'
    this.detail = detail
    this.errors = errors
    this.retryAfterSeconds = retryAfterSeconds
  }
}
