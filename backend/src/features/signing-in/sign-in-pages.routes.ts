import express, { Router, type Request, type Response } from 'express'
import { AppError } from '@counterpane/shared/errors/app-error'
import { refuseForeignOrigin } from '../../platform/http/credentials'
import { localeOf } from '../../platform/http/locale'
import { limitSignIn } from '../../platform/http/rate-limits'
import { pageHeaders } from '../../platform/http/security-headers'
import type { Log } from '../../platform/log/logger'
import type { SignInCookies } from './sign-in-cookies'
import { drawSignIn, statusOfSignIn } from './sign-in.page'
import { backOf } from './attempt-contents'
import type { SigningIn } from './signing-in.service'
import type { Outcome } from './signing-in.types'

export interface SignInPagesDeps { signingIn: SigningIn; cookies: SignInCookies; publicUrl: string; log: Pick<Log, 'info' | 'warn'>; firstAdministratorMissing: () => boolean }

/** GET /sign-in/{provider} leads to the provider, GET /sign-in/callback is where it sends the browser back, POST /sign-in/code takes a code from somebody who is proven and not known. */
export function createSignInPages({ signingIn, cookies, publicUrl, log, firstAdministratorMissing }: SignInPagesDeps): Router {
  const router = Router({ caseSensitive: true })

  function answer(request: Request, response: Response, outcome: Outcome) {
    note(outcome)
    if (outcome.kind === 'signed-in') return response.set('Set-Cookie', [cookies.session(outcome.token), cookies.endOfAttempt()]).redirect(303, `/journal/${outcome.back}`)
    response.set('Set-Cookie', outcome.kind === 'stranger' ? cookies.attempt(outcome.browser) : cookies.endOfAttempt())
    const locale = localeOf(request.headers['accept-language']) ?? 'en'
    response.status(statusOfSignIn(outcome)).type('html').send(drawSignIn(outcome, { locale, publicUrl, firstAdministrator: firstAdministratorMissing() }))
  }
  function note(outcome: Outcome) {
    const event = { event: 'sign-in', outcome: outcome.kind, provider: outcome.way?.provider ?? null }
    if (outcome.kind === 'signed-in') return log.info({ ...event, managerId: outcome.managerId }, 'a manager signed in')
    const security = ['stale', 'other-browser', 'refused', 'bound'].includes(outcome.kind)
    log.warn({ ...event, ...('reason' in outcome && { reason: outcome.reason }), ...(security && { security }) }, 'a sign-in did not come about')
  }

  const path = '/sign-in/:way'
  // Express answers HEAD by GET: whoever only looks at a link must not use it up.
  router.head(path, (_request, response) => { response.status(405).set('Allow', 'GET').end() })
  router.use('/sign-in', limitSignIn(), pageHeaders(), (_request, response, next) => {
    // Of this page's address, which holds the provider's code, nobody hears more than the host. Without even that a browser would say `Origin: null` when the form is sent.
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'strict-origin' })
    next()
  })
  router.get('/sign-in/callback', async (request, response) => {
    const query = answerOf(request)
    answer(request, response, await signingIn.comeBack({ state: query.get('state') ?? '', query }, cookies.visitor(request)))
  })
  router.post('/sign-in/code', express.urlencoded({ extended: false, limit: 8_192, parameterLimit: 10 }), async (request, response) => {
    refuseForeignOrigin(request, publicUrl)
    const { ticket, code } = (request.body ?? {}) as Record<string, unknown>
    if (typeof ticket !== 'string' || typeof code !== 'string') throw new AppError('invalid-request')
    answer(request, response, await signingIn.bringCode({ ticket, code: code.slice(0, 200) }, cookies.visitor(request)))
  })
  router.get(path, async (request, response) => {
    const query = queryOf(request)
    const back = query.get('back')
    const way = { provider: request.params.way === 'google' ? 'google' as const : 'entra' as const, organisation: query.get('organisation') }
    if (!['google', 'entra'].includes(request.params.way ?? '')) throw new AppError('not-found')
    try {
      const { url, browser } = await signingIn.begin({ ...way, code: null, back, otherAccount: query.has('other') })
      response.set('Set-Cookie', cookies.attempt(browser)).redirect(302, url)
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== 'not-found' && error.code !== 'provider-unavailable')) throw error
      const found = error.code === 'provider-unavailable'
      answer(request, response, { kind: found ? 'unavailable' : 'not-set-up', way: found ? way : null, back: backOf(back) })
    }
  })
  return router
}

function queryOf(request: Request): URLSearchParams {
  const at = request.originalUrl.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : request.originalUrl.slice(at + 1))
}

/** What providers write, each name once and no longer than they write it: anything else counts as not there. */
function answerOf(request: Request): URLSearchParams {
  const given = queryOf(request)
  const once = ['code', 'state', 'iss', 'error'].flatMap((name) => {
    const [value, second] = given.getAll(name)
    return value !== undefined && second === undefined && value.length <= 4_096 ? [[name, value]] : []
  })
  return new URLSearchParams(once as [string, string][])
}
