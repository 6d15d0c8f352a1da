import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, MemoryStore, rateLimit, type Options } from 'express-rate-limit'
import { AppError } from '@counterpane/shared/errors/app-error'
import { sha256 } from '../crypto/digest'

interface Limit { perMinute: number; keyOf: (request: Request) => string }

function limited({ perMinute, keyOf }: Limit): RequestHandler {
  return rateLimit({
    windowMs: 60_000, limit: perMinute, standardHeaders: false, legacyHeaders: false, keyGenerator: keyOf, validate: { xForwardedForHeader: false },
    handler: (_request, _response, next) => next(new AppError('too-many-requests', { retryAfterSeconds: 60 })),
  })
}

const byAddress = (request: Request) => ipKeyGenerator(request.socket.remoteAddress ?? 'unknown')
const byCaller = (request: Request) => {
  const token = request.headers.authorization ?? request.headers.cookie
  return token === undefined ? byAddress(request) : sha256(token)
}

/** Against guessing of sign-ins, by the address of the connection: headers that a caller may invent count for nothing. */
export const limitSignIn = () => limited({ perMinute: 120, keyOf: byAddress })
/** Against guessing of a letter's ticket, and against bodies of strangers. */
export const limitSent = () => limited({ perMinute: 600, keyOf: byAddress })
/** Against harvesting the client base by its search; a person who types quickly stays far below. */
export const limitSearch = () => limited({ perMinute: 1_200, keyOf: byCaller })

/** For callers who are known only after their request was read, by a key that was proven. Fails with `too-many-requests`. */
export function createProvenLimit(perMinute: number): (key: string) => Promise<void> {
  const store = new MemoryStore()
  store.init({ windowMs: 60_000 } as Options)
  return async (key) => {
    if ((await store.increment(key)).totalHits > perMinute) throw new AppError('too-many-requests', { retryAfterSeconds: 60 })
  }
}
