import type { CalendarStatus, ManagersCalendar } from '@counterpane/shared/contract/calendar'
import type { Locale } from '@counterpane/shared/domain/codes'
import { calendarReason } from '@counterpane/shared/text/calendar-status'
import type { CalendarRow, UnreadableRow } from './calendars.repository'

export interface CalendarViewer { locale: Locale; now: Date }

const none: CalendarStatus = { provider: null, mailbox: null, state: null, since: null, lastRoundAt: null, reason: null, problem: null, waitingUntil: null, bell: 'off', unreadable: 0 }
const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

export function presentCalendar(row: CalendarRow, { locale, now }: CalendarViewer): CalendarStatus {
  const { provider, mailbox, state, problem, bell, unreadable } = row
  if (provider === null) return none
  const since = new Date(row.since).toISOString()
  const waitingUntil = instant(row.waitUntil !== null && row.waitUntil > now.getTime() ? row.waitUntil : null)
  // Pressing for a round does not make the provider's patience shorter.
  const nextAt = Math.max(row.dueAt, row.waitUntil ?? 0)
  const nextTryAt = instant(row.failures > 0 && nextAt > now.getTime() ? nextAt : null)
  const reason = calendarReason({ provider, mailbox, state, problem, since, waitingUntil, nextTryAt }, { locale, now })
  return { provider, mailbox, state, since, lastRoundAt: instant(row.lastRoundAt), reason, problem, waitingUntil, bell, unreadable }
}

export function presentManagersCalendar(row: CalendarRow, items: readonly UnreadableRow[], viewer: CalendarViewer): ManagersCalendar {
  return {
    manager: { id: row.managerId, name: row.managerName }, ...presentCalendar(row, viewer),
    items: items.map(({ eventId, problem, since, tries }) => ({ eventId, problem, tries, since: new Date(since).toISOString() })),
  }
}
