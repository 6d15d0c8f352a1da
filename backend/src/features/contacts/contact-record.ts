import type { CalendarProblem } from '@counterpane/shared/contract/calendar'
import type { Direction, Method, Priority, Source, State, Status, Visibility } from '@counterpane/shared/domain/codes'

export interface Ref { id: string; name: string }
export interface CalendarFacts { allDay: boolean; zoneUnknown: boolean; cancellation: 'cancelled' | 'declined' | 'removed' | null; moves: number; seriesId: string | null; resemblesId: string | null }
export interface AppointmentFacts { state: 'placing' | 'placed' | 'changing' | 'removing' | 'failed'; managerId: string; problem: CalendarProblem | null }
export interface AttachmentRecord { id: string; name: string; contentType: string; size: number; kept: boolean }

/** A contact as the database holds it, with the names of what it refers to. Times are UTC instants in ms. */
export interface ContactRecord {
  id: string; version: number; startsAt: number; endsAt: number; durationMinutes: number | null
  method: Method; direction: Direction; status: Status; state: State; priority: Priority; source: Source; visibility: Visibility; private: boolean
  type: (Ref & { nameRu: string | null }) | null; firm: Ref | null; adSource: Ref | null
  manager: Ref | null; managers: Ref[]; registeredBy: Ref | null; counterparty: Ref | null; also: Ref[]; persons: Ref[]
  subject: string; content: string; folded: string; result: string; comment: string; attributes: Record<string, unknown>; attachments: AttachmentRecord[]
  messageKey: string | null; messageId: string | null; conversationId: string | null; previousId: string | null; nextIds: string[]
  undoneAt: number | null; calendar: CalendarFacts | null; appointment: AppointmentFacts | null; createdAt: number; updatedAt: number
}
