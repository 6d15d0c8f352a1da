/**
 * A small world of calendars in memory: what people do in their mail clients, without Microsoft and Google. Its two faces (Graph and Google Calendar) read it through `CalendarWorld`:
 *
 * - An appointment is one for everybody; each participant who has a mailbox here has a *copy* of it, with its own event id, response, state and revisions.
 * - A copy is `single`, `series` (the master), `occurrence` (as its series says) or `exception` (an occurrence that differs). Occurrences are addressed by event ids too.
 * - A *slot* is the original start of an occurrence, whatever time it was moved to: an instant in ms, or the date of an all-day series.
 * - Every change of a copy has a revision in its mailbox's log. A change of a series logs the series and each of its occurrences, those too that are no longer there.
 * - States of a copy: `there`; `cancelled` by its organiser (an Exchange attendee keeps such a copy until he removes it; Exchange organisers and Google have it `gone`); `gone` from this calendar.
 *
 * Verbs take the appointment's `id` (of `create`) and, where one occurrence is meant, its slot. A face that was given an event id finds both by `find`.
 */
export type MailboxKind = 'exchange' | 'google'
export interface WorldClock { now(): Date }
export interface WorldMailbox { address: string; name: string; kind: MailboxKind; /** The mailbox's own zone, IANA. */ zone: string }

export interface WorldPerson { name: string; address: string }
export type WorldResponse = 'none' | 'accepted' | 'tentative' | 'declined'
export interface WorldAttendee extends WorldPerson { response: WorldResponse; optional: boolean; resource: boolean }
export type NewAttendee = WorldPerson & Partial<WorldAttendee>

/** The end is not included. Instants in ms; dates YYYY-MM-DD. */
export type Span = { allDay: false; from: number; to: number } | { allDay: true; from: string; to: string }
export type Slot = number | string
/** Ends after `count` occurrences or with `until` (YYYY-MM-DD, included, by the series' zone); at most 1,000 of them. `weekdays`: 0 is Sunday; absent: that of the first occurrence. */
export interface Recurrence { every: 'day' | 'week'; interval?: number; weekdays?: readonly number[]; count?: number; until?: string }

export type Sensitivity = 'normal' | 'personal' | 'private' | 'confidential'
export type ShowAs = 'busy' | 'free' | 'tentative' | 'oof' | 'workingElsewhere'
/** What an organiser writes and everybody's copy shows. */
export interface AppointmentWords { subject: string; text: string; location: string; /** Link to the online meeting. */ online: string | null; sensitivity: Sensitivity; showAs: ShowAs }
export interface NewAppointment extends Partial<AppointmentWords> {
  organizer: WorldPerson
  attendees?: readonly NewAttendee[]
  span: Span
  /** IANA, or whatever else the organiser's client wrote. Default: his mailbox's. */
  zone?: string
  recurrence?: Recurrence | null
  /** As another vendor wrote it. Default: as the organiser's kind writes it (an organiser without a mailbox here counts as Exchange). */
  uid?: string
  /** Our contact's id, written on the organiser's copy only. */
  mark?: string | null
}
export type AppointmentEdit = Partial<AppointmentWords> & { attendees?: readonly NewAttendee[]; mark?: string | null }
export type SeriesEdit = AppointmentEdit & { span?: Span; zone?: string; recurrence?: Recurrence }
/** What an attendee changes in his own calendar only. */
export interface OwnEdit { sensitivity?: Sensitivity; showAs?: ShowAs; mark?: string | null }

export type CopyType = 'single' | 'series' | 'occurrence' | 'exception'
export type CopyState = 'there' | 'cancelled' | 'gone'
/** An appointment as it stands in one mailbox. */
export interface CalendarCopy extends AppointmentWords {
  mailbox: string
  eventId: string
  type: CopyType
  state: CopyState
  appointmentId: string
  seriesId: string | null
  /** As this mailbox's vendor writes it: in Exchange an occurrence has its date inside. */
  uid: string
  slot: Slot | null
  /** Of a series: its first occurrence's. */
  span: Span
  zone: string
  recurrence: Recurrence | null
  organizer: WorldPerson
  organizedHere: boolean
  attendees: readonly WorldAttendee[]
  ownResponse: WorldResponse
  mark: string | null
  createdAt: number
  changedAt: number
  revision: number
  /** Of a series: slots that are gone from this calendar. */
  deletedSlots: readonly Slot[]
}

/** `deleted`: no longer in this calendar. */
export interface LogEntry { revision: number; at: number; eventId: string; seriesId: string | null; slot: Slot | null; change: 'created' | 'updated' | 'deleted' }
export interface WorldChange extends LogEntry { mailbox: string }
export interface Appointment { id: string; uid: string; /** Event id by mailbox. */ eventIds: Readonly<Record<string, string>> }
export interface InstantWindow { from: number; to: number }

export interface CalendarWorld {
  readonly clock: WorldClock
  addMailbox(mailbox: { address: string; kind: MailboxKind; name?: string; zone?: string }): WorldMailbox
  /** No copies any more, nothing found: the account is deleted. */
  removeMailbox(address: string): void
  mailbox(address: string): WorldMailbox | null
  mailboxes(): readonly WorldMailbox[]

  create(appointment: NewAppointment): Appointment
  /** By its organiser; whoever had answered is asked again. */
  move(id: string, span: Span, zone?: string): void
  moveOccurrence(id: string, slot: Slot, span: Span): void
  /** Words and guests. A guest who is left out sees a cancelled copy (Exchange) or none (Google). */
  edit(id: string, edit: AppointmentEdit): void
  editOccurrence(id: string, slot: Slot, edit: Partial<AppointmentWords>): void
  /** The whole series; when its times change, its slots and all exceptions are new. */
  editSeries(id: string, edit: SeriesEdit): void
  /** This and following: the old series ends before the slot, a new one with a uid of its own begins. */
  splitSeries(id: string, slot: Slot, edit: SeriesEdit): Appointment
  editOwn(id: string, mailbox: string, edit: OwnEdit): void
  respond(id: string, mailbox: string, response: WorldResponse, slot?: Slot): void
  decline(id: string, mailbox: string, slot?: Slot): void
  /** By its organiser. */
  cancel(id: string): void
  deleteOccurrence(id: string, slot: Slot): void
  /** Somebody deletes it from his own calendar, telling nobody. */
  removeCopy(id: string, mailbox: string, slot?: Slot): void
  /** Undoes removeCopy (with a mailbox), cancel or deleteOccurrence (without). */
  restore(id: string, where?: { mailbox?: string; slot?: Slot }): void

  appointment(id: string): Appointment | null
  /** The slots of a series by its rule, deleted ones too. */
  slots(id: string): readonly Slot[]
  /** Whatever stands in the mailbox, series as series, without what is gone. */
  listCopies(mailbox: string): readonly CalendarCopy[]
  /** Singles and occurrences (whole) that overlap the window, by start; nothing gone, no masters. */
  listOccurrences(mailbox: string, window: InstantWindow): readonly CalendarCopy[]
  /** The same ones by their ids alone: much quicker where there are many. */
  listOccurrenceIds(mailbox: string, window: InstantWindow): readonly { eventId: string; seriesId: string | null }[]
  /** Anything by its event id, whatever its state; null when there never was such. */
  find(mailbox: string, eventId: string): CalendarCopy | null
  revision(mailbox: string): number
  /** What was changed after a revision, each event once with its newest entry, oldest first. */
  changesSince(mailbox: string, revision: number): readonly LogEntry[]
  /** Called after each change, once per event of each mailbox. Gives the function that ends it. */
  on(listener: (change: WorldChange) => void): () => void
}
