import type { Router } from 'express'
import { createGmailMessageSource } from './adapters/google/gmail-message-source'
import { createGoogleTokenVerifier } from './adapters/google/token-verifier'
import type { Composed } from './composition'
import type { Manager } from '@counterpane/shared/contract/access'
import { parseAddress } from '@counterpane/shared/matching/address'
import { presentCounterparty, presentPerson } from './features/clients/clients.presenter'
import { presentContact } from './features/contacts/contacts.presenter'
import { createGmailAddonRoutes } from './features/gmail-addon/gmail-addon.routes'
import type { GmailAddonNeeds } from './features/gmail-addon/gmail-addon.needs'
import { presentTask } from './features/tasks/tasks.presenter'
import type { Caller } from './platform/http/caller'

/** Whom Google's tokens must name, and where Google is. */
export interface GoogleSettings { clientId: string; serviceAccount: string; certsUrl?: string; apiRoot?: string }
export interface GmailDeps { composed: Composed; google: GoogleSettings; publicUrl: string; secrets: readonly string[]; bindAtFirstSight: boolean }

/** The Gmail add-on over the same use cases as the pane. */
export function composeGmail({ composed, google, publicUrl, secrets, bindAtFirstSight }: GmailDeps): Router {
  const { managers, clock, log, services } = composed
  const asCaller = ({ id, name, role, team, locale }: Manager): Caller => ({ id, name, role, teamId: team?.id ?? null, locale })
  const viewerOf = (caller: Caller) => ({ callerId: caller.id, locale: caller.locale ?? 'en' as const, now: clock.now() })
  const showTask = (task: Parameters<typeof presentTask>[0]) => presentTask(task, { now: clock.now() })

  const needs: GmailAddonNeeds = {
    verifyGoogleToken: createGoogleTokenVerifier({ certsUrl: google.certsUrl }),
    async findManagerByGoogle({ sub, email }) {
      const bound = managers.findByGoogleSub(sub)
      if (bound || !bindAtFirstSight) return bound && asCaller(bound)
      const key = parseAddress(email)?.addressKey
      const manager = key === undefined ? null : managers.findByAddress(key)
      if (manager) await managers.bindGoogle(manager.id, sub)
      return manager && asCaller(manager)
    },
    openMail: createGmailMessageSource({ apiRoot: google.apiRoot }),
    askSidebar: (caller, message, locale) => services.sidebar.ask(message, { caller, locale, now: clock.now() }),
    registerMessage: (caller, body) => services.registering.register(body, { caller, locale: caller.locale ?? 'en', now: clock.now() }),
    undoContact: (caller, id) => services.contacts.undo(caller, id),
    excludeMessage: (caller, body) => composed.excludeMessage(caller, body),
    changeClient: (caller, id, counterpartyId) => services.contacts.patch(caller, id, { body: { counterpartyId, personIds: [] }, ifMatch: '*' }),
    getContact: (caller, id) => presentContact(services.contacts.get(id), viewerOf(caller)),
    planNext: async (caller, id, body) => presentContact(await services.contacts.planNext(caller, id, body), viewerOf(caller)),
    createTask: async (caller, body) => showTask(await services.tasks.create(caller, body)),
    patchTask: async (caller, id, body) => showTask(await services.tasks.patch(caller, id, { body, ifMatch: null })),
    createPerson: async (caller, body) => presentPerson(await services.persons.create(caller, body)),
    createCounterparty: async (caller, body) => presentCounterparty(await services.counterparties.create(caller, body)),
    getPerson: (_caller, id) => presentPerson(services.persons.get(id)),
    getCounterparty: (_caller, id) => presentCounterparty(services.counterparties.get(id)),
    listPersons: (_caller, counterpartyId) => services.clients.listPersons({ counterpartyId: [counterpartyId] }, 40).items,
    findCounterparties: (_caller, q) => services.clients.listCounterparties({ q }, 20).items.map(({ id, name }) => ({ id, name })),
  }
  return createGmailAddonRoutes({ needs, clock, log, publicUrl, clientId: google.clientId, serviceAccount: google.serviceAccount, secrets })
}
