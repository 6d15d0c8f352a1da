import type { z } from 'zod'
import type { Dictionaries, Manager, patchMe } from '@counterpane/shared/contract/access'
import type { AttachmentPolicy, Original } from '@counterpane/shared/contract/attachments'
import type { acceptWaiting, CalendarPolicy, ContactCalendarDetails, dismissWaiting, recordedOutcomes, recordOutcomes, WaitingMeeting } from '@counterpane/shared/contract/calendar'
import type { Counterparty, createCounterparty, createPerson, Found, Person } from '@counterpane/shared/contract/client'
import type { Contact, createContact, listContacts, planNext, recordOutcome } from '@counterpane/shared/contract/contact'
import type { MyDay } from '@counterpane/shared/contract/my-day'
import type { registerMessage, registerMessages, registerMessagesResult } from '@counterpane/shared/contract/register-message'
import type { createSendOrder } from '@counterpane/shared/contract/send-order'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import type { createTask, listTasks, patchTask, Task } from '@counterpane/shared/contract/task'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { MessageSnapshot } from '@counterpane/shared/domain/message'
import type { Caller } from '../../platform/http/caller'
import type { DraftFile, OpenMailSource } from '../../ports/mail-source'

type Body<T extends z.ZodType> = z.output<T>
type Answer<T> = Promise<T> | T
export interface NamedRef { id: string; name: string }
export interface Page<T> { items: readonly T[]; nextCursor: string | null }
/** What a verified Google ID token says; `email` is lower-cased by nobody, `issuedAt` is in seconds since 1970. */
export interface GoogleClaims { sub: string; email: string | null; emailVerified: boolean; issuedAt: number }
/** Whoever a verified token with a verified address is for. */
export interface GooglePerson { sub: string; email: string; issuedAt: number }

/** What the Gmail add-on asks of the rest of the house; the composition passes it in. All answers are the contract's own shapes, errors AppErrors. */
export interface GmailAddonNeeds {
  /** Null for any token that is not right for exactly this audience. */
  verifyGoogleToken(token: string, audience: string): Promise<GoogleClaims | null>
  /** By `sub`; in demo mode a demo manager's e-mail is bound at first sight. Null: nobody of ours. */
  findManagerByGoogle(person: GooglePerson): Answer<Caller | null>
  /** Binds the person to the manager whom the code was made for. */
  acceptInvitation(person: GooglePerson, code: string): Promise<Caller>
  openMail: OpenMailSource

  askSidebar(caller: Caller, message: MessageSnapshot, locale: Locale): Answer<Sidebar>
  registerMessage(caller: Caller, body: Body<typeof registerMessage>): Answer<{ contact: Contact; created: boolean }>
  registerMany(caller: Caller, body: Body<typeof registerMessages>, locale: Locale): Answer<Body<typeof registerMessagesResult>['results']>
  undoContact(caller: Caller, contactId: string): Answer<unknown>
  excludeMessage(caller: Caller, body: { messageId: string; excluded: boolean }): Answer<unknown>
  followConversation(caller: Caller, body: { conversationId: string; following: boolean }): Answer<unknown>
  changeClient(caller: Caller, contactId: string, counterpartyId: string): Answer<unknown>
  /** `always`: whatever else this address might mean, for the whole team. */
  rememberChoice(caller: Caller, body: { address: string; personId?: string | null; counterpartyId?: string | null }): Answer<unknown>
  createSendOrder(caller: Caller, letter: Body<typeof createSendOrder>): Answer<unknown>

  getContact(caller: Caller, contactId: string): Answer<Contact>
  /** At most `limit` of the contacts that fit, newest first unless `sort` says otherwise. */
  listContacts(caller: Caller, filter: Body<typeof listContacts>, limit: number): Answer<Page<Contact>>
  /** In whose mailbox the original lies; `itemId` is the caller's own or null. */
  listOriginals(caller: Caller, contactId: string): Answer<readonly Original[]>
  createContact(caller: Caller, body: Body<typeof createContact>): Answer<Contact>
  planNext(caller: Caller, contactId: string, body: Body<typeof planNext>): Answer<Contact>
  recordOutcome(caller: Caller, contactId: string, body: Body<typeof recordOutcome>): Answer<Contact>
  /** One answer for those named, or for all past dates of a series. */
  recordOutcomes(caller: Caller, body: Body<typeof recordOutcomes>): Answer<Body<typeof recordedOutcomes>['results']>
  cancelContact(caller: Caller, contactId: string, reason: string | undefined): Answer<Contact>

  calendarPolicy(): CalendarPolicy
  /** What the calendars know of a contact: its moves, its series, the meeting whose new date it may be. */
  contactCalendar(caller: Caller, contactId: string): Answer<ContactCalendarDetails>
  /** Gives the id of the contact that both are from now on. */
  joinPast(caller: Caller, contactId: string): Answer<string>
  keepApart(caller: Caller, contactId: string): Answer<unknown>
  putInCalendar(caller: Caller, contactId: string): Answer<unknown>
  takeFromCalendar(caller: Caller, contactId: string): Answer<unknown>
  /** The caller's own meetings with unknown guests, at most `limit`. */
  listWaiting(caller: Caller, limit: number): Answer<Page<WaitingMeeting>>
  getWaiting(caller: Caller, waitingId: string): Answer<WaitingMeeting>
  acceptWaiting(caller: Caller, waitingId: string, body: Body<typeof acceptWaiting>): Answer<Contact>
  dismissWaiting(caller: Caller, waitingId: string, body: Body<typeof dismissWaiting>): Answer<WaitingMeeting>

  createTask(caller: Caller, body: Body<typeof createTask>): Answer<Task>
  patchTask(caller: Caller, taskId: string, body: Body<typeof patchTask>): Answer<Task>
  getTask(caller: Caller, taskId: string): Answer<Task>
  listTasks(caller: Caller, filter: Body<typeof listTasks>, limit: number): Answer<Page<Task>>
  /** Bounds of the manager's own day, as instants. */
  myDay(caller: Caller, bounds: { from: string; to: string }, locale: Locale): Answer<MyDay>

  createPerson(caller: Caller, body: Body<typeof createPerson>): Answer<Person>
  createCounterparty(caller: Caller, body: Body<typeof createCounterparty>): Answer<Counterparty>
  getPerson(caller: Caller, personId: string): Answer<Person>
  getCounterparty(caller: Caller, counterpartyId: string): Answer<Counterparty>
  /** A client's people, at most 40. */
  listPersons(caller: Caller, counterpartyId: string): Answer<readonly Person[]>
  /** Clients by a part of the name, at most 20. */
  findCounterparties(caller: Caller, query: string): Answer<readonly NamedRef[]>
  /** Clients, persons and a few contacts by words, at most 20. */
  search(caller: Caller, query: string): Answer<readonly Found[]>

  getMe(caller: Caller): Answer<Manager>
  /** Those who work here, by name. */
  listManagers(): Answer<readonly NamedRef[]>
  changeMe(caller: Caller, body: Body<typeof patchMe>): Answer<Manager>
  dictionaries(locale: Locale): Answer<Dictionaries>
  attachmentPolicy(): Answer<AttachmentPolicy>
  /** Keeps the bytes of one attachment of a registered message; refused with `file-refused` and a sentence when the policy has no room for it. */
  keepFile(caller: Caller, attachmentId: string, bytes: Uint8Array, locale: Locale): Promise<unknown>
  /** A kept file as it may be handed on, or why its bytes are not to be had. Rejects with `not-found` for one that is not kept or that this person may not see. */
  readFile(caller: Caller, attachmentId: string, limits: { maxBytes: number; locale: Locale }): Promise<DraftFile | { bytes: null; why: 'tooLarge' | 'lost' }>
}
