import { z } from 'zod'
import { mailAddress } from './mail-message'
import * as p from './parts'

export const calendarProviders = ['graph', 'google'] as const
export const calendarStates = ['healthy', 'catching-up', 'needs-sign-in', 'not-permitted', 'waiting'] as const
/** Why a calendar is not healthy, or not as quick as it could be; `reason` says it in words, with what to do. */
export const calendarProblems = [
  'not-configured', 'no-consent', 'signed-out', 'refused', 'no-mailbox', 'throttled', 'unreachable', 'unreadable-answer', 'storage', 'first-round', 'full-round',
] as const
/** How a change becomes known: the provider rings, or it is found at the next look. */
export const calendarBells = ['on', 'off', 'refused'] as const

const standing = {
  provider: z.enum(calendarProviders).nullable(), mailbox: z.string().nullable(), state: z.enum(calendarStates).nullable(),
  /** Since when it is in this state. */
  since: p.utcInstant.nullable(),
  /** The end of the last complete round. */
  lastRoundAt: p.utcInstant.nullable(), reason: z.string().nullable(), problem: z.enum(calendarProblems).nullable(),
  waitingUntil: p.utcInstant.nullable(), bell: z.enum(calendarBells), unreadable: z.number().int(),
}
/** A manager's calendar and how its reading goes; all null when there is none. `unreadable` counts items that were set aside. */
export const calendar = z.object(standing)
export const putCalendar = z.strictObject({ provider: z.enum(calendarProviders).nullable(), mailbox: z.string().max(1_000).nullish() })

export const unreadableItem = z.object({ eventId: z.string(), problem: z.string(), since: p.utcInstant, tries: z.number().int() })
export const managersCalendar = z.object({ manager: p.reference, ...standing, items: z.array(unreadableItem) })
export const managersCalendarPage = p.page(managersCalendar)
/** Where the manager's browser goes to let Google give us this calendar. */
export const calendarConsent = z.object({ url: z.string() })

/** A meeting with outsiders whom nobody knows: seen by its manager alone. `outsiders` are those who are not ours. */
export const waitingMeeting = z.object({
  id: p.id, startsAt: p.utcInstant, durationMinutes: z.number().int(), allDay: z.boolean(), subject: z.string(), location: z.string(), online: z.boolean(),
  organizer: mailAddress.nullable(), outsiders: z.array(mailAddress), seriesId: z.string().nullable(), dismissed: z.boolean(),
})
export const waitingPage = p.page(waitingMeeting)
export const listWaiting = z.strictObject({ dismissed: p.flag.optional(), ...p.paging })
/** Without a client it becomes a contact without one. `wholeSeries`: the other dates of its series as well. */
export const acceptWaiting = z.strictObject({ counterpartyId: p.id.nullish(), personIds: z.array(p.id).max(1_000).optional(), wholeSeries: z.boolean().optional() })
export const dismissWaiting = z.strictObject({ dismissed: z.boolean(), wholeSeries: z.boolean().optional() })

/** What the calendar says of a contact. `cancellation`: by whom it fell away: the organiser, we declined, or it was taken out. `resembles`: a meeting that was taken away and of which this may be the new date. */
export const contactCalendar = z.object({
  allDay: z.boolean(), zoneUnknown: z.boolean(), cancellation: z.enum(['cancelled', 'declined', 'removed']).nullable(), moves: z.number().int(), seriesId: z.string().nullable(), resemblesId: p.id.nullable(),
})
export const appointment = z.object({ state: z.enum(['placing', 'placed', 'changing', 'removing', 'failed']), managerId: p.id, problem: z.enum(calendarProblems).nullable() })

export const contactMove = z.object({ from: p.utcInstant, to: p.utcInstant, at: p.utcInstant, by: p.reference.nullable() })
/** `link` opens the appointment in the caller's own calendar; null when it does not stand there. `seriesOpen`: past dates of the same series that still ask for their outcome, this one among them. */
export const contactCalendarDetails = z.object({ moves: z.array(contactMove), link: z.string().nullable(), resembles: z.object({ id: p.id, startsAt: p.utcInstant, subject: z.string() }).nullable(), seriesOpen: z.number().int() })

/** What of the calendars becomes contacts; each off unless said otherwise. `private`: at most that the manager is busy. `heldAfterDays`: past meetings without an answer count as held then; null: never. */
export const calendarPolicy = z.object({
  internal: z.boolean(), free: z.boolean(), allDayAbsence: z.boolean(), declined: z.boolean(), private: z.enum(['ignore', 'busy']), heldAfterDays: z.number().int().min(1).max(365).nullable(),
  /** Managers may put plans made here into their own calendars; asks for the permission to write. */
  putInCalendar: z.boolean(),
})

const outcome = { outcome: z.enum(['held', 'not-held']), result: z.string().max(1_000_000).optional() }
/** One answer for several planned contacts: those named, or all past dates of the series of one of them. */
export const recordOutcomes = z.strictObject({ ids: z.array(p.id).min(1).max(200).optional(), seriesOf: p.id.optional(), ...outcome })
  .refine((value) => (value.ids === undefined) !== (value.seriesOf === undefined), { message: 'either ids or seriesOf' })
/** `changeSetId`: by it all that was recorded can be taken back at once; null when nothing was. */
export const recordedOutcomes = z.object({ results: z.array(z.object({ id: p.id, outcome: z.enum(['recorded', 'already-recorded', 'not-found']) })), changeSetId: p.id.nullable() })

export type CalendarStatus = z.infer<typeof calendar>
export type CalendarProblem = (typeof calendarProblems)[number]
export type CalendarState = (typeof calendarStates)[number]
export type CalendarProvider = (typeof calendarProviders)[number]
export type ManagersCalendar = z.infer<typeof managersCalendar>
export type WaitingMeeting = z.infer<typeof waitingMeeting>
export type ContactCalendar = z.infer<typeof contactCalendar>
export type ContactCalendarDetails = z.infer<typeof contactCalendarDetails>
export type Appointment = z.infer<typeof appointment>
export type CalendarPolicy = z.infer<typeof calendarPolicy>
