import type { Locale } from '@counterpane/shared/domain/codes'
import type { Config } from './config'
import { entraVerifier } from './entra-composition'
import { addAccessRoutes } from './features/access/access.routes'
import { createIdentitiesRepository } from './features/access/identities.repository'
import { createIdentities } from './features/access/identities.service'
import { addInvitationsRoutes } from './features/access/invitations.routes'
import { createInvitations } from './features/access/invitations.service'
import { createManagersRepository } from './features/access/managers.repository'
import { createAttributes } from './features/attributes/attributes.service'
import { createProfile } from './features/access/profile.service'
import { createSessionsRepository } from './features/access/sessions.repository'
import { createSessions, sessionLimits } from './features/access/sessions.service'
import { createAuthenticate, createEndSessions } from './features/access/signing-out.service'
import { createSurvivors } from './features/cleaning/survivors.repository'
import { rememberChoice } from './features/clients/choices.repository'
import { createRememberedChoices } from './features/clients/choices.service'
import { createClientsRepository } from './features/clients/clients.repository'
import { addClientsRoutes } from './features/clients/clients.routes'
import { createCounterpartiesService } from './features/clients/counterparties.service'
import { createFeedRepository } from './features/clients/feed.repository'
import { createFeedService, type FeedNeeds } from './features/clients/feed.service'
import { createPersonsService } from './features/clients/persons.service'
import { createStandingRepository } from './features/clients/standing.repository'
import { createClientStanding } from './features/clients/standing.service'
import { presentContact, type Viewer as ContactViewer } from './features/contacts/contacts.presenter'
import { loadContacts } from './features/contacts/contact-rows'
import { createContactsRepository } from './features/contacts/contacts.repository'
import { addContactsRoutes, type ContactsAsked } from './features/contacts/contacts.routes'
import { createContactsService } from './features/contacts/contacts.service'
import { createRecordOutcomes } from './features/contacts/many-outcomes.service'
import { insertContact, markUndone } from './features/contacts/contact-writes.repository'
import { mayUndo } from './features/contacts/undo-rule'
import { createConversationsRepository } from './features/conversations/conversations.repository'
import { createFollowing } from './features/conversations/following.service'
import { addConversationsRoutes } from './features/conversations/conversations.routes'
import { createListing, type IdPage } from './features/journal/listing.repository'
import { createMeetingsRepository } from './features/meetings/meetings.repository'
import { addMeetingsRoutes } from './features/meetings/meetings.routes'
import { createMeetings } from './features/meetings/meetings.service'
import { asHouse } from './platform/visibility/sight'
import { createSights } from './platform/visibility/sights'
import { createSuppressions } from './features/personal-data/suppression'
import { createMyDayRepository } from './features/my-day/my-day.repository'
import { addMyDayRoutes } from './features/my-day/my-day.routes'
import { createMyDay } from './features/my-day/my-day.service'
import { createExclude } from './features/registering/exclusions.service'
import { createGroupRegistering } from './features/registering/group-registering.service'
import { createRegisteringRepository, keepAddresses } from './features/registering/registering.repository'
import { addRegisteringRoutes } from './features/registering/registering.routes'
import { createRegisteringService } from './features/registering/registering.service'
import type { RegisteringNeeds } from './features/registering/registering.types'
import { createSearchRepository } from './features/search/search.repository'
import { markForFullRound } from './features/calendar-sync/mailboxes.repository'
import { createSettingsRepository } from './features/settings/settings.repository'
import { createSettingsService } from './features/settings/settings.service'
import { addSearchRoutes } from './features/search/search.routes'
import { createSearchService } from './features/search/search.service'
import { createSegmentConditions } from './features/segments/segment-condition'
import { createSegmentsRepository } from './features/segments/segments.repository'
import { createSendOrdersRepository, settleSendOrder, standingOfOrder } from './features/send-orders/send-orders.repository'
import { addSendOrdersRoutes } from './features/send-orders/send-orders.routes'
import { createSendOrders } from './features/send-orders/send-orders.service'
import { createWrittenOrders, toSeenLetter } from './features/send-orders/written-orders'
import { createClientCardsRepository } from './features/sidebar/client-cards.repository'
import { createEvidenceRepository } from './features/sidebar/evidence.repository'
import { createOwnSideRepository } from './features/sidebar/own-side.repository'
import { createRecognise } from './features/sidebar/recognise'
import { createRecogniseMeeting } from './features/sidebar/recognise-meeting'
import { createRegistrationRepository } from './features/sidebar/registration.repository'
import { addSidebarRoutes } from './features/sidebar/sidebar.routes'
import { createSidebarService, participantsOf } from './features/sidebar/sidebar.service'
import { toSnapshot, type SidebarNeeds, type Viewer } from './features/sidebar/sidebar.types'
import { createHandOver } from './features/tasks/hand-over.service'
import { createTaskCounts } from './features/tasks/task-counts.repository'
import type { TaskFilter } from './features/tasks/task-filter'
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
import { createSignal } from './platform/signal'
import { textOfHtml } from './platform/text/html-text'
import { machineClock, type Clock } from './ports/clock'

/** More open tasks than a pane can show at once; the journal has the rest. */
const openTasksShown = 20

export interface World { config: Config; db: Db; clock: Clock; log: Log }

/** Makes the features and gives each the narrow functions it needs of the others. The only place that knows them all. */
export function compose({ config, db, clock, log }: World) {
  const cookieName = cookieNameFor(config.PUBLIC_URL)
  const managers = createManagersRepository(db)
  const sessions = createSessions({ sessions: createSessionsRepository(db), clock, absoluteMs: sessionLimits.absolute[config.MODE === 'production' ? 'production' : 'demo'] })
  const identities = createIdentities({
    db, identities: createIdentitiesRepository(db), clock, log, verifier: entraVerifier(config), managerAtFirstSight: config.MODE === 'demo' ? managers.findByAddress : null,
  })
  const settings = createSettingsService({ db, settings: createSettingsRepository(db), clock, log, onCalendarPolicy: markForFullRound, mailServer: config.SMTP_URL !== undefined })
  const dictionaries = (locale: Locale) => ({ ...managers.dictionaries(locale), resultTemplates: settings.resultTemplates(locale) })
  const profile = createProfile({ managers })
  const invitations = createInvitations({ db, clock })
  const sights = createSights({ sql: db.sql, rules: settings.visibility })
  const authenticate = sights.around(createAuthenticate({ sessions, identities }))
  const suppressions = createSuppressions({ sql: db.sql, secrets: config.COUNTERPANE_SECRET?.split(',') ?? [] })
  const api = createApi({ authenticate, publicUrl: config.PUBLIC_URL, cookieName })

  const attributes = createAttributes({ db, clock })
  const attributeTypes = () => new Map(attributes.list({ nouns: ['counterparty'] }).map(({ key, type }) => [key, type]))
  const segmentConditions = createSegmentConditions({ clock, node: createSegmentsRepository(db).node, attributeTypes })
  const { segmentCondition } = segmentConditions
  const contacts = createContactsRepository(db)
  const survivors = createSurvivors(db)
  const listing = createListing({ sql: db.sql, side: db.side, segmentCondition, survivors })
  const shown = ({ ids, nextCursor }: IdPage) => ({ contacts: contacts.load(ids), nextCursor })
  const contactsChanged = createSignal<string>()
  const contactsService = createContactsService({ db, contacts, clock, changed: contactsChanged.ring, checked: (given, before) => attributes.checked('contact', given, before) })
  const recordOutcomes = createRecordOutcomes({ db, contacts, clock, changed: contactsChanged.ring })
  const asContactViewer = ({ caller, locale, now }: Viewer): ContactViewer => ({ callerId: caller.id, locale, now })
  const show = (viewer: Viewer) => (contact: Parameters<typeof presentContact>[0]) => presentContact(contact, asContactViewer(viewer))

  const listContacts = ({ sort, cursor, limit: _limit, ...filter }: ContactsAsked, limit: number, reading: ContactViewer) => shown(listing.pageNow(filter, { sort, cursor, limit }, reading))

  const tasks = createTasksRepository(db)
  const tasksService = createTasksService({ db, tasks, clock })

  const conversations = createConversationsRepository(db)
  const sendOrdersRepository = createSendOrdersRepository(db)
  const writtenOrders = createWrittenOrders({ repository: sendOrdersRepository })

  const sidebarNeeds: SidebarNeeds = {
    standing: (target, limit, viewer) => {
      const { last, next, history } = contacts.standing(target, limit, viewer.now)
      const present = show(viewer)
      return { last: last && present(last), next: next && present(next), history: { items: history.contacts.map(present), nextCursor: history.nextCursor } }
    },
    openTasks: (target, { caller, now }) => tasks.openTasks(target, openTasksShown).map((task) => presentTask(task, { now, callerId: caller.id })),
    mayUndo: (registration, { caller, now }) => mayUndo(registration, { caller, now }),
    conversation: (id, { caller }, askedId) => conversations.find(id, { managerId: caller.id, askedId }),
    sendOrder: (found, message, { caller }) => writtenOrders.show(writtenOrders.guess({ seen: toSeenLetter(found), message, callerId: caller.id }), caller.id),
  }
  const recognising = { evidence: createEvidenceRepository(db), ownSide: createOwnSideRepository(db) }
  const recognise = createRecognise(recognising)
  const sidebar = createSidebarService({ recognise, cards: createClientCardsRepository(db), registrations: createRegistrationRepository(db), needs: sidebarNeeds })

  const registeringNeeds: RegisteringNeeds = {
    toSnapshot, recognise, matchOf: sidebar.matchOf,
    // Whoever holds the letter may say so, whosever contact it is.
    contactIdOf: (messageKey) => asHouse(() => contacts.findByMessageKey(messageKey)?.id ?? null),
    showContact: (id, viewer) => show(viewer)(contactsService.get(id)),
    insertContact, markUndone, standingOfOrder, settleOrder: settleSendOrder,
    writtenOrder: (found, message, { callerId, named }) => {
      const seen = toSeenLetter(found)
      return named === undefined ? writtenOrders.guess({ seen, message, callerId }) : writtenOrders.named(named, { seen, callerId })
    },
    planNext: async (tx, previous, plan, caller) => void (await contactsService.insertPlan(tx, caller.id, { previous, body: plan })),
    async close(tx, id, caller) {
      if (tasks.find(id) === null) return contactsService.closePlan(tx, id, caller.id)
      await completeTasks(tx, [id], { at: clock.now(), managerId: caller.id })
      return true
    },
    remember: (tx, { caller, ...choice }) => rememberChoice(tx, choice, { managerId: caller.id, at: clock.now() }),
    textOfHtml, foldMessage: (text, subject) => foldMessage(text, { forwarded: isForward(subject) }),
  }
  const registeringRepository = createRegisteringRepository(db)
  const registering = createRegisteringService({ db, repository: registeringRepository, clock, needs: registeringNeeds })
  const exclude = createExclude({ db, clock })
  const registerMany = createGroupRegistering({ registering, needs: registeringNeeds })

  const sendOrders = createSendOrders({
    db, repository: sendOrdersRepository, clock,
    needs: {
      manager: (id) => {
        const manager = managers.list().find((one) => one.id === id) // those who work here
        return manager ? { caller: { ...manager, teamId: manager.team?.id ?? null }, address: { name: manager.name, address: manager.email } } : null
      },
      registerSent: registering.registerSent, showContact: registeringNeeds.showContact,
    },
  })
  const meetings = createMeetings({
    db, repository: createMeetingsRepository(db), clock,
    needs: {
      recognise: createRecogniseMeeting(recognising), matchOf: sidebar.matchOf, participantsOf, aboutClient: sidebar.aboutClient, showContact: registeringNeeds.showContact,
      insertContact, keepAddresses, firmFor: registeringRepository.firmFor, foldMessage: (text) => foldMessage(text),
    },
  })

  const clients = createClientsRepository(db)
  const addressesGained = createSignal<readonly string[]>()
  const counterparties = createCounterpartiesService({ db, clients, clock, gained: addressesGained.ring, checked: attributes.checked, refuseErased: suppressions.refuseErased })
  const persons = createPersonsService({ db, clients, clock, gained: addressesGained.ring, checked: attributes.checked, refuseErased: suppressions.refuseErased })
  const feedNeeds: FeedNeeds = {
    presentContacts: (ids, viewer) => loadContacts(db.sql, ids).map((contact) => presentContact(contact, viewer)),
    presentTasks: (ids, viewer) => tasks.load(ids).map((task) => presentTask(task, viewer)),
  }
  const feed = createFeedService({ ...feedNeeds, feed: createFeedRepository(db) })
  const standing = createClientStanding({ ...feedNeeds, standing: createStandingRepository(db) })
  const choices = createRememberedChoices({ db, clock })
  const search = createSearchService({ repository: createSearchRepository(db) })
  const follow = createFollowing({ db, clock })
  const myDay = createMyDay({
    days: createMyDayRepository(db), showContacts: (ids, viewer) => loadContacts(db.sql, ids).map(show(viewer)), showTasks: (ids, { caller, now }) => tasks.load(ids).map((task) => presentTask(task, { now, callerId: caller.id })),
  })

  addSidebarRoutes(api, { service: sidebar, clock }) // first: routes are tried in order, and this one is asked most
  addAccessRoutes(api, { managers, dictionaries, sessions, profile, cookieName, secureCookie: config.PUBLIC_URL.startsWith('https:'), demo: config.MODE !== 'production', sightOf: sights.levelOf })
  addInvitationsRoutes(api, { managers, identities, invitations, endSessions: createEndSessions({ db, managers, clock, machine: machineClock }) })
  addRegisteringRoutes(api, { registering, registerMany, exclude, clock })
  addConversationsRoutes(api, { follow })
  addSendOrdersRoutes(api, { service: sendOrders })
  addMeetingsRoutes(api, { service: meetings, clock })
  addMyDayRoutes(api, { ask: myDay, clock })
  addContactsRoutes(api, {
    service: contactsService, recordOutcomes, clock, list: async ({ sort, cursor, limit: _limit, ...filter }, limit, reading) => shown(await listing.page(filter, { sort, cursor, limit }, reading)),
  })
  addTasksRoutes(api, { service: tasksService, tasks, countTasks: createTaskCounts(db), handOver: createHandOver({ db, clock }), segmentCondition, clock })
  addClientsRoutes(api, { counterparties, persons, choices, feed, standing, clients, clock })
  addSearchRoutes(api, { service: search })
  return {
    api, log, clock, check: db.check, sights, authenticate, cookieName, managers, settings, attributes, attributeTypes, segmentConditions, segmentCondition, survivors, dictionaries, identities, invitations, profile, sessions, suppressions,
    signals: { addressesGained, contactsChanged },
    services: {
      sidebar, registering, registerMany, exclude, follow, sendOrders, choices, search, myDay, contacts: contactsService, recordOutcomes, listContacts,
      listing,
      tasks: tasksService, listTasks: (filter: TaskFilter, limit: number) => tasks.list(filter, limit, clock.now()), counterparties, persons, clients,
    },
  }
}
export type Composed = ReturnType<typeof compose>
