import type { z } from 'zod'
import type { Counterparty, Person } from '@counterpane/shared/contract/client'
import type { createCounterparty, createPerson } from '@counterpane/shared/contract/client'
import type { Contact, planNext } from '@counterpane/shared/contract/contact'
import type { registerMessage } from '@counterpane/shared/contract/register-message'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import type { createTask, patchTask, Task } from '@counterpane/shared/contract/task'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { MessageSnapshot } from '@counterpane/shared/domain/message'
import type { Caller } from '../../platform/http/caller'
import type { OpenMailSource } from '../../ports/mail-source'

type Body<T extends z.ZodType> = z.output<T>
type Answer<T> = Promise<T> | T
export interface NamedRef { id: string; name: string }
/** What a verified Google ID token says; `email` is lower-cased by nobody. */
export interface GoogleClaims { sub: string; email: string | null; emailVerified: boolean }

/** What the Gmail add-on asks of the rest of the house; the composition passes it in. All answers are the contract's own shapes. */
export interface GmailAddonNeeds {
  /** Null for any token that is not right for exactly this audience. */
  verifyGoogleToken(token: string, audience: string): Promise<GoogleClaims | null>
  /** By `sub`; in demo mode a demo manager's e-mail is bound at first sight. The e-mail is verified. Null: nobody of ours. */
  findManagerByGoogle(identity: { sub: string; email: string }): Answer<Caller | null>
  openMail: OpenMailSource

  askSidebar(caller: Caller, message: MessageSnapshot, locale: Locale): Answer<Sidebar>
  registerMessage(caller: Caller, body: Body<typeof registerMessage>): Answer<{ contact: Contact; created: boolean }>
  undoContact(caller: Caller, contactId: string): Answer<unknown>
  excludeMessage(caller: Caller, body: { messageId: string; excluded: boolean }): Answer<unknown>
  changeClient(caller: Caller, contactId: string, counterpartyId: string): Answer<unknown>
  getContact(caller: Caller, contactId: string): Answer<Contact>
  planNext(caller: Caller, contactId: string, body: Body<typeof planNext>): Answer<Contact>
  createTask(caller: Caller, body: Body<typeof createTask>): Answer<Task>
  patchTask(caller: Caller, taskId: string, body: Body<typeof patchTask>): Answer<Task>
  createPerson(caller: Caller, body: Body<typeof createPerson>): Answer<Person>
  createCounterparty(caller: Caller, body: Body<typeof createCounterparty>): Answer<Counterparty>
  getPerson(caller: Caller, personId: string): Answer<Person>
  getCounterparty(caller: Caller, counterpartyId: string): Answer<Counterparty>
  /** A client's people, at most 40. */
  listPersons(caller: Caller, counterpartyId: string): Answer<readonly Pick<Person, 'id' | 'name' | 'position'>[]>
  /** Clients by a part of the name, at most 20. */
  findCounterparties(caller: Caller, query: string): Answer<readonly NamedRef[]>
}
