import { parse, serialize } from 'cookie'
import type { Request } from 'express'
import { attemptMs } from './attempts.service'
import type { Visitor } from './signing-in.types'

export interface CookieSettings { sessionCookie: string; secure: boolean; sessionMs: number }

/** The cookies of signing in: of the session, and of the browser that is on its way. `Lax`: the provider sends the browser back from another site. */
export function createSignInCookies({ sessionCookie, secure, sessionMs }: CookieSettings) {
  const attemptCookie = `${sessionCookie}-sign-in`
  const written = (name: string, value: string, maxAgeMs: number) => serialize(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: maxAgeMs / 1_000 })
  return {
    attempt: (browser: string) => written(attemptCookie, browser, attemptMs),
    endOfAttempt: () => written(attemptCookie, '', 0),
    session: (token: string) => written(sessionCookie, token, sessionMs),
    visitor(request: Request): Visitor {
      const cookies = parse(request.headers.cookie ?? '')
      return { browser: cookies[attemptCookie] || null, session: cookies[sessionCookie] || null, userAgent: request.headers['user-agent'] }
    },
  }
}
export type SignInCookies = ReturnType<typeof createSignInCookies>
