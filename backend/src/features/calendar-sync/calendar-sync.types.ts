import type { CalendarPolicy } from '@counterpane/shared/contract/calendar'
import type { Direction, Method, Status } from '@counterpane/shared/domain/codes'
import type { MailAddress } from '@counterpane/shared/domain/message'
import type { CalendarChange, CalendarEvent } from '../../ports/calendar-source'

/** `planned` as long as the manager goes there. */
export type Standing = 'planned' | 'cancelled' | 'declined' | 'removed'
/** What an appointment is to the journal: a contact; waiting in its manager's own list; "busy" without a word; nothing. */
export type Meaning = 'meeting' | 'waiting' | 'busy' | 'ignored'

/** Whom the other side turned out to be. `outsiders`: address keys of all who are not ours. */
export interface MatchedSide { kind: 'known' | 'unknown' | 'internal' | 'blocked'; counterpartyId: string | null; personIds: readonly string[]; direction: Direction; organiserManagerId: string | null; outsiders: readonly string[] }

/** What an appointment says of its contact. Times in ms; of an all-day one midnights in UTC. */
export interface MeetingFacts {
  startsAt: number; endsAt: number; allDay: boolean; zoneUnknown: boolean; method: Method; direction: Direction
  subject: string; text: string; location: string; online: boolean; organizer: MailAddress | null; outsiders: readonly MailAddress[]; link: string | null
  counterpartyId: string | null; personIds: readonly string[]
  /** The organiser's name for the meeting in panes (features/meetings): organiser, start and subject, hashed. */
  paneKey: string | null
}

/** A row of the copy that is kept of a calendar. `facts` is null when no words may be kept. */
export interface Entry {
  id: string; managerId: string; eventId: string; seriesId: string | null; calendarKey: string | null; originalStart: string | null
  changedAt: number | null; hash: string; standing: Standing; meaning: Meaning; organiser: boolean; startsAt: number; endsAt: number; dismissed: boolean; facts: MeetingFacts | null
}

/** What the calendars gave a contact last; a field that differs from it on the contact was changed by people. */
export interface Given {
  startsAt: number; durationMinutes: number; method: Method; direction: Direction; subject: string; contentHash: string
  counterpartyId: string | null; personIds: readonly string[]; managerIds: readonly string[]
}

/** The contact as it stands, as far as calendars may touch it. */
export interface ContactNow {
  id: string; version: number; undone: boolean; status: Status; startsAt: number; durationMinutes: number | null; method: Method; direction: Direction
  subject: string; contentHash: string; counterpartyId: string | null; personIds: readonly string[]; managerId: string | null; managerIds: readonly string[]
  /** Of an appointment put into a calendar from here: when it stands there as we wrote it last. */
  written?: { startsAt: number; endsAt: number } | null
}

/** A meeting: its contact, what the calendars said, and its rows in all calendars. */
export interface MeetingState {
  calendarKey: string; seriesKey: string | null; given: Given; cancellation: Exclude<Standing, 'planned'> | null; moves: number; contact: ContactNow
  /** Of every calendar that has it, the asked one's as it was before this page. */
  entries: readonly Entry[]
}

/** Everything that a page needs to know of what is there. Keys that are missing are not there; `keysOf` (meeting-identity) names those that a page asks for. */
export interface Having {
  /** This calendar's rows, by event id; for a `series` change all rows of that series. */
  entries: ReadonlyMap<string, Entry>
  /** By calendar key. */
  meetings: ReadonlyMap<string, MeetingState>
  /** Rows of other calendars for keys that have no meeting yet, by calendar key. */
  others: ReadonlyMap<string, readonly Entry[]>
  /** Contacts that are this meeting already without a calendar having said so: put into the calendar from here, or registered in a pane. By event id. */
  adopted: ReadonlyMap<string, ContactNow>
}

/** `current`: surely as it stands now, since a full round lists it or it was read by itself: what had gone is there again though nothing of it changed. */
export interface ReadEvent { change: Extract<CalendarChange, { kind: 'event' }>; side: MatchedSide; current?: boolean }
export type Read = ReadEvent | { change: Exclude<CalendarChange, { kind: 'event' | 'unreadable' | 'maybe-gone' }>; side: null }

/** The contact as calendars make it; what stays away is left as it is. */
export interface MeetingChange {
  startsAt?: number; durationMinutes?: number; method?: Method; direction?: Direction; subject?: string; content?: string
  counterpartyId?: string | null; personIds?: readonly string[]; managerId?: string; managerIds?: readonly string[]; status?: Extract<Status, 'planned' | 'cancelled'>
}
export interface NewMeeting {
  contactId: string; calendarKey: string; seriesKey: string | null; facts: MeetingFacts; managerIds: readonly string[]; status: Extract<Status, 'planned' | 'cancelled'>
  cancellation: MeetingState['cancellation']; busy: boolean; given: Given
}
export interface ChangedMeeting {
  contactId: string; calendarKey: string; seriesKey: string | null; change: MeetingChange; given: Given; cancellation: MeetingState['cancellation']
  allDay: boolean; zoneUnknown: boolean; paneKey: string | null
  /** Moved by its calendar. */
  move: { from: number; to: number } | null
  /** The contact was there before the calendar knew of it. */
  adopted: boolean
}

/** What one page changes. Empty lists when it says nothing new: then nothing is written. */
export interface Writes { entries: readonly Entry[]; created: readonly NewMeeting[]; changed: readonly ChangedMeeting[] }

export interface ReconcileContext { managerId: string; policy: CalendarPolicy; newId(): string }
/** Pure: what a page changes of what is there, in whatever order and however often its changes come. */
export type Reconcile = (having: Having, reads: readonly Read[], context: ReconcileContext) => Writes

export type { CalendarChange, CalendarEvent }
