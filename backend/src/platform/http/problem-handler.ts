import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, Request, Response } from 'express'
import { AppError } from '@counterpane/shared/errors/app-error'
import { catalogue, type ErrorCode } from '@counterpane/shared/errors/catalogue'
import { problemTexts } from '@counterpane/shared/text/problems'
import type { Problem } from '@counterpane/shared/contract/problem'
import type { Log } from '../log/logger'
import { describeError } from '../log/describe-error'
import { databaseErrorOf } from './database-errors'
import { localeOf } from './locale'

/** Every failure leaves the house as RFC 9457 problem JSON in the reader's language; what is ours to know goes to the log under its reference. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const failure = toAppError(error)
    const reference = randomUUID().slice(0, 8)
    const { status } = catalogue[failure.code]
    if (status >= 500) log.error({ reference, code: failure.code, method: request.method, path: request.path, error: describeError(error) }, 'request failed')
    else log.debug({ reference, code: failure.code, method: request.method, path: request.path }, 'request refused')
    sendProblem(request, response, { failure, reference })
  }
}

function sendProblem(request: Request, response: Response, { failure, reference }: { failure: AppError; reference: string }) {
  const { status } = catalogue[failure.code]
  const locale = localeOf(request.headers['accept-language']) ?? 'en'
  const text = problemTexts[locale][failure.code]
  const told = failure.words?.[locale] ?? failure.detail
  const problem: Problem = {
    type: `about:blank#${failure.code}`, title: text.title, status, code: failure.code, detail: told ? `${told}. ${text.advice}` : text.advice, reference,
    ...(failure.errors && { errors: failure.errors.map(({ words, ...error }) => ({ ...error, message: words?.[locale] ?? (told && error.message === failure.detail ? told : error.message) })) }),
  }
  if (failure.challenge || status === 401) response.set('WWW-Authenticate', failure.challenge ?? 'Bearer')
  const retryAfter = failure.retryAfterSeconds ?? (failure.code === 'database-busy' ? 5 : undefined)
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter))
  response.status(status).type('application/problem+json').send(JSON.stringify(problem))
}

const bodyErrors: Record<string, ErrorCode> = {
  'entity.too.large': 'too-large', 'entity.parse.failed': 'malformed-json', 'encoding.unsupported': 'unsupported-media-type', 'charset.unsupported': 'unsupported-media-type',
  'request.size.invalid': 'invalid-request', 'request.aborted': 'invalid-request', 'entity.verify.failed': 'invalid-request', 'parameters.too.many': 'invalid-request',
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  // The JSON reader's errors carry the raw body: only their kind is looked at, nothing of them is passed on.
  const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : ''
  if (bodyErrors[type]) return new AppError(bodyErrors[type])
  if (error instanceof URIError) return new AppError('not-found')
  return databaseErrorOf(error) ?? new AppError('internal', { cause: error })
}
