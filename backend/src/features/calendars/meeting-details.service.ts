import type { ContactCalendarDetails } from '@counterpane/shared/contract/calendar'
import type { Visibility } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { Clock } from '../../ports/clock'
import { giveMeetingTo, setApart, type MeetingDetailsRepository, type Move } from './meeting-details.repository'

/** A contact as far as this room needs it. */
export interface JoinedContact {
  id: string; version: number; status: string; startsAt: number; durationMinutes: number | null; subject: string; content: string; result: string; comment: string; private: boolean; visibility: Visibility
  calendar: { resemblesId: string | null } | null
}
type Change = { status: 'planned'; startsAt: Date; durationMinutes: number | null; subject: string; result: string; comment: string; private: boolean; visibility: Visibility }

export interface MeetingDetailsDeps {
  db: Db; clock: Clock; details: MeetingDetailsRepository
  findContact(id: string): JoinedContact | null
  maySeeWords(contact: JoinedContact, callerId: string): boolean
  updateContact(tx: Tx, id: string, change: { change: Change; before: JoinedContact; at: Date }): Promise<boolean>
  markUndone(tx: Tx, id: string, at: Date): Promise<void>
}

/** What the calendars know of one contact, and the question whether it is an earlier meeting's new date. */
export function createMeetingDetails({ db, clock, details, findContact, maySeeWords, updateContact, markUndone }: MeetingDetailsDeps) {
  const get = (id: string): JoinedContact => {
    const contact = findContact(id)
    if (!contact) throw new AppError('not-found')
    return contact
  }
  /** The meeting that fell away and that this one may be; null when it was answered for meanwhile. */
  const resembled = ({ calendar }: JoinedContact): JoinedContact | null => {
    const past = calendar?.resemblesId ? findContact(calendar.resemblesId) : null
    return past?.status === 'cancelled' ? past : null
  }

  return {
    of(caller: Caller, id: string): ContactCalendarDetails {
      const contact = get(id)
      const past = resembled(contact)
      const seen = past && maySeeWords(past, caller.id)
      return {
        moves: details.moves(id).map(presentMove), link: details.linkOf(id, caller.id), seriesOpen: details.seriesOpen(id, clock.now().getTime()),
        resembles: past && { id: past.id, startsAt: iso(past.startsAt), subject: seen ? past.subject : '' },
      }
    },
    async keepApart(id: string): Promise<void> {
      get(id)
      await db.write((tx) => setApart(tx, id))
    },
    /** Gives the contact that both are from now on. */
    async joinPast(caller: Caller, id: string): Promise<string> {
      const fresh = get(id)
      const past = resembled(fresh)
      if (!past || fresh.status !== 'planned') throw new AppError('wrong-status', { detail: 'There is no meeting that fell away and could be this one' })
      const at = clock.now()
      await db.write(async (tx) => {
        await giveMeetingTo(tx, { pastId: past.id, freshId: id, from: past.startsAt, to: fresh.startsAt, at, managerId: caller.id })
        const change: Change = {
          status: 'planned', startsAt: new Date(fresh.startsAt), durationMinutes: fresh.durationMinutes, subject: fresh.subject, result: joined(past.result, fresh.result), comment: joined(past.comment, fresh.comment),
          // Words that one of them kept from others stay so.
          private: past.private || fresh.private, visibility: narrower(past.visibility, fresh.visibility),
        }
        if (!(await updateContact(tx, past.id, { change, before: past, at }))) throw new AppError('stale')
        await markUndone(tx, id, at)
        await writeAudit(tx, { managerId: caller.id, noun: 'contact', nounId: past.id, action: 'joined', at, before: past, after: { ...change, joinedId: id } })
      })
      return past.id
    },
  }
}
export type MeetingDetails = ReturnType<typeof createMeetingDetails>

const iso = (ms: number) => new Date(ms).toISOString()
const openness: readonly Visibility[] = ['fact', 'subject', 'full']
const narrower = (one: Visibility, other: Visibility) => (openness.indexOf(one) < openness.indexOf(other) ? one : other)
const joined = (...texts: string[]) => [...new Set(texts.filter((text) => text !== ''))].join('\n')
const presentMove = ({ fromAt, toAt, movedAt, managerId, name }: Move) => ({ from: iso(fromAt), to: iso(toAt), at: iso(movedAt), by: managerId === null ? null : { id: managerId, name: name ?? '' } })
