import type { CalendarProblem } from '@counterpane/shared/contract/calendar'
import type { Db, Tx } from '../../platform/db/database'
import type { Log } from '../../platform/log/logger'
import type { CalendarAccess } from '../../ports/calendar-source'
import type { Clock } from '../../ports/clock'
import type { OwnCalendar } from '../../ports/own-calendar'
import { ProviderFailure, type ProviderFailureCode } from '../../ports/provider-failure'
import { askAgain, dropAppointment, forgetAppointments, forgetStranger, keepOutcome, type DueAppointment, type Outcome, type OwnAppointmentsRepository } from './own-appointments.repository'
import { isAsWritten, toOwnEvent, writtenOf } from './written-appointment'

export interface WriteAppointmentsDeps {
  db: Db; clock: Clock; log: Log; repository: OwnAppointmentsRepository
  ownCalendarOf(managerId: string): OwnCalendar
  accessOf(managerId: string): CalendarAccess
}
/** `assertHeld` comes first in every unit of work: an earlier hand's writing is refused. */
export interface Writing { managerId: string; assertHeld(tx: Tx): Promise<void> }

const [minute, hour] = [60_000, 3_600_000]
const triesMost = 8
/** What only a person can mend is not tried again by itself. */
const final: Partial<Record<ProviderFailureCode, CalendarProblem>> = {
  forbidden: 'refused', 'consent-missing': 'no-consent', 'auth-expired': 'signed-out', 'not-configured': 'not-configured', rejected: 'unreadable-answer',
}

const isLeaving = ({ undone, status }: DueAppointment) => undone || status === 'cancelled'

/** Writes what is due of one manager's own appointments. Each by itself: what one of them meets stops none of the others. */
export function createWriteAppointments({ db, clock, log, repository, ownCalendarOf, accessOf }: WriteAppointmentsDeps) {
  async function place(row: DueAppointment, { managerId, assertHeld }: Writing) {
    const event = toOwnEvent(row)
    const [own, access] = [ownCalendarOf(managerId), accessOf(managerId)]
    const known = row.eventId !== null && row.version !== null ? { eventId: row.eventId, version: row.version } : null
    const written = known === null ? await own.create(access, event) : await own.change(access, known, event)
    const at = clock.now()
    await db.write(async (tx) => {
      await assertHeld(tx)
      await forgetStranger(tx, managerId, written.eventId)
      // While it was being written people may have gone on: what they want now is written next.
      const now = repository.find(row.contactId)
      if (!now) return
      const state = now.state === 'removing' || isLeaving(now) ? 'removing' : isAsWritten(writtenOf(event), toOwnEvent(now)) ? 'placed' : 'changing'
      await keepOutcome(tx, row.contactId, { state, ...written, written: writtenOf(event), problem: null, tries: 0, dueAt: at, at })
      if (state !== 'placed') await askAgain(tx, managerId)
    })
  }
  async function remove({ contactId, eventId }: DueAppointment, { managerId, assertHeld }: Writing) {
    if (eventId !== null) await ownCalendarOf(managerId).remove(accessOf(managerId), eventId)
    const at = clock.now()
    await db.write(async (tx) => {
      await assertHeld(tx)
      await dropAppointment(tx, { contactId, managerId, eventId, at })
    })
  }
  function outcomeOf(row: DueAppointment, { code, retryAfterSeconds }: ProviderFailure): Outcome {
    const at = clock.now()
    const tries = row.tries + 1
    const later = new Date(at.getTime() + (retryAfterSeconds === null ? Math.min(hour, minute * 2 ** row.tries) : retryAfterSeconds * 1_000))
    // Changed in the calendar since: the round reads that first, then the newest of both is written whatever stands there.
    if (code === 'stale' && tries < triesMost) return { state: row.state, version: '*', problem: null, tries, dueAt: later, at }
    // Deleted in the calendar: its round says so to the contact; there is nothing to write to.
    if (code === 'gone' && row.eventId !== null) return { state: 'failed', problem: 'no-mailbox', tries, dueAt: later, at }
    const problem = final[code] ?? (tries >= triesMost ? (code === 'rate-limited' ? 'throttled' : 'unreachable') : null)
    return { state: problem === null ? row.state : 'failed', problem, tries, dueAt: later, at }
  }

  return async (writing: Writing): Promise<void> => {
    const lost = repository.lost(writing.managerId)
    if (lost.length > 0) await db.write((tx) => forgetAppointments(tx, lost))
    for (const row of repository.due(writing.managerId, clock.now().getTime())) {
      try {
        if (row.state === 'removing' || isLeaving(row)) await remove(row, writing)
        else if (row.state === 'changing' && isAsWritten(row.written, toOwnEvent(row))) await db.write((tx) => keepOutcome(tx, row.contactId, { state: 'placed', problem: null, tries: 0, dueAt: clock.now(), at: clock.now() }))
        else await place(row, writing)
      } catch (error) {
        if (!(error instanceof ProviderFailure)) throw error
        log.warn({ managerId: writing.managerId, code: error.code }, 'an appointment could not be written')
        const outcome = outcomeOf(row, error)
        await db.write(async (tx) => {
          await writing.assertHeld(tx)
          if (repository.find(row.contactId)?.state === row.state) await keepOutcome(tx, row.contactId, outcome)
        })
        if (error.code === 'rate-limited') return
      }
    }
  }
}
