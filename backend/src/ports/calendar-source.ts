import type { MailAddress } from '@counterpane/shared/domain/message'

/** An instant in ms with the IANA zone that its organiser chose (null: a zone that nobody knows), or a date (YYYY-MM-DD) of an all-day appointment, which has no zone. */
export type CalendarTime = { kind: 'instant'; at: number; zone: string | null } | { kind: 'date'; date: string }

export type CalendarResponse = 'accepted' | 'declined' | 'tentative' | 'none'
export interface CalendarAttendee extends MailAddress { response: CalendarResponse; optional: boolean; resource: boolean }

/** An appointment as it stands in one calendar, every occurrence of a series by itself and whole. Words of the provider are ours here already. */
export interface CalendarEvent {
  /** The provider's id in this calendar; case counts. */
  eventId: string
  /** The id of its series in this calendar; null for a single appointment. */
  seriesId: string | null
  /** iCalUID as the provider writes it; of an occurrence it may differ from its series'. */
  uid: string | null
  /** The slot of the series it stands in, whatever time it was moved to: an instant (ISO 8601 with Z, ms) or a date (YYYY-MM-DD); null for a single appointment. */
  originalStart: string | null
  /** When the provider last changed it, in ms by its own clock; null when it does not say. */
  changedAt: number | null
  start: CalendarTime
  /** Not included. Never before `start`. */
  end: CalendarTime
  /** The organiser's zone can't be mapped; the times are as the provider gave them in UTC. */
  zoneUnknown: boolean
  /** By its organiser. */
  cancelled: boolean
  subject: string
  /** Plain text, at most `calendarLimits.text` characters. */
  text: string
  location: string
  organizer: MailAddress | null
  /** The calendar's owner organises it. */
  organizedHere: boolean
  /** At most `calendarLimits.attendees`. */
  attendees: readonly CalendarAttendee[]
  ownResponse: CalendarResponse
  /** Private or confidential: nobody but its owner may learn what it is about. */
  private: boolean
  showAs: 'busy' | 'free' | 'away'
  /** `absence`: out of office, working place, birthday and whatever else is no meeting. */
  kind: 'meeting' | 'absence'
  online: boolean
  /** https; opens it in the mail client. */
  webLink: string | null
  /** The id of our contact when the appointment carries it. */
  mark: string | null
}
export const calendarLimits = { text: 100_000, attendees: 2_000, pages: 20_000 } as const

export type CalendarChange =
  | { kind: 'event'; event: CalendarEvent }
  /** Surely no longer in the calendar. */
  | { kind: 'gone'; eventId: string }
  /** Perhaps no longer there, perhaps moved out of the window: `read` tells. */
  | { kind: 'maybe-gone'; eventId: string }
  /** What a series says of its deleted dates (YYYY-MM-DD in `zone`); says nothing of the others. */
  | { kind: 'series'; seriesId: string; zone: string | null; deletedDates: readonly string[] }
  /** One item that can't be understood; the others are whole. `problem` holds no words of it. */
  | { kind: 'unreadable'; eventId: string; problem: string }

export interface ChangesPage {
  changes: readonly CalendarChange[]
  /** Where reading goes on: with the next page, or with the next round when `complete`. Opaque; may be long. */
  cursor: string
  /** The last page of its round. */
  complete: boolean
}

/** Both ends are instants in ms. */
export interface CalendarWindow { from: number; to: number }
/** Whose calendar: the address by which the provider knows it, and how we may read it (Google: the manager's own refresh token; null: as the program itself). */
export interface CalendarAccess { mailbox: string; refreshToken: string | null }

export interface BellOrder {
  /** Ours; Google calls its channel so. At most 64 characters. */
  id: string
  url: string
  lifecycleUrl: string
  /** What each ring must bring along; at most 128 characters. */
  secret: string
}
/** `subscriptionId`, `resourceId`: as the provider calls them. `expiresAt` in ms. */
export interface Bell { subscriptionId: string; resourceId: string | null; expiresAt: number }

/**
 * A provider's calendars. All reject with ProviderFailure. Never more than four requests for one mailbox are under way, and none leaves before a
 * Retry-After has ended (`rate-limited` is then answered without asking). Nothing is repeated here: the worker decides about that.
 */
export interface CalendarSource {
  /** The default calendar can be read. */
  verify(access: CalendarAccess): Promise<void>
  /**
   * What changed: everything inside the window from the start, or what came after a cursor. Pages are asked for as they are taken; a taken page is never
   * given twice by one call. `cursor-expired`: only a full round helps. `rejected`: the answers lead nowhere (a loop, a link to another house, no end).
   */
  changesSince(access: CalendarAccess, from: { window: CalendarWindow } | { cursor: string }): AsyncIterable<ChangesPage>
  /** One appointment as it stands now: `event`, `gone` or `unreadable`. */
  read(access: CalendarAccess, eventId: string): Promise<CalendarChange>
  subscribe(access: CalendarAccess, order: BellOrder): Promise<Bell>
  /** For longer; `order` for providers where that means a new one beside the old. `gone` when there is nothing to renew. */
  renew(access: CalendarAccess, bell: Bell, order: BellOrder): Promise<Bell>
  /** Does nothing when it is gone already. */
  unsubscribe(access: CalendarAccess, bell: Bell): Promise<void>
}
