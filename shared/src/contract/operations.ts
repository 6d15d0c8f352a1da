import { z } from 'zod'
import * as access from './access'
import * as attachments from './attachments'
import * as calendar from './calendar'
import * as changes from './changes'
import * as client from './client'
import * as contact from './contact'
import * as journal from './journal'
import * as meeting from './meeting'
import * as myDay from './my-day'
import * as registering from './register-message'
import type { Operation } from './operation'
import type { RouteName } from './routes'
import { signingInOperations } from './signing-in'
import { importsOperations } from './imports'
import { cleaningOperations } from './cleaning'
import { unrecognisedOperations } from './unrecognised'
import { clientListOperations } from './client-list'
import { segmentsOperations } from './segments'
import { administrationOperations } from './administration'
import { trailOperations } from './trail'
import * as sendOrder from './send-order'
import * as sidebar from './sidebar'
import * as task from './task'

const empty = z.strictObject({})
const define = <const T extends Record<RouteName, Operation>>(operations: T) => operations

export const operations = define({
  sidebar: { body: sidebar.askSidebar, answer: sidebar.sidebar, status: 200 },
  sidebarMeeting: { body: meeting.askMeeting, answer: meeting.meetingSidebar, status: 200 },
  registerMeeting: { body: meeting.registerMeeting, answer: registering.registered, status: 201, also: 200 },
  registerMessage: { body: registering.registerMessage, answer: registering.registered, status: 201, also: 200 },
  registerMessages: { body: registering.registerMessages, answer: registering.registerMessagesResult, status: 200 },
  excludeMessage: { body: registering.excludeMessage, answer: registering.excluded, status: 200 },
  followConversation: { body: registering.followConversation, answer: registering.followed, status: 200 },
  createSendOrder: { body: sendOrder.createSendOrder, answer: sendOrder.createdSendOrder, status: 201 },
  changeSendOrder: { body: sendOrder.changeSendOrder, answer: sendOrder.sendOrder, status: 200 },
  cancelSendOrder: { answer: null, status: 204 },
  messageSent: { body: sendOrder.messageSent, answer: sendOrder.sentAnswer, status: 200 },
  rememberChoice: { body: registering.rememberChoice, answer: registering.remembered, status: 200 },
  listJournal: { query: journal.listJournal, answer: journal.journalPage, status: 200 },
  countJournal: { query: journal.countJournal, answer: journal.amount, status: 200 },
  journalStrip: { query: journal.askStrip, answer: journal.strip, status: 200 },
  journalGroups: { query: journal.askGroups, answer: journal.groups, status: 200 },
  listViews: { query: empty, answer: journal.viewPage, status: 200 },
  createView: { body: journal.createView, answer: journal.view, status: 201 },
  patchView: { body: journal.patchView, answer: journal.view, status: 200 },
  deleteView: { answer: null, status: 204 },
  listChanges: { query: changes.listChanges, answer: changes.changePage, status: 200 },
  undoChange: { body: empty, bodyOptional: true, answer: changes.undone, status: 200 },
  undoChangeSet: { body: empty, bodyOptional: true, answer: changes.undone, status: 200 },
  changeMany: { body: journal.changeMany, answer: journal.changedMany, status: 200 },
  addAttachment: { body: attachments.addAttachment, answer: contact.attachment, status: 201 },
  removeAttachment: { answer: null, status: 204 },
  listContacts: { query: contact.listContacts, answer: contact.contactPage, status: 200 },
  createContact: { body: contact.createContact, answer: contact.contact, status: 201 },
  getContact: { answer: contact.contact, status: 200 },
  patchContact: { body: contact.patchContact, answer: contact.contact, status: 200 },
  planNext: { body: contact.planNext, answer: contact.contact, status: 201 },
  recordOutcome: { body: contact.recordOutcome, answer: contact.contact, status: 200 },
  cancelContact: { body: contact.cancelContact, bodyOptional: true, answer: contact.contact, status: 200 },
  undoContact: { body: empty, bodyOptional: true, answer: contact.contact, status: 200 },
  recordOutcomes: { body: calendar.recordOutcomes, answer: calendar.recordedOutcomes, status: 200 },
  contactCalendar: { answer: calendar.contactCalendarDetails, status: 200 },
  joinPast: { body: empty, bodyOptional: true, answer: contact.contact, status: 200 },
  keepApart: { body: empty, bodyOptional: true, answer: contact.contact, status: 200 },
  putInCalendar: { body: empty, bodyOptional: true, answer: contact.contact, status: 200 },
  takeFromCalendar: { answer: contact.contact, status: 200 },
  listOriginals: { answer: attachments.originalPage, status: 200 },
  linkAttachment: { body: empty, bodyOptional: true, answer: attachments.attachmentLink, status: 200 },
  listCounterparties: { query: client.listCounterparties, answer: client.counterpartyPage, status: 200 },
  createCounterparty: { body: client.createCounterparty, answer: client.counterparty, status: 201 },
  getCounterparty: { answer: client.counterparty, status: 200 },
  patchCounterparty: { body: client.patchCounterparty, answer: client.counterparty, status: 200 },
  feed: { query: client.listFeed, answer: client.feedPage, status: 200 },
  clientStanding: { answer: client.clientStanding, status: 200 },
  listPersons: { query: client.listPersons, answer: client.personPage, status: 200 },
  createPerson: { body: client.createPerson, answer: client.person, status: 201 },
  getPerson: { answer: client.person, status: 200 },
  patchPerson: { body: client.patchPerson, answer: client.person, status: 200 },
  listTasks: { query: task.listTasks, answer: task.taskPage, status: 200 },
  createTask: { body: task.createTask, answer: task.task, status: 201 },
  patchTask: { body: task.patchTask, answer: task.task, status: 200 },
  taskCounts: { query: task.askTaskCounts, answer: task.taskCounts, status: 200 },
  handOverTasks: { body: task.handOverTasks, answer: task.handedOver, status: 200 },
  journalDay: { query: myDay.askJournalDay, answer: myDay.journalDay, status: 200 },
  listReminders: { query: myDay.askReminders, answer: myDay.reminders, status: 200 },
  readDigest: { query: myDay.askDigest, answer: myDay.digest, status: 200 },
  sendDigest: { body: myDay.askDigest, bodyOptional: true, answer: null, status: 202 },
  myDay: { query: myDay.askMyDay, answer: myDay.myDay, status: 200 },
  search: { query: client.search, answer: client.foundPage, status: 200 },
  signIn: { body: access.signIn, answer: access.signedIn, status: 200 },
  signOut: { answer: null, status: 204 },
  me: { answer: access.me, status: 200 },
  patchMe: { body: access.patchMe, answer: access.me, status: 200 },
  inviteManager: { body: empty, bodyOptional: true, answer: access.invitation, status: 201 },
  acceptInvitation: { body: access.acceptInvitation, answer: access.manager, status: 200 },
  endSessions: { body: empty, bodyOptional: true, answer: null, status: 204 },
  listManagers: { query: z.strictObject({}), answer: access.managerPage, status: 200 },
  demoManagers: { query: z.strictObject({}), answer: access.managerCardPage, status: 200 },
  listCalendars: { query: empty, answer: calendar.managersCalendarPage, status: 200 },
  getCalendar: { answer: calendar.calendar, status: 200 },
  putCalendar: { body: calendar.putCalendar, answer: calendar.calendar, status: 200 },
  syncCalendar: { body: empty, bodyOptional: true, answer: calendar.calendar, status: 202 },
  connectCalendar: { body: empty, bodyOptional: true, answer: calendar.calendarConsent, status: 200 },
  listWaiting: { query: calendar.listWaiting, answer: calendar.waitingPage, status: 200 },
  acceptWaiting: { body: calendar.acceptWaiting, bodyOptional: true, answer: contact.contact, status: 201, also: 200 },
  dismissWaiting: { body: calendar.dismissWaiting, answer: calendar.waitingMeeting, status: 200 },
  dictionaries: { answer: access.dictionaries, status: 200 },
  getSettings: { answer: attachments.settings, status: 200 },
  putSettings: { body: attachments.putSettings, answer: attachments.settings, status: 200 },
  ...signingInOperations,
  ...importsOperations,
  ...cleaningOperations,
  ...unrecognisedOperations,
  ...clientListOperations,
  ...segmentsOperations,
  ...administrationOperations,
  ...trailOperations,
  about: { answer: access.about, status: 200 },
})
export type Operations = typeof operations

const plain: Record<RouteName, Operation> = operations
/** An operation whose name is not known beforehand. Who compares the exact types of all with this one again makes the compiler work for many seconds. */
export const operationOf = (name: RouteName): Operation => plain[name]
