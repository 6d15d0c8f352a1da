import { composeAccess } from './access-composition'
import { createAttributes } from './features/attributes/attributes.service'
import { createSurvivors } from './features/cleaning/survivors.repository'
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
import { createListing, type IdPage } from './features/journal/listing.repository'
import { createMyDayRepository } from './features/my-day/my-day.repository'
import { addMyDayRoutes } from './features/my-day/my-day.routes'
import { createMyDay } from './features/my-day/my-day.service'
import { createSearchRepository } from './features/search/search.repository'
import { addSearchRoutes } from './features/search/search.routes'
import { createSearchService } from './features/search/search.service'
import { createSegmentConditions } from './features/segments/segment-condition'
import { createSegmentsRepository } from './features/segments/segments.repository'
import type { Viewer } from './features/sidebar/sidebar.types'
import { createHandOver } from './features/tasks/hand-over.service'
import { createTaskCounts } from './features/tasks/task-counts.repository'
import type { TaskFilter } from './features/tasks/task-filter'
import { presentTask } from './features/tasks/tasks.presenter'
import { createTasksRepository } from './features/tasks/tasks.repository'
import { addTasksRoutes } from './features/tasks/tasks.routes'
import { createTasksService } from './features/tasks/tasks.service'
import { createSignal } from './platform/signal'
import { composeMail } from './mail-composition'
import type { World } from './world'

/** Makes the features and gives each the narrow functions it needs of the others. The only place that knows them all. */
export function compose(world: World) {
  const { db, clock, log } = world
  const access = composeAccess(world)
  const { api, suppressions } = access

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

  const mail = composeMail({ world, access, contacts, contactsService, tasks, show })

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
  const myDay = createMyDay({
    days: createMyDayRepository(db), showContacts: (ids, viewer) => loadContacts(db.sql, ids).map(show(viewer)), showTasks: (ids, { caller, now }) => tasks.load(ids).map((task) => presentTask(task, { now, callerId: caller.id })),
  })

  access.addRoutes()
  addMyDayRoutes(api, { ask: myDay, clock })
  addContactsRoutes(api, {
    service: contactsService, recordOutcomes, clock, list: async ({ sort, cursor, limit: _limit, ...filter }, limit, reading) => shown(await listing.page(filter, { sort, cursor, limit }, reading)),
  })
  addTasksRoutes(api, { service: tasksService, tasks, countTasks: createTaskCounts(db), handOver: createHandOver({ db, clock }), segmentCondition, clock })
  addClientsRoutes(api, { counterparties, persons, choices, feed, standing, clients, clock })
  addSearchRoutes(api, { service: search })
  return {
    ...access, log, clock, check: db.check, attributes, attributeTypes, segmentConditions, segmentCondition, survivors,
    signals: { addressesGained, contactsChanged },
    services: {
      ...mail, choices, search, myDay, contacts: contactsService, recordOutcomes, listContacts,
      listing,
      tasks: tasksService, listTasks: (filter: TaskFilter, limit: number) => tasks.list(filter, limit, clock.now()), counterparties, persons, clients,
    },
  }
}
export type Composed = ReturnType<typeof compose>
