import { Router, type Request, type RequestHandler, type Response } from 'express'
import type { z } from 'zod'
import type { Operation } from '@counterpane/shared/contract/operation'
import { operationOf, type Operations } from '@counterpane/shared/contract/operations'
import { mayCall, needsWholeBase, routeAccess } from '@counterpane/shared/contract/route-access'
import { routes, type RouteName } from '@counterpane/shared/contract/routes'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { sightProblems } from '@counterpane/shared/text/sight-problems'
import { checkText, jsonReader, type BodyLimit } from './body'
import type { Authenticate, Caller, Credentials } from './caller'
import { credentialsOf, refuseForeignOrigin } from './credentials'
import { localeOf } from './locale'
import { asSeen } from '../visibility/asked-ids'
import { currentSight } from '../visibility/sight'

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined
type BodyOf<N extends RouteName> = Operations[N] extends { body: infer B } ? Parsed<B> : undefined
type QueryOf<N extends RouteName> = Operations[N] extends { query: infer Q } ? Parsed<Q> : undefined
type AnswerOf<N extends RouteName> = Parsed<Operations[N]['answer']>

export interface Ask<N extends RouteName> {
  caller: Caller; id: string; body: BodyOf<N>; query: QueryOf<N>; ifMatch: string | null; locale: Locale; token: string; request: Request; response: Response
}
/** What a handler gives back when the plain success status and body are not all. */
export interface Reply<T> { status?: number; headers?: Record<string, string>; answer: T }
export type Handler<N extends RouteName> = (ask: Ask<N>) => Promise<Reply<AnswerOf<N>>> | Reply<AnswerOf<N>>
/** `open`: no manager is needed: anybody may ask, or whoever has credentials that the given check does not fail on. `before` comes first of all. */
export interface RouteOptions { limit?: BodyLimit; open?: true | ((credentials: Credentials) => Promise<unknown>); before?: RequestHandler[] }

export interface ApiDeps { authenticate: Authenticate; publicUrl: string; cookieName: string }

/** Binds handlers to the contract's routes: authenticate, parse, call, answer; in this order and for all alike. */
export function createApi({ authenticate, publicUrl, cookieName }: ApiDeps) {
  const router = Router({ caseSensitive: true })
  async function admit(credentials: Credentials | null, open: RouteOptions['open']): Promise<Caller | null> {
    if (open === true) return null
    if (!credentials) throw new AppError('no-session')
    if (open) {
      await open(credentials)
      return null
    }
    const caller = await authenticate(credentials)
    if (!caller) throw new AppError('no-session')
    return caller
  }
  return {
    router,
    on<N extends RouteName>(name: N, handler: Handler<N>, { limit = 'other', open, before = [] }: RouteOptions = {}) {
      const [method, path] = routes[name].split(' ') as ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string]
      const operation = operationOf(name)
      if ((open !== undefined) !== (routeAccess[name] === 'open')) throw new Error(`${name}: who may call it is said differently in route-access`)
      const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
      router[verb](path.replace('{id}', ':id'), ...before, async (request: Request, response: Response) => {
        const credentials = credentialsOf(request, cookieName)
        if (credentials?.via === 'cookie') refuseForeignOrigin(request, publicUrl)
        const caller = await admit(credentials, open)
        if (caller && !mayCall(name, caller.role)) throw new AppError('forbidden')
        if (needsWholeBase.has(name) && currentSight()) throw new AppError('forbidden', { words: sightProblems.wholeBase })
        const plain = { id: idOf(request), body: operation.body ? await readBody(request, response, { operation, limit }) : undefined, query: parse(operation.query, queryOf(request), 'query') }
        const asked = asSeen(plain, { writing: method !== 'GET' })
        const locale = localeOf(request.headers['accept-language']) ?? caller?.locale ?? 'en'
        const ask = { caller: caller as Caller, ...asked, ifMatch: request.headers['if-match'] ?? null, locale, token: credentials?.token ?? '', request, response }
        const reply = await handler(ask as unknown as Ask<N>)
        response.status(reply.status ?? operation.status).set(reply.headers ?? {})
        if (operation.answer === null) response.end()
        else response.type('json').send(JSON.stringify(reply.answer))
      })
    },
  }
}
export type Api = Pick<ReturnType<typeof createApi>, 'on'>

async function readBody(request: Request, response: Response, { operation, limit }: { operation: Operation; limit: BodyLimit }) {
  await new Promise<void>((resolve, reject) => jsonReader(limit)(request, response, (error?: unknown) => (error ? reject(error) : resolve())))
  const given: unknown = request.body
  if (given === undefined) {
    if (Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined) throw new AppError('unsupported-media-type')
    if (!operation.bodyOptional) throw new AppError('invalid-request', { detail: 'The body is missing' })
  }
  checkText(given)
  return parse(operation.body, given ?? {}, 'body')
}

/** Names only come once unless their schema takes many; brackets and dots mean nothing. */
export function queryOf(request: Request) {
  const found: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>
  const at = request.originalUrl.indexOf('?')
  for (const [name, value] of new URLSearchParams(at < 0 ? '' : request.originalUrl.slice(at + 1))) {
    const before = found[name]
    found[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  checkText(found)
  return { ...found }
}

function idOf(request: Request) {
  const id = String(request.params.id ?? '')
  if (id.length > 64 || id.includes('\0')) throw new AppError('not-found')
  return id
}

export function parse<T extends z.ZodType | undefined>(schema: T, value: unknown, what: string): Parsed<T> {
  if (!schema) return undefined as Parsed<T>
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data as Parsed<T>
  const errors = parsed.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.') || what, message: issue.message }))
  throw new AppError('invalid-request', { detail: errors.map((error) => `${error.path}: ${error.message}`).slice(0, 3).join('; '), errors })
}
