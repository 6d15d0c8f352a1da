import type { CalendarAccess } from './calendar-source'

/** An appointment of one's own, without guests: nobody ever receives anything because of it. Times in ms. `mark`: our contact's id, by which the sync knows it. */
export interface OwnEvent { subject: string; text: string; location: string; startsAt: number; endsAt: number; mark: string }
/** `version`: the provider's etag. Given to `change`, `anyVersion` means whatever stands there now. */
export interface WrittenEvent { eventId: string; version: string }

/** For a change that is to be written over what people changed since. No etag: those are quoted. */
export const anyVersion = '*'

/** Writing into a manager's own calendar. All reject with ProviderFailure; `forbidden` when the permission to write is missing. Shares the mailbox's queue with CalendarSource. */
export interface OwnCalendar {
  /** The same `mark` makes one appointment, however often this is called. */
  create(access: CalendarAccess, event: OwnEvent): Promise<WrittenEvent>
  /** `stale` when it changed since `version` (with `anyVersion`: while this call was looking at it), `gone` when it is not there, `rejected` when it has guests meanwhile: those are moved in the mail client. */
  change(access: CalendarAccess, written: WrittenEvent, event: OwnEvent): Promise<WrittenEvent>
  /** Does nothing when it is gone already. */
  remove(access: CalendarAccess, eventId: string): Promise<void>
}
