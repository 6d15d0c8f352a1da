import { rememberChoice } from './features/clients/choices.repository'
import type { presentContact } from './features/contacts/contacts.presenter'
import type { createContactsRepository } from './features/contacts/contacts.repository'
import type { createContactsService } from './features/contacts/contacts.service'
import { insertContact, markUndone } from './features/contacts/contact-writes.repository'
import { mayUndo } from './features/contacts/undo-rule'
import { createConversationsRepository } from './features/conversations/conversations.repository'
import { createFollowing } from './features/conversations/following.service'
import { addConversationsRoutes } from './features/conversations/conversations.routes'
import { createMeetingsRepository } from './features/meetings/meetings.repository'
import { addMeetingsRoutes } from './features/meetings/meetings.routes'
import { createMeetings } from './features/meetings/meetings.service'
import { asHouse } from './platform/visibility/sight'
import { createExclude } from './features/registering/exclusions.service'
import { createGroupRegistering } from './features/registering/group-registering.service'
import { createRegisteringRepository, keepAddresses } from './features/registering/registering.repository'
import { addRegisteringRoutes } from './features/registering/registering.routes'
import { createRegisteringService } from './features/registering/registering.service'
import type { RegisteringNeeds } from './features/registering/registering.types'
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
import { completeTasks } from './features/tasks/task-writes.repository'
import { presentTask } from './features/tasks/tasks.presenter'
import type { createTasksRepository } from './features/tasks/tasks.repository'
import { foldMessage, isForward } from './platform/text/fold-message'
import { textOfHtml } from './platform/text/html-text'
import type { Access } from './access-composition'
import type { World } from './world'

/** More open tasks than a pane can show at once; the journal has the rest. */
const openTasksShown = 20

export interface MailDeps {
  world: World
  access: Access
  contacts: ReturnType<typeof createContactsRepository>
  contactsService: ReturnType<typeof createContactsService>
  tasks: ReturnType<typeof createTasksRepository>
  show(viewer: Viewer): (contact: Parameters<typeof presentContact>[0]) => ReturnType<typeof presentContact>
}

/** What is asked beside a message or a meeting, and how it becomes a contact. */
export function composeMail({ world: { db, clock }, access: { api, managers }, contacts, contactsService, tasks, show }: MailDeps) {
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
  const follow = createFollowing({ db, clock })

  addSidebarRoutes(api, { service: sidebar, clock }) // first: routes are tried in order, and this one is asked most
  addRegisteringRoutes(api, { registering, registerMany, exclude, clock })
  addConversationsRoutes(api, { follow })
  addSendOrdersRoutes(api, { service: sendOrders })
  addMeetingsRoutes(api, { service: meetings, clock })
  return { sidebar, registering, registerMany, exclude, follow, sendOrders }
}
