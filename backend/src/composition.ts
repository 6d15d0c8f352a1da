import type { Config } from './config'
import { addAccessRoutes } from './features/access/access.routes'
import { createManagersRepository } from './features/access/managers.repository'
import { createSessionsRepository } from './features/access/sessions.repository'
import { createSessions } from './features/access/sessions.service'
import { rememberChoice } from './features/clients/choices.repository'
import { createRememberedChoices } from './features/clients/choices.service'
import { createClientsRepository } from './features/clients/clients.repository'
import { addClientsRoutes } from './features/clients/clients.routes'
import { createCounterpartiesService } from './features/clients/counterparties.service'
import { createFeedRepository } from './features/clients/feed.repository'
import { createFeedService } from './features/clients/feed.service'
import { createPersonsService } from './features/clients/persons.service'
import { presentContact, type Viewer as ContactViewer } from './features/contacts/contacts.presenter'
import { loadContacts } from './features/contacts/contact-rows'
import { createContactsRepository } from './features/contacts/contacts.repository'
import { addContactsRoutes } from './features/contacts/contacts.routes'
import { createContactsService } from './features/contacts/contacts.service'
import { insertContact } from './features/contacts/contact-writes.repository'
import { mayUndo } from './features/contacts/undo-rule'
import { createExclude } from './features/registering/exclusions.service'
import { createGroupRegistering } from './features/registering/group-registering.service'
import { createRegisteringRepository } from './features/registering/registering.repository'
import { addRegisteringRoutes } from './features/registering/registering.routes'
import { createRegisteringService } from './features/registering/registering.service'
import type { RegisteringNeeds } from './features/registering/registering.types'
import { createSearchRepository } from './features/search/search.repository'
import { addSearchRoutes } from './features/search/search.routes'
import { createSearchService } from './features/search/search.service'
import { createClientCardsRepository } from './features/sidebar/client-cards.repository'
import { createEvidenceRepository } from './features/sidebar/evidence.repository'
import { createOwnSideRepository } from './features/sidebar/own-side.repository'
import { createRecognise } from './features/sidebar/recognise'
import { createRegistrationRepository } from './features/sidebar/registration.repository'
import { addSidebarRoutes } from './features/sidebar/sidebar.routes'
import { createSidebarService } from './features/sidebar/sidebar.service'
import { toSnapshot, type SidebarNeeds, type Viewer } from './features/sidebar/sidebar.types'
import { completeTasks } from './features/tasks/task-writes.repository'
import { presentTask } from './features/tasks/tasks.presenter'
import { createTasksRepository } from './features/tasks/tasks.repository'
import { addTasksRoutes } from './features/tasks/tasks.routes'
import { createTasksService } from './features/tasks/tasks.service'
import type { Db } from './platform/db/database'
import { createApi } from './platform/http/api'
import { cookieNameFor } from './platform/http/credentials'
import type { Log } from './platform/log/logger'
import { foldMessage, isForward } from './platform/text/fold-message'
import { textOfHtml } from './platform/text/html-text'
import type { Clock } from './ports/clock'

/** More open tasks than a pane can show at once; the journal has the rest. */
const openTasksShown = 20

export interface World { config: Config; db: Db; clock: Clock; log: Log }

/** Makes the features and gives each the narrow functions it needs of the others. The only place that knows them all. */
export function compose({ config, db, clock, log }: World) {
  const cookieName = cookieNameFor(config.PUBLIC_URL)
  const managers = createManagersRepository(db)
  const sessions = createSessions({ sessions: createSessionsRepository(db), clock })
  const api = createApi({ authenticate: sessions.authenticate, publicUrl: config.PUBLIC_URL, cookieName })

  const contacts = createContactsRepository(db)
  const contactsService = createContactsService({ db, contacts, clock })
  const asContactViewer = ({ caller, locale, now }: Viewer): ContactViewer => ({ callerId: caller.id, locale, now })
  const show = (viewer: Viewer) => (contact: Parameters<typeof presentContact>[0]) => presentContact(contact, asContactViewer(viewer))

  const tasks = createTasksRepository(db)
  const tasksService = createTasksService({ db, tasks, clock })

  const sidebarNeeds: SidebarNeeds = {
    standing: (target, limit, viewer) => {
      const { last, next, history } = contacts.standing(target, limit, viewer.now)
      const present = show(viewer)
      return { last: last && present(last), next: next && present(next), history: { items: history.contacts.map(present), nextCursor: history.nextCursor } }
    },
    openTasks: (target, { now }) => tasks.openTasks(target, openTasksShown).map((task) => presentTask(task, { now })),
    mayUndo: (registration, { caller, now }) => mayUndo(registration, { caller, now }),
  }
  const recognise = createRecognise({ evidence: createEvidenceRepository(db), ownSide: createOwnSideRepository(db) })
  const sidebar = createSidebarService({ recognise, cards: createClientCardsRepository(db), registrations: createRegistrationRepository(db), needs: sidebarNeeds })

  const registeringNeeds: RegisteringNeeds = {
    toSnapshot, recognise, matchOf: sidebar.matchOf,
    contactIdOf: (messageKey) => contacts.findByMessageKey(messageKey)?.id ?? null,
    showContact: (id, viewer) => show(viewer)(contactsService.get(id)),
    insertContact,
    planNext: async (tx, previous, plan, caller) => void (await contactsService.insertPlan(tx, caller.id, { previous, body: plan })),
    async close(tx, id, caller) {
      if (tasks.find(id) === null) return contactsService.closePlan(tx, id, caller.id)
      await completeTasks(tx, [id], { at: clock.now(), managerId: caller.id })
      return true
    },
    remember: (tx, { caller, ...choice }) => rememberChoice(tx, choice, { managerId: caller.id, at: clock.now() }),
    textOfHtml, foldMessage: (text, subject) => foldMessage(text, { forwarded: isForward(subject) }),
  }
  const registering = createRegisteringService({ db, repository: createRegisteringRepository(db), clock, needs: registeringNeeds })
  const exclude = createExclude({ db, clock })
  const registerMany = createGroupRegistering({ registering, needs: registeringNeeds })

  const clients = createClientsRepository(db)
  const counterparties = createCounterpartiesService({ db, clients, clock })
  const persons = createPersonsService({ db, clients, clock })
  const feed = createFeedService({
    feed: createFeedRepository(db),
    presentContacts: (ids, viewer) => loadContacts(db.sql, ids).map((contact) => presentContact(contact, viewer)),
    presentTasks: (ids, { now }) => tasks.load(ids).map((task) => presentTask(task, { now })),
  })

  addSidebarRoutes(api, { service: sidebar, clock }) // first: routes are tried in order, and this one is asked most
  addAccessRoutes(api, { managers, sessions, cookieName, secureCookie: config.PUBLIC_URL.startsWith('https:'), demo: config.MODE !== 'production' })
  addRegisteringRoutes(api, { registering, registerMany, exclude, clock })
  addContactsRoutes(api, { service: contactsService, contacts, clock })
  addTasksRoutes(api, { service: tasksService, tasks, clock })
  addClientsRoutes(api, { counterparties, persons, choices: createRememberedChoices({ db, clock }), feed, clients, clock })
  addSearchRoutes(api, { service: createSearchService({ repository: createSearchRepository(db) }) })
  return {
    api, log, clock, check: db.check, authenticate: sessions.authenticate, cookieName, managers, excludeMessage: exclude,
    services: { sidebar, registering, contacts: contactsService, tasks: tasksService, counterparties, persons, clients },
  }
}
export type Composed = ReturnType<typeof compose>
