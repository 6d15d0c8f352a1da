import { z } from 'zod'
import { contact } from './contact'
import * as p from './parts'
import { task } from './task'

/** `from` and `to` are the bounds of the manager's own day, as instants. */
export const askMyDay = z.strictObject({ from: p.instant, to: p.instant })

const someContacts = z.object({ items: z.array(contact), total: z.number().int() })
const someTasks = z.object({ items: z.array(task), total: z.number().int() })
/** What the day holds for the caller. At most 20 of each kind; `total` counts all. */
export const myDay = z.object({
  /** Open tasks whose time has passed, today's among them (`task.overdue`); and those still to come today. */
  overdueTasks: someTasks, todayTasks: someTasks, plannedToday: someContacts,
  /** Planned contacts whose end has passed, the oldest first: held, not held or moved? */
  withoutOutcome: someContacts,
  /** Emails registered today by the caller, or by a colleague with one of the caller's clients. */
  registeredToday: someContacts,
})

/** The journal's page of the day: what `myDay` has, and what is read at a desk. `timeZone`: whose dates birthdays fall on. */
export const askJournalDay = askMyDay.extend({ timeZone: z.string().max(64).optional() })
export const journalDay = myDay.extend({
  /** Planned contacts past their end that are no meetings: calls and letters that were to be made. */
  overduePlans: someContacts,
  /** What colleagues registered today with the caller's clients. */
  byColleagues: someContacts,
  /** Incoming letters of the last 30 days with the caller's clients whose registered conversation has no later outgoing letter, call or meeting registered. */
  unanswered: someContacts,
  /** Birthdays and other days to remember of contact persons of the caller's clients, today and in the next 7 days. `name`: what such a day is called; `years`: since it. */
  dates: z.object({ items: z.array(z.object({ person: p.reference, counterparty: p.reference.nullable(), kind: z.enum(['birthday', 'date']), name: z.string().nullable(), date: z.string(), years: z.number().int().nullable() })), total: z.number().int() }),
})
/** What comes due between two instants (at most an hour), for the page to remind of. */
export const askReminders = z.strictObject({ from: p.instant, to: p.instant })
export const reminders = z.object({
  items: z.array(z.object({ kind: z.enum(['contact', 'task', 'note']), id: p.id, title: z.string(), at: p.utcInstant, method: p.method.nullable(), counterparty: p.reference.nullable() })), nextCursor: z.null(),
})
/** The letter as it would be sent now: to oneself, and to a lead about the team. */
export const askDigest = z.strictObject({ kind: z.enum(['mine', 'team']).optional() })
export const digest = z.object({ subject: z.string(), html: z.string(), text: z.string(), isEmpty: z.boolean() })
export type JournalDay = z.infer<typeof journalDay>
export type Digest = z.infer<typeof digest>
export type Reminder = z.infer<typeof reminders>['items'][number]
export type MyDay = z.infer<typeof myDay>
