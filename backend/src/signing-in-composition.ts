import { randomBytes } from 'node:crypto'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Composed } from './composition'
import type { World } from './world'
import { createFirstAdministrator } from './features/access/first-administrator.service'
import { addSessionsRoutes } from './features/access/sessions.routes'
import { createAttempts } from './features/signing-in/attempts.service'
import { createSignInCookies } from './features/signing-in/sign-in-cookies'
import { createSignInPages } from './features/signing-in/sign-in-pages.routes'
import { addSigningInRoutes } from './features/signing-in/signing-in.routes'
import { createSigningIn } from './features/signing-in/signing-in.service'
import type { SigningInNeeds } from './features/signing-in/signing-in.types'
import { createSeals } from './platform/crypto/sealed-text'
import { isFirstAdministratorMissing, signInWaysOf } from './provider-ways'

const sweepMs = 3_600_000

/** How people sign in outside the demo, and the sessions that they have. */
export function composeSigningIn({ composed, world: { config, db, clock, log } }: { composed: Composed; world: World }) {
  const { api, cookieName, identities, invitations, sessions } = composed
  const ways = signInWaysOf(config)
  const firstAdministrator = createFirstAdministrator({ db, clock })
  const firstAdministratorMissing = () => isFirstAdministratorMissing({ config, db })

  const needs: SigningInNeeds = {
    recognise: (identity) => identities.recognise(identity).catch(exceptFor('not-invited', null)),
    async redeem(person, code) {
      if (await firstAdministrator.accept(person, code)) return 'taken'
      return invitations.accept(person.identity, code).then(() => 'taken' as const, exceptFor('invitation-unknown', 'unknown' as const)).catch(exceptFor('identity-bound', 'bound' as const))
    },
    openSession: sessions.open, endSession: sessions.end,
  }
  const seals = createSeals((config.COUNTERPANE_SECRET ?? randomBytes(32).toString('hex')).split(','))
  const signingIn = createSigningIn({ ways, attempts: createAttempts({ db, clock, seals }), needs, clock })
  const cookies = createSignInCookies({ sessionCookie: cookieName, secure: config.PUBLIC_URL.startsWith('https:'), sessionMs: sessions.absoluteMs })
  addSigningInRoutes(api, { signingIn, cookies, demo: config.MODE !== 'production', firstAdministratorMissing })
  addSessionsRoutes(api, { sessions })

  let sweeping: NodeJS.Timeout | undefined
  return {
    routes: createSignInPages({ signingIn, cookies, publicUrl: config.PUBLIC_URL, log, firstAdministratorMissing }),
    start() {
      const sweep = () => void sessions.sweep().catch((error: unknown) => log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'ended sessions were not swept'))
      sweep()
      sweeping = setInterval(sweep, sweepMs).unref()
    },
    close: () => { clearInterval(sweeping); return Promise.resolve() },
  }
}

const exceptFor = <T>(code: AppError['code'], value: T) => (error: unknown): T => {
  if (error instanceof AppError && error.code === code) return value
  throw error
}
