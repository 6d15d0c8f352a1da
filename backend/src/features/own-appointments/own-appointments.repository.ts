import type { CalendarProblem } from '@counterpane/shared/contract/calendar'
import type { Db, Tx } from '../../platform/db/database'

export type AppointmentState = 'placing' | 'placed' | 'changing' | 'removing' | 'failed'
/** What stands in the calendar, as far as we wrote it; times in ms. */
export interface Written { subject: string; text: string; startsAt: number; endsAt: number }
export interface AppointmentRow { contactId: string; managerId: string; eventId: string | null; version: string | null; state: AppointmentState; problem: CalendarProblem | null; written: Written | null; tries: number }
/** A row with its contact as it stands now. */
export interface DueAppointment extends AppointmentRow { status: string; undone: boolean; subject: string; content: string; startsAt: number; endsAt: number }

type Stored<T> = Omit<T, 'written' | 'undone'> & { written: string | null; undone: number }
const columns = 'o.contactId, o.managerId, o.eventId, o.version, o.state, o.problem, o.written, o.tries'
const withContact = `SELECT ${columns}, c.status, c.undoneAt IS NOT NULL AS undone, c.subject, c.content, c.startsAt, c.endsAt FROM OwnAppointment o JOIN Contact c ON c.id = o.contactId`

export function createOwnAppointmentsRepository({ sql }: Pick<Db, 'sql'>) {
  const toRow = <T extends AppointmentRow>(row: Stored<T>) => ({ ...row, undone: row.undone === 1, written: row.written === null ? null : JSON.parse(row.written) as Written }) as unknown as T
  return {
    find(contactId: string): DueAppointment | null {
      const row = sql.first<Stored<DueAppointment>>(`${withContact} WHERE o.contactId = ?`, [contactId])
      return row && toRow(row)
    },
    /** Those that wait to be written; few at a time. */
    due: (managerId: string, now: number) => sql.all<Stored<DueAppointment>>(
      `${withContact} WHERE o.managerId = ? AND o.dueAt <= ? AND o.state IN ('placing', 'changing', 'removing') ORDER BY o.dueAt LIMIT 20`, [managerId, now]).map((row) => toRow<DueAppointment>(row)),
    /** Placed, and taken out of the calendar by its manager since. */
    lost: (managerId: string) => sql.all<{ contactId: string }>(
      "SELECT o.contactId FROM OwnAppointment o JOIN CalendarMeeting m ON m.contactId = o.contactId WHERE o.managerId = ? AND o.state = 'placed' AND m.cancellation = 'removed'", [managerId]).map((row) => row.contactId),
    hasCalendar: (managerId: string) => sql.first('SELECT 1 AS found FROM CalendarMailbox WHERE managerId = ?', [managerId]) !== null,
    standsInCalendar: (contactId: string, managerId: string) => sql.first(
      "SELECT 1 AS found FROM CalendarMeeting m JOIN CalendarEntry e ON e.calendarKey = m.calendarKey WHERE m.contactId = ? AND e.managerId = ? AND e.standing = 'planned'", [contactId, managerId]) !== null,
  }
}
export type OwnAppointmentsRepository = ReturnType<typeof createOwnAppointmentsRepository>

/** A row that waits for whoever holds the calendar, and the calendar asked for it. */
export async function orderWriting(tx: Tx, { contactId, managerId, state, at }: { contactId: string; managerId: string; state: AppointmentState; at: Date }): Promise<void> {
  await tx.ownAppointment.upsert({
    where: { contactId }, create: { contactId, managerId, state, dueAt: at, createdAt: at }, update: { state, problem: null, tries: 0, dueAt: at },
  })
  await askAgain(tx, managerId)
  await tx.contact.update({ where: { id: contactId }, data: { updatedAt: at, version: { increment: 1 } }, select: { id: true } })
}

/** One more turn of the calendar follows the one that is under way. */
export const askAgain = (tx: Tx, managerId: string) => tx.calendarMailbox.updateMany({ where: { managerId }, data: { asks: { increment: 1 } } })

export interface Outcome { state: AppointmentState; eventId?: string; version?: string; written?: Written; problem: CalendarProblem | null; tries: number; dueAt: Date; at: Date }

export async function keepOutcome(tx: Tx, contactId: string, { at, written, ...outcome }: Outcome): Promise<void> {
  await tx.ownAppointment.update({ where: { contactId }, data: { ...outcome, ...(written && { written: { ...written } }) }, select: { contactId: true } })
  await tx.contact.update({ where: { id: contactId }, data: { updatedAt: at, version: { increment: 1 } }, select: { id: true } })
}

/** A copy of the calendar may have met the appointment before it was known to be ours: it is met anew. */
export const forgetStranger = (tx: Tx, managerId: string, eventId: string) => tx.calendarEntry.deleteMany({ where: { managerId, eventId, meaning: { not: 'meeting' } } })

export const forgetAppointments = (tx: Tx, contactIds: readonly string[]) => tx.ownAppointment.deleteMany({ where: { contactId: { in: [...contactIds] } } })

/** Taken out of the calendar on demand: the contact goes on without one, so the calendar's word on it ends too. */
export async function dropAppointment(tx: Tx, { contactId, managerId, eventId, at }: { contactId: string; managerId: string; eventId: string | null; at: Date }): Promise<void> {
  if (eventId !== null) await tx.calendarEntry.deleteMany({ where: { managerId, eventId } })
  await tx.calendarMeeting.deleteMany({ where: { contactId } })
  await tx.ownAppointment.deleteMany({ where: { contactId } })
  await tx.contact.update({ where: { id: contactId }, data: { updatedAt: at, version: { increment: 1 } }, select: { id: true } })
}
