import { AppError } from '@counterpane/shared/errors/app-error'
import type { CalendarPolicy } from '@counterpane/shared/contract/calendar'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { Clock } from '../../ports/clock'
import { dropAppointment, orderWriting, type OwnAppointmentsRepository } from './own-appointments.repository'
import { isAsWritten, toOwnEvent } from './written-appointment'

/** A contact as far as this room needs it. */
export interface PlannedContact { id: string; status: string; startsAt: number; managers: readonly { id: string }[] }
export interface OwnAppointmentsDeps { db: Db; clock: Clock; repository: OwnAppointmentsRepository; policy(): CalendarPolicy; findContact(id: string): PlannedContact | null; wake(): void }

/** "Put in my calendar": ordered here, written by whoever holds the calendar. Nobody is invited. */
export function createOwnAppointments({ db, clock, repository, policy, findContact, wake }: OwnAppointmentsDeps) {
  const get = (id: string): PlannedContact => {
    const contact = findContact(id)
    if (!contact) throw new AppError('not-found')
    return contact
  }
  async function order(contactId: string, managerId: string, state: 'placing' | 'changing' | 'removing', action: string | null) {
    const at = clock.now()
    await db.write(async (tx) => {
      await orderWriting(tx, { contactId, managerId, state, at })
      if (action) await writeAudit(tx, { managerId, noun: 'contact', nounId: contactId, action, at })
    })
    wake()
  }
  return {
    /** A second press finds what the first one ordered. */
    async put(caller: Caller, id: string): Promise<void> {
      const contact = get(id)
      const known = repository.find(id)
      if (known && known.managerId === caller.id && known.state !== 'failed' && known.state !== 'removing') return
      if (!policy().putInCalendar) throw new AppError('forbidden', { detail: 'Plans are not put into calendars here; an administrator can switch this on' })
      if (!contact.managers.some((manager) => manager.id === caller.id)) throw new AppError('forbidden', { detail: 'Only a plan of one\'s own can be put into one\'s calendar' })
      if (known && known.managerId !== caller.id) throw new AppError('conflict', { detail: 'It stands in the calendar of a colleague already' })
      if (contact.status !== 'planned') throw new AppError('wrong-status', { detail: 'Only a planned contact can be put into a calendar' })
      if (!repository.hasCalendar(caller.id)) throw new AppError('wrong-status', { detail: 'No calendar is connected; an administrator can set it up' })
      if (repository.standsInCalendar(id, caller.id)) throw new AppError('conflict', { detail: 'It stands in the calendar already' })
      await order(id, caller.id, known?.eventId ? 'changing' : 'placing', 'put-in-calendar')
    },
    async take(caller: Caller, id: string): Promise<void> {
      get(id)
      const known = repository.find(id)
      if (!known) return
      if (known.managerId !== caller.id && caller.role === 'manager') throw new AppError('forbidden', { detail: 'It stands in the calendar of a colleague' })
      if (known.eventId === null && known.state === 'failed') {
        const at = clock.now()
        await db.write((tx) => dropAppointment(tx, { contactId: id, managerId: known.managerId, eventId: null, at }))
        return
      }
      await order(id, known.managerId, 'removing', 'taken-from-calendar')
    },
    /** A contact was changed here: what stands in the calendar follows. */
    async follow(id: string): Promise<void> {
      const known = repository.find(id)
      if (!known || known.state === 'removing') return
      if (known.undone || known.status === 'cancelled') return order(id, known.managerId, 'removing', null)
      if (known.status === 'planned' && known.state === 'placed' && !isAsWritten(known.written, toOwnEvent(known))) await order(id, known.managerId, 'changing', null)
    },
  }
}
export type OwnAppointments = ReturnType<typeof createOwnAppointments>
