import type { CalendarProvider } from '@counterpane/shared/contract/calendar'
import type { Db } from '../../platform/db/database'
import type { Api } from '../../platform/http/api'
import type { Clock } from '../../ports/clock'
import { presentCalendar, presentManagersCalendar } from './calendars.presenter'
import { createCalendarsRepository } from './calendars.repository'
import { createCalendarsService, type Farewell } from './calendars.service'

export interface CalendarsDeps {
  db: Db; clock: Clock; wake(): void
  /** What the settings allow to be read; words for the reason when they don't. */
  isConfigured(provider: CalendarProvider): boolean
  /** Takes down what hangs at the provider when a calendar is no longer read. */
  farewell?: Farewell
}

/** Whose calendars are read and how it goes: set up, asked for, shown. */
export function addCalendarsRoutes(api: Api, { db, clock, wake, isConfigured, farewell }: CalendarsDeps): void {
  const service = createCalendarsService({ db, clock, wake, isConfigured, farewell, calendars: createCalendarsRepository(db) })
  api.on('getCalendar', ({ caller, id, locale }) => ({ answer: presentCalendar(service.get(caller, id), { locale, now: clock.now() }) }))
  api.on('putCalendar', async ({ caller, id, body, locale }) => ({ answer: presentCalendar(await service.put(caller, id, body), { locale, now: clock.now() }) }))
  api.on('syncCalendar', async ({ caller, id, locale }) => ({ answer: presentCalendar(await service.sync(caller, id), { locale, now: clock.now() }) }))
  api.on('listCalendars', ({ caller, locale }) => {
    const { rows, items } = service.list(caller)
    const viewer = { locale, now: clock.now() }
    return { answer: { items: rows.map((row) => presentManagersCalendar(row, items.filter(({ managerId }) => managerId === row.managerId), viewer)), nextCursor: null } }
  })
}
