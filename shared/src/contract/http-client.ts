import type { z } from 'zod'
import type { Operations } from './operations'
import type { Problem } from './problem'
import type { RouteName } from './routes'

type Body<N extends RouteName> = Operations[N] extends { body: infer B extends z.ZodType } ? z.input<B> : undefined
type Answer<N extends RouteName> = Operations[N]['answer'] extends z.ZodType ? z.output<Operations[N]['answer']> : undefined
export type HttpClient = <N extends RouteName>(name: N, options?: Call<N>) => Promise<Answer<N>>
type Query = Record<string, string | number | boolean | readonly (string | number)[] | undefined | null>

export interface Call<N extends RouteName> { id?: string; body?: Body<N>; query?: Query; ifMatch?: string; signal?: AbortSignal }
/** `routes`: those that this caller asks for: all of them, or what its bundle has to carry. */
export interface ClientOptions { routes: Readonly<Partial<Record<RouteName, string>>>; origin?: string; token?: () => string | null; locale?: () => string; fetch?: typeof fetch; timeoutMs?: number }

/** The server answered, but not with success: its problem, as RFC 9457 says it. `challenge` is its `WWW-Authenticate`: which token it wants instead. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem, readonly retryAfterSeconds: number | null, readonly challenge: string | null = null) { super(problem.title) }
}
/** No answer came: no network, no server, or too late. */
export class NoConnectionError extends Error {}

/** A typed caller of the API; knows nothing of screens. Rejects with ProblemError or NoConnectionError; an abort by `signal` rejects as fetch does. */
export function createHttpClient({ routes, origin = '', token, locale, fetch: send = (...args) => fetch(...args), timeoutMs = 30_000 }: ClientOptions): HttpClient {
  return async function call<N extends RouteName>(name: N, options: Call<N> = {}): Promise<Answer<N>> {
    const [method, path] = (routes[name] ?? '').split(' ') as [string, string]
    const headers: Record<string, string> = { accept: 'application/json' }
    const bearer = token?.()
    if (bearer) headers.authorization = `Bearer ${bearer}`
    if (locale) headers['accept-language'] = locale()
    if (options.ifMatch !== undefined) headers['if-match'] = options.ifMatch
    if (options.body !== undefined) headers['content-type'] = 'application/json'
    const timeout = AbortSignal.timeout(timeoutMs)
    const init: RequestInit = { method, headers, credentials: 'same-origin', signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout }
    if (options.body !== undefined) init.body = JSON.stringify(options.body)
    const response = await send(origin + path.replace('{id}', encodeURIComponent(options.id ?? '')) + queryText(options.query), init).catch((error: unknown) => {
      if (options.signal?.aborted) throw error
      throw new NoConnectionError('no answer', { cause: error })
    })
    if (response.status === 204) return undefined as Answer<N>
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok && answer !== null) return answer as Answer<N>
    const retryAfter = Number(response.headers.get('retry-after'))
    throw new ProblemError(asProblem(answer, response.status), retryAfter > 0 ? retryAfter : null, response.headers.get('www-authenticate'))
  }
}
export type AnswerOf<N extends RouteName> = Answer<N>
export type BodyOf<N extends RouteName> = Body<N>

function queryText(query: Query = {}) {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null && one !== '') params.append(name, String(one))
  }
  return params.size > 0 ? `?${params}` : ''
}

function asProblem(answer: unknown, status: number): Problem {
  if (typeof answer === 'object' && answer !== null && 'code' in answer) return answer as Problem
  return { type: 'about:blank', title: `HTTP ${status}`, status, code: 'unreadable-answer', detail: '', reference: '' }
}
