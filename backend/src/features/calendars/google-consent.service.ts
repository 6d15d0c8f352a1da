import { createHash, randomBytes } from 'node:crypto'
import type { CalendarPolicy } from '@counterpane/shared/contract/calendar'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { consentRefusalTexts } from '@counterpane/shared/text/consent-page'
import { sha256 } from '../../platform/crypto/digest'
import type { Seals } from '../../platform/crypto/sealed-text'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Clock } from '../../ports/clock'
import type { ConsentGiven, GoogleConsent } from '../../ports/google-consent'
import { ProviderFailure } from '../../ports/provider-failure'
import { tokenContext } from './calendar-access.repository'
import { beginJourney, createGoogleConsentRepository, endJourney, keepConsent } from './google-consent.repository'

const journeyMs = 10 * 60_000
const auth = 'https://www.googleapis.com/auth/'
const readScope = `${auth}calendar.events.readonly`
const writeScope = `${auth}calendar.events.owned`
/** Whose account it is has to be known: otherwise a link sent to a colleague would bring their calendar to its sender. */
const identityScopes = ['openid', 'email']
const enoughToRead = new Set([readScope, writeScope, ...['calendar', 'calendar.readonly', 'calendar.events', 'calendar.events.owned.readonly'].map((name) => auth + name)])
const enoughToWrite = new Set([writeScope, `${auth}calendar`, `${auth}calendar.events`])

/** What the page says; the words stand in the catalogue under the same names. */
export type Outcome =
  | { kind: 'connected' | 'readingOnly' | 'declined' | 'stale' | 'otherManager' | 'notSetUp' | 'unticked' | 'again' | 'unavailable' | 'settings'; managerId: string | null }
  | { kind: 'otherAccount'; managerId: string; mailbox: string; email: string }
  | { kind: 'unknownAccount'; managerId: string; mailbox: string }
/** `callerId`: who is signed in in this browser; null: nobody. */
export interface CameBack { state: string; code: string | null; callerId: string | null }

export interface GoogleConsentDeps { db: Db; clock: Clock; seals: Seals; consent: GoogleConsent | null; redirectUri: string; policy(): CalendarPolicy; wake(): void }

/** A manager lets us read their Google calendar: there and back, once and within ten minutes. */
export function createGoogleConsentService({ db, clock, seals, consent, redirectUri, policy, wake }: GoogleConsentDeps) {
  const repository = createGoogleConsentRepository(db)

  /** The address of Google's page. */
  async function begin({ callerId, managerId, locale }: { callerId: string; managerId: string; locale: Locale }): Promise<string> {
    if (callerId !== managerId) throw new AppError('forbidden')
    if (!consent) throw new AppError('conflict', { detail: consentRefusalTexts[locale].byOrganisation })
    const there = repository.mailboxOf(managerId)
    if (!there) throw new AppError('conflict', { detail: consentRefusalTexts[locale].notGoogle })
    const state = randomBytes(32).toString('base64url')
    const verifier = randomBytes(48).toString('base64url')
    const now = clock.now()
    await db.write((tx) => beginJourney(tx, { stateHash: sha256(state), managerId, sealedVerifier: seals.seal(verifier, verifierContext(managerId)), expiresAt: new Date(now.getTime() + journeyMs) }, now))
    const scopes = [...identityScopes, readScope, ...(policy().putInCalendar ? [writeScope] : [])]
    return consent.pageFor({ state, codeChallenge: createHash('sha256').update(verifier).digest('base64url'), redirectUri, scopes, hint: there.mailbox })
  }

  async function comeBack({ state, code, callerId }: CameBack): Promise<Outcome> {
    const journey = await db.write((tx) => endJourney(tx, sha256(state), clock.now()))
    if (!journey || !consent) return { kind: 'stale', managerId: null }
    const { managerId } = journey
    if (callerId !== null && callerId !== managerId) return { kind: 'otherManager', managerId }
    if (code === null) return { kind: 'declined', managerId }
    const codeVerifier = seals.open(journey.sealedVerifier, verifierContext(managerId))
    if (codeVerifier === null) return { kind: 'stale', managerId }
    const there = repository.mailboxOf(managerId)
    if (!there) return { kind: 'notSetUp', managerId }
    try {
      return await keep({ managerId, mailbox: there.mailbox, isHere: callerId !== null }, await consent.exchange(code, { codeVerifier, redirectUri }))
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error
      return { kind: error.code === 'rejected' ? 'stale' : error.code === 'consent-missing' ? 'again' : error.code === 'not-configured' ? 'settings' : 'unavailable', managerId }
    }
  }

  async function keep({ managerId, mailbox, isHere }: { managerId: string; mailbox: string; isHere: boolean }, { refreshToken, scopes, email }: ConsentGiven): Promise<Outcome> {
    if (!scopes.some((scope) => enoughToRead.has(scope))) return { kind: 'unticked', managerId }
    if (email === null && !isHere) return { kind: 'unknownAccount', managerId, mailbox }
    if (email !== null && email.toLowerCase() !== mailbox.toLowerCase()) return { kind: 'otherAccount', managerId, mailbox, email }
    const now = clock.now()
    const kept = await db.write(async (tx) => {
      const done = await keepConsent(tx, { managerId, mailbox, sealedToken: seals.seal(refreshToken, tokenContext(managerId)), grantedScopes: scopes.join(' '), now })
      if (done) await writeAudit(tx, { managerId, noun: 'calendar', nounId: managerId, action: 'connected', at: now })
      return done
    })
    if (!kept) return { kind: 'notSetUp', managerId }
    wake()
    const mayNotWrite = policy().putInCalendar && !scopes.some((scope) => enoughToWrite.has(scope))
    return { kind: mayNotWrite ? 'readingOnly' : 'connected', managerId }
  }
  return { begin, comeBack }
}

const verifierContext = (managerId: string) => `calendar-consent:${managerId}`
