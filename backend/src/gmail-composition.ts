import type { Router } from 'express'
import { createGmailMessageSource } from './adapters/google/gmail-message-source'
import { createGoogleTokenVerifier } from './adapters/google/token-verifier'
import type { ComposedCalendars } from './calendar-composition'
import type { Composed } from './composition'
import type { ComposedFiles } from './files-composition'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Locale } from '@counterpane/shared/domain/codes'
import { presentCounterparty, presentPerson } from './features/clients/clients.presenter'
import { presentContact } from './features/contacts/contacts.presenter'
import { createGmailAddonRoutes } from './features/gmail-addon/gmail-addon.routes'
import type { GmailAddonNeeds, GooglePerson } from './features/gmail-addon/gmail-addon.needs'
import { presentTask } from './features/tasks/tasks.presenter'
import type { Caller } from './platform/http/caller'
import type { ProvenIdentity } from './ports/identity-verifier'

/** Whom Google's tokens must name, and where Google is. */
export interface GoogleSettings { clientId: string; serviceAccount: string; certsUrl?: string; apiRoot?: string }
export interface GmailDeps { composed: Composed; files: ComposedFiles; calendars: ComposedCalendars; google: GoogleSettings; publicUrl: string; secrets: readonly string[] }

/** Google's `sub` is unique among all its accounts, so its issuer stands where Entra has a tenant. */
const toIdentity = ({ sub, email, issuedAt }: GooglePerson): ProvenIdentity =>
  ({ provider: 'google', tenant: 'accounts.google.com', subject: sub, vouchedAddress: email, issuedAt })

/** The Gmail add-on over the same use cases as the pane. */
export function composeGmail({ composed, files, calendars, google, publicUrl, secrets }: GmailDeps): Router {
  const { identities, invitations, managers, profile, clock, log, services } = composed
  const localeOf = (caller: Caller): Locale => caller.locale ?? 'en'
  const viewerOf = (caller: Caller, locale = localeOf(caller)) => ({ caller, callerId: caller.id, locale, now: clock.now() })
  const showTask = (task: Parameters<typeof presentTask>[0], { id }: Caller) => presentTask(task, { now: clock.now(), callerId: id })
  const showContact = (contact: Parameters<typeof presentContact>[0], caller: Caller) => presentContact(contact, viewerOf(caller))

  const needs: GmailAddonNeeds = {
    verifyGoogleToken: createGoogleTokenVerifier({ certsUrl: google.certsUrl }),
    findManagerByGoogle: (person) => identities.recognise(toIdentity(person)).then((caller) => { composed.sights.narrowTo(caller); return caller }, (error: unknown) => {
      if (error instanceof AppError && error.code === 'not-invited') return null
      throw error
    }),
    async acceptInvitation(person, code) {
      await invitations.accept(toIdentity(person), code)
      return identities.recognise(toIdentity(person))
    },
    openMail: createGmailMessageSource({ apiRoot: google.apiRoot }),
    askSidebar: (caller, message, locale) => services.sidebar.ask(message, viewerOf(caller, locale)),
    registerMessage: (caller, body) => services.registering.register(body, viewerOf(caller)),
    registerMany: (caller, body, locale) => services.registerMany(body, viewerOf(caller, locale)),
    undoContact: (caller, id) => services.contacts.undo(caller, id),
    excludeMessage: (caller, body) => services.exclude(caller, body),
    followConversation: (caller, body) => services.follow(caller, body),
    changeClient: (caller, id, counterpartyId) => services.contacts.patch(caller, id, { body: { counterpartyId, personIds: [] }, ifMatch: '*' }),
    rememberChoice: (caller, body) => services.choices.remember(caller, body),
    createSendOrder: (caller, letter) => services.sendOrders.create(caller, letter),

    getContact: (caller, id) => showContact(services.contacts.get(id), caller),
    listContacts(caller, filter, limit) {
      const page = services.listContacts(filter, limit, viewerOf(caller))
      return { items: page.contacts.map((contact) => showContact(contact, caller)), nextCursor: page.nextCursor }
    },
    listOriginals: (caller, id) => files.originals.list(caller, id),
    createContact: async (caller, body) => showContact(await services.contacts.create(caller, body), caller),
    planNext: async (caller, id, body) => showContact(await services.contacts.planNext(caller, id, body), caller),
    recordOutcome: async (caller, id, body) => showContact(await services.contacts.recordOutcome(caller, id, body), caller),
    cancelContact: async (caller, id, reason) => showContact(await services.contacts.cancel(caller, id, reason), caller),

    recordOutcomes: async (caller, body) => (await services.recordOutcomes(caller, body)).results,
    calendarPolicy: calendars.policy,
    contactCalendar: calendars.meetingDetails.of,
    joinPast: calendars.meetingDetails.joinPast,
    keepApart: (_caller, id) => calendars.meetingDetails.keepApart(id),
    putInCalendar: calendars.ownAppointments.put,
    takeFromCalendar: calendars.ownAppointments.take,
    listWaiting: (caller, limit) => calendars.waiting.list(caller, { limit }),
    getWaiting: calendars.waiting.get,
    acceptWaiting: async (caller, id, body) => (await calendars.waiting.accept(caller, id, { ...body, locale: localeOf(caller) })).contact,
    dismissWaiting: calendars.waiting.dismiss,

    createTask: async (caller, body) => showTask(await services.tasks.create(caller, body), caller),
    patchTask: async (caller, id, body) => showTask(await services.tasks.patch(caller, id, { body, ifMatch: null }), caller),
    getTask: (caller, id) => showTask(services.tasks.get(id), caller),
    listTasks(caller, filter, limit) {
      const page = services.listTasks(filter, limit)
      return { items: page.tasks.map((task) => showTask(task, caller)), nextCursor: page.nextCursor }
    },
    myDay: (caller, bounds, locale) => services.myDay(bounds, viewerOf(caller, locale)),

    createPerson: async (caller, body) => presentPerson(await services.persons.create(caller, body)),
    createCounterparty: async (caller, body) => presentCounterparty(await services.counterparties.create(caller, body)),
    getPerson: (_caller, id) => presentPerson(services.persons.get(id)),
    getCounterparty: (_caller, id) => presentCounterparty(services.counterparties.get(id)),
    listPersons: (_caller, counterpartyId) => services.clients.listPersons({ counterpartyId: [counterpartyId] }, 40).items.map(presentPerson),
    findCounterparties: (_caller, q) => services.clients.listCounterparties({ q }, 20).items.map(({ id, name }) => ({ id, name })),
    search: (caller, q) => services.search.search(caller, { q }),

    getMe: (caller) => profile.get(caller.id),
    changeMe: (caller, body) => profile.change(caller.id, body),
    listManagers: () => managers.list().map(({ id, name }) => ({ id, name })),
    dictionaries: composed.dictionaries,
    attachmentPolicy: files.policy,
    keepFile: (caller, id, bytes, locale) => files.attachments.keep(caller, id, { open: () => once(bytes), declared: bytes.length, locale }),
    readFile: (caller, id, limits) => files.readKept(caller, id, limits),
  }
  return createGmailAddonRoutes({ needs, clock, log, publicUrl, clientId: google.clientId, serviceAccount: google.serviceAccount, secrets })
}

async function* once(bytes: Uint8Array) { yield bytes }
