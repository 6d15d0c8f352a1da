import type { z } from 'zod'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { messageContent } from '@counterpane/shared/contract/mail-message'
import type { registerMessage } from '@counterpane/shared/contract/register-message'
import type { Match } from '@counterpane/shared/contract/sidebar'
import type { Direction, Locale, Method, Source, State, Status, Visibility } from '@counterpane/shared/domain/codes'
import type { MessageSnapshot } from '@counterpane/shared/domain/message'
import type { ExactEvidence } from '@counterpane/shared/matching/evidence'
import type { MatchResult } from '@counterpane/shared/matching/match-result'
import type { OtherSide } from '@counterpane/shared/matching/other-side'
import type { Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'

export type RegisterOrder = z.output<typeof registerMessage>
export type MessageInput = z.output<typeof messageContent>
export interface Viewer { caller: Caller; locale: Locale; now: Date }

export interface Recognised { messageKey: string; side: OtherSide; own: { managerIds: ReadonlyMap<string, string> }; evidence: ExactEvidence; match: MatchResult; sentBy: string | null }

/** The order by which a letter was written ("register it when it is sent"). */
export interface WrittenOrder {
  id: string; managerId: string; counterpartyId: string | null; personIds: string[]; previousId: string | null; visibility: Visibility; private: boolean
  /** What was registered on sending, when the letter's Message-ID was not known yet. */
  contact: { id: string } | null
}

/** What registering writes for one message. */
export interface MessageContact {
  id: string; at: Date; startsAt: Date; method: Method; direction: Direction; status: Status; source: Source; state: State; visibility: Visibility; private: boolean
  counterpartyId: string | null; alsoCounterpartyIds: string[]; personIds: string[]; managerId: string | null; registeredById: string; firmId: string | null; previousId: string | null
  messageKey: string; messageId: string | null; conversationId: string | null; subject: string; content: string; folded: string; comment: string
  attachments: { id: string; name: string; contentType: string; size: number }[]
}

/** What registering needs of other features and of the platform's readers of text; the composition passes it in. */
export interface RegisteringNeeds {
  toSnapshot(message: MessageInput): MessageSnapshot
  recognise(message: MessageSnapshot, callerId: string): Recognised
  matchOf(found: Recognised, viewer: Viewer): Match
  contactIdOf(messageKey: string): string | null
  showContact(id: string, viewer: Viewer): Contact
  insertContact(tx: Tx, contact: MessageContact): Promise<void>
  /** Takes a contact back and frees its keys. */
  markUndone(tx: Tx, id: string, at: Date): Promise<void>
  /** The order that is named, else the likely one among the sender's. */
  writtenOrder(found: Recognised, message: MessageSnapshot, asked: { callerId: string; named: string | undefined }): WrittenOrder | null
  /** What an order has led to so far; null when it is closed. */
  standingOfOrder(tx: Tx, id: string): Promise<{ contactId: string | null; fulfilled: boolean } | null>
  settleOrder(tx: Tx, id: string, outcome: { contactId: string; fulfilledAt: Date | null }): Promise<void>
  planNext(tx: Tx, previous: MessageContact, plan: { at: string; method?: Method; type?: string | null }, caller: Caller): Promise<void>
  /** Turns a planned contact held, or a task done; false when the id is neither. */
  close(tx: Tx, id: string, caller: Caller): Promise<boolean>
  remember(tx: Tx, choice: { addressKey: string; personId: string | null; counterpartyId: string; caller: Caller }): Promise<void>
  textOfHtml(html: string): string
  foldMessage(text: string, subject: string): { content: string; folded: string }
}
