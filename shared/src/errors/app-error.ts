import type { Locale } from '../domain/codes'
import type { ErrorCode } from './catalogue'

/** A text of each language that readers have. */
export type Words = Record<Locale, string>
/** `words`: the message in the reader's language, where a field has its own. */
export interface FieldProblem { path: string; message: string; words?: Words }
/** `words`: `detail` in the reader's language, and of `errors` the message of each that says the same. `challenge`: what `WWW-Authenticate` says beside a refused token, so that the caller knows which one to bring. */
export interface AppErrorDetails { detail?: string; words?: Words; errors?: FieldProblem[]; retryAfterSeconds?: number; challenge?: string; cause?: unknown }

/** A failure with a name from the catalogue; `detail` is for the person who asked and holds nothing secret. */
export class AppError extends Error {
  readonly detail: string | undefined
  readonly words: Words | undefined
  readonly errors: FieldProblem[] | undefined
  readonly retryAfterSeconds: number | undefined
  readonly challenge: string | undefined
  constructor(readonly code: ErrorCode, { words, detail = words?.en, errors, retryAfterSeconds, challenge, cause }: AppErrorDetails = {}) {
    super(detail ? `${code}: ${detail}` : code, cause === undefined ? undefined : { cause })
    this.name = 'AppError'
    this.detail = detail
    this.words = words
    this.errors = errors
    this.retryAfterSeconds = retryAfterSeconds
    this.challenge = challenge
  }
}
