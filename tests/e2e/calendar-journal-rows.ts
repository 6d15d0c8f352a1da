import type { ManagersCalendar } from '@counterpane/shared/contract/calendar'
import type { TestServer } from '../support/test-server'

let made = 0
const next = (kind: string) => `${kind}-${++made}`
const minute = 60_000

interface WaitingRow { managerId: string; subject: string; inHours: number; seriesId?: string; allDay?: boolean; location?: string; online?: boolean; guests?: { name: string; address: string }[] }
interface MeetingRow { contactId: string; allDay?: boolean; zoneUnknown?: boolean; cancellation?: 'cancelled' | 'declined' | 'removed'; seriesKey?: string; resemblesId?: string; moves?: { from: string; to: string; at: string; managerId?: string }[]; link?: { managerId: string; url: string } }

const factsOf = (startsAt: number, endsAt: number, more: object) => ({
  startsAt, endsAt, allDay: false, zoneUnknown: false, method: 'meeting', direction: 'outgoing', subject: '', text: '', location: '', online: false, organizer: null, outsiders: [], link: null, counterpartyId: null, personIds: [], paneKey: null, ...more,
})

/** Rows as the rounds of the calendars leave them, for screens that show them. */
export function calendarRows(server: TestServer) {
  const now = () => server.clock.now()
  const entry = (managerId: string, more: { standing?: string; meaning: string; startsAt: number; endsAt: number; facts: object; calendarKey?: string; seriesId?: string }) => ({
    id: next('entry'), managerId, eventId: next('event'), hash: 'h', organiser: false, standing: 'planned', ...more, startsAt: new Date(more.startsAt), endsAt: new Date(more.endsAt),
  })
  return {
    async calendar(managerId: string, provider: 'graph' | 'google' = 'graph', more: { state?: string; problem?: string } = {}) {
      const mailbox = { managerId, provider, mailbox: `${managerId.slice(-6)}@demo.example`, state: 'healthy', since: now(), dueAt: now(), createdAt: now(), lastRoundAt: now(), ...more }
      await server.db.write((tx) => tx.calendarMailbox.upsert({ where: { managerId }, create: mailbox, update: mailbox }))
    },
    async waiting({ managerId, subject, inHours, seriesId, allDay = false, location = '', online = false, guests = [{ name: 'Vera Novak', address: 'vera@unknown.example' }] }: WaitingRow): Promise<string> {
      const at = now().getTime() + inHours * 60 * minute
      const startsAt = allDay ? Math.floor(at / 86_400_000) * 86_400_000 : at
      const endsAt = startsAt + (allDay ? 1_440 : 45) * minute
      const row = entry(managerId, { meaning: 'waiting', calendarKey: next('key'), startsAt, endsAt, ...(seriesId && { seriesId }), facts: factsOf(startsAt, endsAt, { subject, allDay, location, online, organizer: guests[0] ?? null, outsiders: guests }) })
      await server.db.write((tx) => tx.calendarEntry.create({ data: row }))
      return row.id
    },
    /** What the calendars know of a contact that exists. */
    async meeting({ contactId, moves = [], link, ...more }: MeetingRow): Promise<void> {
      const calendarKey = next('key')
      await server.db.write(async (tx) => {
        await tx.contact.update({ where: { id: contactId }, data: { source: 'calendar' } })
        await tx.calendarMeeting.create({ data: { calendarKey, contactId, moves: moves.length, given: {}, updatedAt: now(), ...more } })
        for (const { from, to, at, managerId } of moves) await tx.contactMove.create({ data: { id: next('move'), contactId, fromAt: new Date(from), toAt: new Date(to), movedAt: new Date(at), managerId: managerId ?? null } })
        if (!link) return
        const { startsAt } = await tx.contact.findUniqueOrThrow({ where: { id: contactId }, select: { startsAt: true } })
        await tx.calendarEntry.create({ data: entry(link.managerId, { meaning: 'meeting', calendarKey, startsAt: startsAt.getTime(), endsAt: startsAt.getTime(), facts: factsOf(startsAt.getTime(), startsAt.getTime(), { link: link.url }) }) })
      })
    },
  }
}

/** A manager's calendar as the list answers it. */
export const standing = (name: string, more: Partial<ManagersCalendar> = {}): ManagersCalendar => ({
  manager: { id: `m-${name}`, name }, provider: 'graph', mailbox: `${name.split(' ')[0]?.toLowerCase()}@demo.example`, state: 'healthy', since: '2026-11-20T06:00:00.000Z', lastRoundAt: '2026-11-22T05:55:00.000Z',
  reason: null, problem: null, waitingUntil: null, bell: 'on', unreadable: 0, items: [], ...more,
})
