import { Router, type Request, type Response } from 'express'
import { fileRoutes } from '@counterpane/shared/contract/bytes-routes'
import type { Locale } from '@counterpane/shared/domain/codes'
import { bytesAccess, needsWholeBase } from '@counterpane/shared/contract/route-access'
import { AppError } from '@counterpane/shared/errors/app-error'
import { sightProblems } from '@counterpane/shared/text/sight-problems'
import type { ApiDeps } from './api'
import type { Caller } from './caller'
import { credentialsOf, refuseForeignOrigin } from './credentials'
import { localeOf } from './locale'
import { asSeen } from '../visibility/asked-ids'
import { currentSight } from '../visibility/sight'

export interface FileAsk { caller: Caller; id: string; locale: Locale; request: Request; response: Response }
/** Reads the request and writes the answer itself: its bytes may be too many to be held at once. */
export type FileHandler = (ask: FileAsk) => Promise<void>

/** Binds handlers to the contract's routes of bytes, with the same callers and the same defence as the JSON ones (`api.ts`). */
export function createFileRoutes({ authenticate, publicUrl, cookieName }: ApiDeps) {
  const router = Router({ caseSensitive: true })
  return {
    router,
    on(name: keyof typeof fileRoutes, handler: FileHandler) {
      const [method, path] = fileRoutes[name].split(' ') as ['GET' | 'PUT' | 'POST', string]
      router[method.toLowerCase() as 'get' | 'put' | 'post'](path.replace('{id}', ':id'), async (request: Request, response: Response) => {
        endSlowly(request, response)
        const credentials = credentialsOf(request, cookieName)
        if (credentials?.via === 'cookie') refuseForeignOrigin(request, publicUrl)
        const caller = credentials && (await authenticate(credentials))
        if (!caller) throw new AppError('no-session')
        if (caller.role === 'manager' && bytesAccess[name] !== 'manager') throw new AppError('forbidden')
        if (needsWholeBase.has(name) && currentSight()) throw new AppError('forbidden', { words: sightProblems.wholeBase })
        const id = asSeen(String(request.params.id ?? ''), { writing: method !== 'GET' })
        if (id.length > 64 || id.includes('\0')) throw new AppError('not-found')
        await handler({ caller, id, locale: localeOf(request.headers['accept-language']) ?? caller.locale ?? 'en', request, response })
      })
    },
  }
}
export type FileRoutes = Pick<ReturnType<typeof createFileRoutes>, 'on'>

/** How long a sender who was refused in the middle may go on talking. */
const lingerMs = 5_000

/**
 * A refusal is said while bytes are still arriving. Hanging up at once would make many senders see a broken line instead of the answer; so what
 * still comes is thrown away for a moment, and then the line is cut.
 */
function endSlowly(request: Request, response: Response) {
  response.once('finish', () => {
    if (request.complete || request.destroyed) return
    const cut = setTimeout(() => request.socket.destroy(), lingerMs).unref()
    request.once('end', () => clearTimeout(cut)).once('close', () => clearTimeout(cut))
  })
}

/** The bytes of a request that says it is a file; compressed ones are refused, so that no bomb unfolds. Leaving early keeps the line open for the answer. */
export function bytesOf(request: Request): AsyncIterable<Buffer> {
  if (!request.is('application/octet-stream') || (request.headers['content-encoding'] ?? 'identity') !== 'identity') throw new AppError('unsupported-media-type')
  return request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
}
