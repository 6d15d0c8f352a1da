import { createSyncRound, type RoundResult, type SyncRoundDeps } from '@counterpane/backend/features/calendar-sync/sync-round.service'
import { createMatchSide } from '@counterpane/backend/features/calendar-sync/matched-side'
import { changeContacts, insertContacts } from '@counterpane/backend/features/contacts/contact-writes.repository'
import { createRegisteringRepository } from '@counterpane/backend/features/registering/registering.repository'
import { createEvidenceRepository } from '@counterpane/backend/features/sidebar/evidence.repository'
import { createOwnSideRepository } from '@counterpane/backend/features/sidebar/own-side.repository'
import type { Db } from '@counterpane/backend/platform/db/database'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { clockFrom } from '@counterpane/backend/ports/clock'
import type { CalendarPolicy } from '@counterpane/shared/contract/calendar'
import { aroundNow, type FakeCalendarSource } from './fake-calendar-source'

export const plainPolicy: CalendarPolicy = { internal: false, free: false, allDayAbsence: false, declined: false, private: 'ignore', heldAfterDays: null, putInCalendar: false }
export interface HouseOptions { db: Db; fake: FakeCalendarSource; policy?: Partial<CalendarPolicy>; clock?: SyncRoundDeps['clock']; more?: Partial<SyncRoundDeps> }

/** Rounds over a real database, with a calendar source of the test's own. The mailbox of a manager is called like the manager. */
export function createCalendarHouse({ db, fake, policy = {}, clock = clockFrom(new Date('2026-11-20T10:00:00Z')), more = {} }: HouseOptions) {
  const ownSide = createOwnSideRepository(db)
  const deps: SyncRoundDeps = {
    db, clock, log: createLogger('silent'), sourceOf: () => fake.source, accessOf: (mailbox) => ({ mailbox, refreshToken: null }), policy: () => ({ ...plainPolicy, ...policy }),
    windowAt: (now) => ({ from: now.getTime() - aroundNow.past, to: now.getTime() + aroundNow.future }),
    matchSide: createMatchSide({ exact: createEvidenceRepository(db).exact, own: () => ownSide.get() }),
    contacts: { insertContacts, changeContacts, firmFor: createRegisteringRepository(db).firmFor }, unitSize: 3, ...more,
  }
  const round = createSyncRound(deps)
  return {
    deps, round, clock,
    hold: (managerId: string, owner = 'worker-1', fence = 1) => ({ managerId, owner, fence }),
    /** One round by the first worker. */
    run: (managerId: string, cursor: string | null = null): Promise<RoundResult> =>
      round({ hold: { managerId, owner: 'worker-1', fence: 1 }, signal: new AbortController().signal, cursor }),
  }
}
export type CalendarHouse = ReturnType<typeof createCalendarHouse>

/** A manager's calendar that the first worker holds. */
export async function aHeldCalendar(db: Db, managerId: string): Promise<void> {
  const at = new Date('2026-11-20T10:00:00Z')
  await db.prisma.calendarMailbox.create({ data: { managerId, provider: 'graph', mailbox: managerId, since: at, dueAt: at, createdAt: at, leaseOwner: 'worker-1', leaseUntil: new Date('2100-01-01'), fence: 1 } })
}

/** Everything that calendars made, without ids and times that differ from run to run. */
export function picture({ sql }: Pick<Db, 'sql'>) {
  return {
    entries: sql.all('SELECT managerId, eventId, calendarKey, standing, meaning, organiser, startsAt, endsAt, hash, facts FROM CalendarEntry ORDER BY managerId, eventId'),
    contacts: sql.all(`SELECT m.calendarKey, m.cancellation, m.moves, m.given, m.allDay, c.startsAt, c.endsAt, c.status, c.subject, c.content, c.counterpartyId, c.managerId, c.firmId, c.source, c.registeredById, c.method, c.direction, c.undoneAt, t.text,
      (SELECT json_group_array(managerId ORDER BY position) FROM ContactManager WHERE contactId = c.id) AS managers, (SELECT json_group_array(personId ORDER BY position) FROM ContactParticipant WHERE contactId = c.id) AS persons,
      (SELECT json_group_array(addressKey ORDER BY addressKey) FROM ContactAddress WHERE contactId = c.id) AS addresses, (SELECT COUNT(*) FROM ContactMove WHERE contactId = c.id) AS ways
      FROM Contact c LEFT JOIN CalendarMeeting m ON m.contactId = c.id LEFT JOIN ContactText t ON t.contactId = c.id ORDER BY m.calendarKey, c.startsAt, c.subject`),
    addresses: sql.all('SELECT e.managerId, e.eventId, a.addressKey FROM CalendarEntryAddress a JOIN CalendarEntry e ON e.id = a.entryId ORDER BY 1, 2, 3'),
    problems: sql.all('SELECT managerId, eventId, tries, problem FROM CalendarProblem ORDER BY 1, 2'),
    notes: sql.all("SELECT action, COUNT(*) AS notes FROM AuditEntry WHERE managerId IS NULL AND noun = 'contact' GROUP BY action ORDER BY action"),
  }
}
