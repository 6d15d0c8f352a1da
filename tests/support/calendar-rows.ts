import type { Db } from '@counterpane/backend/platform/db/database'
import type { Prisma } from '../../backend/prisma/generated/client'

const at = new Date('2026-11-20T10:00:00Z')

/** A manager's calendar as if it had been set up and read once. */
export async function aMailbox(db: Db, managerId: string, more: Partial<Prisma.CalendarMailboxUncheckedCreateInput> = {}): Promise<void> {
  await db.prisma.calendarMailbox.create({ data: { managerId, provider: 'graph', mailbox: `${managerId}@demo.example`, state: 'healthy', since: at, dueAt: at, createdAt: at, lastRoundAt: at, cursor: 'c-1', ...more } })
}

/** A contact that a calendar brought: planned for an hour, of this series when one is named. */
export async function aMeeting(db: Db, id: string, { managerId, startsAt, contact, meeting }: {
  managerId: string; startsAt: string; contact?: Partial<Prisma.ContactUncheckedCreateInput>; meeting?: Partial<Prisma.CalendarMeetingUncheckedCreateInput>
}): Promise<string> {
  const starts = new Date(startsAt)
  const minutes = contact?.durationMinutes ?? 60
  await db.prisma.contact.create({ data: {
    id, startsAt: starts, endsAt: new Date(starts.getTime() + minutes * 60_000), durationMinutes: minutes, method: 'meeting', direction: 'outgoing', status: 'planned', source: 'calendar', counterpartyId: 'cp-vektor', managerId,
    subject: 'Review', createdAt: at, updatedAt: at, ...contact,
  } })
  await db.prisma.contactText.create({ data: { contactId: id, text: 'review' } })
  await db.prisma.contactManager.create({ data: { contactId: id, managerId } })
  await db.prisma.calendarMeeting.create({ data: { calendarKey: `key-${id}`, contactId: id, given: {}, updatedAt: at, ...meeting } })
  return id
}

/** A row of a manager's calendar; with `facts` as the sync keeps them. */
export async function anEntry(db: Db, id: string, managerId: string, more: Partial<Prisma.CalendarEntryUncheckedCreateInput> = {}): Promise<string> {
  const starts = more.startsAt ? new Date(more.startsAt) : at
  const facts = {
    startsAt: starts.getTime(), endsAt: starts.getTime() + 3_600_000, allDay: false, zoneUnknown: false, method: 'meeting', direction: 'incoming', subject: `Subject of ${id}`, text: '', location: '', online: false,
    organizer: { name: 'Nina', address: 'nina@unknown.example' }, outsiders: [{ name: 'Nina', address: 'nina@unknown.example' }], link: null, counterpartyId: null, personIds: [], paneKey: null,
  }
  await db.prisma.calendarEntry.create({ data: {
    id, managerId, eventId: `event-${id}`, calendarKey: `key-${id}`, hash: 'h', standing: 'planned', meaning: 'waiting', startsAt: starts, endsAt: new Date(starts.getTime() + 3_600_000), facts, ...more,
  } })
  return id
}
