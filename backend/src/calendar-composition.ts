import { Router } from 'express'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { CalendarProvider } from '@counterpane/shared/contract/calendar'
import { createGoogleCalendar, type GoogleCalendarSettings } from './adapters/google/google-calendar'
import { createGoogleConsent } from './adapters/google/google-consent-flow'
import { createGraphCalendar, type GraphSettings } from './adapters/graph/graph-calendar'
import type { Composed } from './composition'
import type { World } from './world'
import type { ComposedFiles } from './files-composition'
import { createFarewell } from './features/calendar-sync/bell-farewell'
import { createBellsRoutes } from './features/calendar-sync/bells.routes'
import { assertHeld } from './features/calendar-sync/holds.repository'
import { createMatchSide } from './features/calendar-sync/matched-side'
import { createSyncRound } from './features/calendar-sync/sync-round.service'
import { createSyncWorker } from './features/calendar-sync/sync-worker'
import { createPromoteWaiting, createRematchWaiting } from './features/calendar-sync/waiting-promotion.service'
import { addCalendarsRoutes } from './features/calendars/calendars.routes'
import { createCalendarAccess, createResealing } from './features/calendars/calendar-access.repository'
import { addGoogleConsent } from './features/calendars/google-consent.routes'
import { addMeetingDetailsRoutes } from './features/calendars/meeting-details.routes'
import { createMeetingDetailsRepository } from './features/calendars/meeting-details.repository'
import { createMeetingDetails } from './features/calendars/meeting-details.service'
import { createWaitingRepository } from './features/calendars/waiting.repository'
import { addWaitingRoutes } from './features/calendars/waiting.routes'
import { createWaiting, type WaitingDeps } from './features/calendars/waiting.service'
import type { ContactRecord } from './features/contacts/contact-record'
import { changeContacts, insertContacts, markUndone, updateContact } from './features/contacts/contact-writes.repository'
import { presentContact } from './features/contacts/contacts.presenter'
import { wordsSeen } from './platform/words-seen'
import { createContactsRepository } from './features/contacts/contacts.repository'
import { createHeldByItself } from './features/contacts/many-outcomes.service'
import { createOwnAppointmentsRepository } from './features/own-appointments/own-appointments.repository'
import { addOwnAppointmentsRoutes } from './features/own-appointments/own-appointments.routes'
import { createOwnAppointments } from './features/own-appointments/own-appointments.service'
import { createWriteAppointments } from './features/own-appointments/write-appointments'
import { createRegisteringRepository } from './features/registering/registering.repository'
import { createEvidenceRepository } from './features/sidebar/evidence.repository'
import { createOwnSideRepository } from './features/sidebar/own-side.repository'
import { describeError } from './platform/log/describe-error'
import { createSeals } from './platform/crypto/sealed-text'
import type { CalendarSource } from './ports/calendar-source'
import type { OwnCalendar } from './ports/own-calendar'
import { ProviderFailure } from './ports/provider-failure'

/** Whose calendars the settings let us read; null: none of theirs. */
export interface CalendarProviders { graph: GraphSettings | null; google: GoogleCalendarSettings | null }
export interface CalendarsDeps { composed: Composed; files: ComposedFiles; world: World; secrets: readonly string[]; providers: CalendarProviders }

type ShowContact = WaitingDeps['showContact']
const day = 86_400_000

/** Calendars become planned contacts: the provider's adapters, the rounds, the bells, and what people see of them. */
export function composeCalendars({ composed, files, world, secrets, providers }: CalendarsDeps) {
  const { config, db, clock, log } = world
  const { api } = composed
  const adapters = { graph: providers.graph && createGraphCalendar({ settings: providers.graph, clock }), google: providers.google && createGoogleCalendar({ settings: providers.google, clock }) }
  const sourceOf = (provider: CalendarProvider): CalendarSource => {
    const adapter = adapters[provider]
    if (!adapter) throw new ProviderFailure('not-configured')
    return adapter.source
  }
  const ownCalendarOf = (provider: CalendarProvider): OwnCalendar => {
    const adapter = adapters[provider]
    if (!adapter) throw new ProviderFailure('not-configured')
    return adapter.own
  }
  const providerOf = (managerId: string) => db.sql.first<{ provider: CalendarProvider }>('SELECT provider FROM CalendarMailbox WHERE managerId = ?', [managerId])?.provider ?? 'graph'
  const seals = createSeals(secrets)
  const accessOf = createCalendarAccess({ db, seals })
  const policy = files.calendarPolicy
  const ownSide = createOwnSideRepository(db)
  const evidence = createEvidenceRepository(db)
  // Who was erased is no guest that a calendar may bring back.
  const exact: typeof evidence.exact = (keys, managerId) => {
    const found = evidence.exact(keys, managerId)
    const erased = [...keys.main, ...keys.others].filter((key) => composed.suppressions.suppressedAt(key) !== null)
    return erased.length > 0 ? { ...found, blocked: new Set([...found.blocked, ...erased]) } : found
  }
  const matchSide = createMatchSide({ exact, own: () => ownSide.get() })
  const writing = { insertContacts, changeContacts, firmFor: createRegisteringRepository(db).firmFor }
  const round = createSyncRound({
    db, clock, log, sourceOf, accessOf, policy,
    windowAt: (now) => ({ from: now.getTime() - config.SYNC_WINDOW_PAST_DAYS * day, to: now.getTime() + config.SYNC_WINDOW_FUTURE_DAYS * day }),
    matchSide, contacts: writing,
  })
  const contacts = createContactsRepository(db)
  const appointments = createOwnAppointmentsRepository(db)
  const writeAppointments = createWriteAppointments({ db, clock, log, repository: appointments, accessOf, ownCalendarOf: (managerId) => ownCalendarOf(providerOf(managerId)) })
  const reseal = createResealing({ db, seals })
  const heldByItself = createHeldByItself({ db, contacts, clock })
  const worker = createSyncWorker({
    db, clock, log, round, sourceOf, accessOf, bellUrls: bellUrlsOf(config.PUBLIC_URL), pollSeconds: config.SYNC_POLL_SECONDS, chores: [(managerId, hold) => writeAppointments({ managerId, assertHeld: (tx) => assertHeld(tx, hold) })],
    housekeeping: [async () => void (await heldByItself(policy().heldAfterDays)), async () => void (await reseal())],
  })
  const wake = () => worker.wake()
  addCalendarsRoutes(api, { db, clock, wake, isConfigured: (provider) => adapters[provider] !== null, farewell: createFarewell({ db, log, sourceOf, accessOf }) })
  const routes = Router()
  routes.use(addGoogleConsent(api, { db, clock, log, seals, publicUrl: config.PUBLIC_URL, consent: providers.google && createGoogleConsent({ settings: providers.google }), policy, wake, authenticate: composed.authenticate, cookieName: composed.cookieName }))
  routes.use(createBellsRoutes({ db, clock, log, wake }))
  const show: ShowContact = (id, viewer) => {
    const contact = contacts.find(id)
    if (!contact) throw new AppError('not-found')
    return presentContact(contact, { callerId: viewer.caller.id, locale: viewer.locale, now: clock.now() })
  }
  const meetingDetails = createMeetingDetails({
    db, clock, details: createMeetingDetailsRepository(db), findContact: contacts.find, maySeeWords: (contact, callerId) => wordsSeen(contact as ContactRecord, callerId) !== 'none',
    updateContact, markUndone,
  })
  addMeetingDetailsRoutes(api, { service: meetingDetails, showContact: show })
  const waiting = createWaiting({ db, waiting: createWaitingRepository(db), promote: createPromoteWaiting({ db, clock, contacts: writing }), counterpartyOf: createRegisteringRepository(db).counterpartyOf, showContact: show })
  addWaitingRoutes(api, { service: waiting })
  const ownAppointments = createOwnAppointments({ db, clock, repository: appointments, policy, findContact: contacts.find, wake })
  addOwnAppointmentsRoutes(api, { service: ownAppointments, showContact: show })
  composed.signals.contactsChanged.listen((id) => void ownAppointments.follow(id).catch((error: unknown) => log.error({ error: describeError(error) }, 'an appointment could not follow its contact')))
  const rematchWaiting = createRematchWaiting({ db, clock, matchSide, contacts: writing })
  composed.signals.addressesGained.listen((keys) => void rematchWaiting(keys).catch((error: unknown) => log.error({ error: describeError(error) }, 'waiting meetings could not be matched again')))
  return { routes, worker, policy, meetingDetails, waiting, ownAppointments }
}
export type ComposedCalendars = ReturnType<typeof composeCalendars>

/** Providers ring at https addresses; on this machine itself, so that local servers can, at plain ones too. */
function bellUrlsOf(publicUrl: string) {
  const { protocol, hostname } = new URL(publicUrl)
  const reachable = protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  return (provider: CalendarProvider) => {
    if (!reachable) return null
    if (provider === 'google') return { url: `${publicUrl}/webhooks/google-calendar`, lifecycleUrl: '' }
    return { url: `${publicUrl}/webhooks/graph`, lifecycleUrl: `${publicUrl}/webhooks/graph/lifecycle` }
  }
}
