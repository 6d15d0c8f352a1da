import type { z } from 'zod'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { meetingSnapshot, MeetingSidebar, registerMeeting } from '@counterpane/shared/contract/meeting'
import type { Direction, Locale, Method, Source, Status } from '@counterpane/shared/domain/codes'
import type { MessageSnapshot } from '@counterpane/shared/domain/message'
import type { ExactEvidence, Target } from '@counterpane/shared/matching/evidence'
import type { MatchResult } from '@counterpane/shared/matching/match-result'
import type { OtherSide } from '@counterpane/shared/matching/other-side'
import type { Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'

export type Meeting = z.output<typeof meetingSnapshot>
export type MeetingOrder = z.output<typeof registerMeeting>
export interface Viewer { caller: Caller; locale: Locale; now: Date }
export type Invitation = Pick<MessageSnapshot, 'from' | 'replyTo' | 'to' | 'cc'>
export interface RecognisedMeeting { side: OtherSide; own: { managerIds: ReadonlyMap<string, string> }; evidence: ExactEvidence; match: MatchResult }

/** What registering writes for one meeting. */
export interface MeetingContact {
  id: string; at: Date; startsAt: Date; durationMinutes: number; method: Method; direction: Direction; status: Status; source: Source; private: boolean
  counterpartyId: string | null; alsoCounterpartyIds: string[]; personIds: string[]; managerId: string; managerIds: string[]; registeredById: string; firmId: string | null
  meetingKey: string; subject: string; content: string; folded: string; comment: string
}

/** What meetings need of other features; the composition passes it in. */
export interface MeetingsNeeds {
  recognise(invitation: Invitation, callerId: string): RecognisedMeeting
  matchOf(found: RecognisedMeeting, viewer: Viewer): MeetingSidebar['match']
  participantsOf(found: RecognisedMeeting): MeetingSidebar['participants']
  aboutClient(target: Target | null, viewer: Viewer): Pick<MeetingSidebar, 'lastContact' | 'nextContact' | 'openTasks' | 'history'>
  showContact(id: string, viewer: Viewer): Contact
  insertContact(tx: Tx, contact: MeetingContact): Promise<void>
  /** By them a contact without a client is matched again when somebody gains the address. */
  keepAddresses(tx: Tx, contactId: string, addressKeys: readonly string[]): Promise<void>
  firmFor(counterpartyId: string | null): string | null
  foldMessage(text: string): { content: string; folded: string }
}
