import type { Db } from '../../platform/db/database'
import type { DemoGuest, DemoMember, StandingManager } from './demo-team'

/** What the journal made of an event of the demo. */
export interface JournalView { eventId: string; meaning: string; standing: string; contactId: string | null; status: string | null; startsAt: number | null; client: string | null; moves: number }
export interface CalendarView { managerId: string; state: string; problem: string | null; waitUntil: number | null; lastRoundAt: number | null }

export function createDemoCalendarsRepository({ sql, write }: Pick<Db, 'sql' | 'write'>) {
  return {
    managers: (): StandingManager[] => sql.all<{ id: string; name: string; teamId: string | null; role: string; address: string }>(
      'SELECT m.id, m.name, m.teamId, m.role, a.address FROM Manager m JOIN ManagerAddress a ON a.managerId = m.id AND a.main = 1 WHERE m.active = 1'),
    /** People at the clients of these managers, some for each client. */
    guests: (managerIds: readonly string[]): DemoGuest[] => sql.all<{ name: string; address: string; client: string; managerId: string }>(`
      SELECT p.name, a.address, c.name AS client, c.managerId FROM ContactPerson p JOIN PersonAddress a ON a.personId = p.id AND a.position = 0 JOIN Counterparty c ON c.id = p.counterpartyId
      WHERE c.managerId IN (SELECT value FROM json_each(?)) AND c.kind IN ('client', 'dealer', 'private') ORDER BY c.vip DESC, c.class IS NULL, c.class, c.id, p.id`, [JSON.stringify(managerIds)]),

    /**
     * Gives each manager without a calendar the one that was made for them. Those that have it already begin anew: stand-ins remember nothing of their last run.
     * The instant at which the first of them was connected.
     */
    connect: (members: readonly DemoMember[], now: Date): Promise<number> => write(async (tx) => {
      const standing = new Map((await tx.calendarMailbox.findMany({ where: { managerId: { in: members.map(({ id }) => id) } } })).map((row) => [row.managerId, row]))
      const ours = members.filter(({ id, address, kind }) => { const row = standing.get(id); return row && row.mailbox === address && row.provider === providerOf(kind) })
      const ids = ours.map(({ id }) => id)
      await tx.calendarSubscription.deleteMany({ where: { managerId: { in: ids } } })
      await tx.calendarMailbox.updateMany({
        where: { managerId: { in: ids } },
        data: {
          cursor: null, resume: null, roundId: null, roundKind: null, baselineAt: null, state: 'catching-up', since: now, problem: null, waitUntil: null, failures: 0, dueAt: now, leaseOwner: null, leaseUntil: null, fence: { increment: 1 }, sealedToken: null, grantedScopes: '',
        },
      })
      const missing = members.filter(({ id }) => !standing.has(id))
      if (missing.length > 0) await tx.calendarMailbox.createMany({ data: missing.map(({ id, kind, address }) => ({ managerId: id, provider: providerOf(kind), mailbox: address, since: now, dueAt: now, createdAt: now, problem: 'first-round' })) })
      return Math.min(now.getTime(), ...ids.map((id) => standing.get(id)?.createdAt.getTime() ?? now.getTime()))
    }),

    /** As if somebody had pressed for a round of each. */
    ask: (mailboxes: readonly string[]): Promise<unknown> => write((tx) => tx.calendarMailbox.updateMany({ where: { mailbox: { in: [...mailboxes] } }, data: { asks: { increment: 1 }, dueAt: new Date(0) } })),

    journalOf: (managerId: string, eventIds: readonly string[]): JournalView[] => sql.all<{ eventId: string; meaning: string; standing: string; contactId: string | null; status: string | null; startsAt: number | null; client: string | null; moves: number }>(`
      SELECT e.eventId, e.meaning, e.standing, c.id AS contactId, c.status, c.startsAt, cp.name AS client, coalesce(m.moves, 0) AS moves
      FROM CalendarEntry e LEFT JOIN CalendarMeeting m ON m.calendarKey = e.calendarKey AND e.meaning IN ('meeting', 'busy') LEFT JOIN Contact c ON c.id = m.contactId AND c.undoneAt IS NULL LEFT JOIN Counterparty cp ON cp.id = c.counterpartyId
      WHERE e.managerId = ? AND e.eventId IN (SELECT value FROM json_each(?))`, [managerId, JSON.stringify(eventIds)]),
    calendars: (): CalendarView[] => sql.all<{ managerId: string; state: string; problem: string | null; waitUntil: number | null; lastRoundAt: number | null }>('SELECT managerId, state, problem, waitUntil, lastRoundAt FROM CalendarMailbox'),
  }
}
export type DemoCalendarsRepository = ReturnType<typeof createDemoCalendarsRepository>

const providerOf = (kind: DemoMember['kind']) => (kind === 'google' ? 'google' : 'graph')
