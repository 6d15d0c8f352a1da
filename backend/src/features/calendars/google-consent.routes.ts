import { Router, type Request } from 'express'
import type { CalendarPolicy } from '@counterpane/shared/contract/calendar'
import type { Seals } from '../../platform/crypto/sealed-text'
import type { Db } from '../../platform/db/database'
import type { Api } from '../../platform/http/api'
import type { Authenticate } from '../../platform/http/caller'
import { credentialsOf } from '../../platform/http/credentials'
import { localeOf } from '../../platform/http/locale'
import { limitSignIn } from '../../platform/http/rate-limits'
import { pageHeaders } from '../../platform/http/security-headers'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import type { GoogleConsent } from '../../ports/google-consent'
import { drawOutcome, statusOf } from './google-consent.page'
import { createGoogleConsentService, type CameBack } from './google-consent.service'

export interface ConsentDeps {
  db: Db; clock: Clock; log: Log; seals: Seals; publicUrl: string; consent: GoogleConsent | null; policy(): CalendarPolicy; wake(): void
  /** Who is signed in in a browser that comes back. */
  authenticate: Authenticate; cookieName: string
}

const path = '/google/consent'

/** connectCalendar of the API, and the page to which Google sends the manager back: GET /google/consent?code&state, then on to the journal. */
export function addGoogleConsent(api: Api, { log, publicUrl, authenticate, cookieName, ...deps }: ConsentDeps): Router {
  const service = createGoogleConsentService({ ...deps, redirectUri: publicUrl + path })
  api.on('connectCalendar', async ({ caller, id, locale }) => ({ answer: { url: await service.begin({ callerId: caller.id, managerId: id, locale }) } }))

  const router = Router({ caseSensitive: true })
  // Express answers HEAD by GET: whoever only looks at the link must not use it up.
  router.head(path, (_request, response) => { response.status(405).set('Allow', 'GET').end() })
  router.get(path, limitSignIn(), pageHeaders(), async (request, response) => {
    const credentials = credentialsOf(request, cookieName)
    const caller = credentials && (await authenticate(credentials).catch(() => null))
    const outcome = await service.comeBack(cameBack(request, caller?.id ?? null))
    if (statusOf(outcome) !== 200) log.warn({ outcome: outcome.kind, managerId: outcome.managerId }, 'a calendar was not connected')
    const locale = localeOf(request.headers['accept-language']) ?? caller?.locale ?? 'en'
    response.status(statusOf(outcome)).set('Cache-Control', 'no-store').type('html').send(drawOutcome(outcome, { locale, journalUrl: `${publicUrl}/journal/#/calendars` }))
  })
  return router
}

/** What stands twice, or is longer than Google writes it, counts as not there. */
function cameBack(request: Request, callerId: string | null): CameBack {
  const at = request.originalUrl.indexOf('?')
  const query = new URLSearchParams(at < 0 ? '' : request.originalUrl.slice(at + 1))
  const only = (name: string) => {
    const [value, second] = query.getAll(name)
    return value && second === undefined && value.length <= 2_048 ? value : null
  }
  return { state: only('state') ?? '', code: query.has('error') ? null : only('code'), callerId }
}
