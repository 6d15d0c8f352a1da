import { type CalendarAccess, type CalendarChange, calendarLimits, type CalendarWindow, type ChangesPage } from '../../ports/calendar-source'
import { ProviderFailure } from '../../ports/provider-failure'
import type { CalendarCalls } from './calendar-calls'
import { type Place, placeOfPage, placeOfRound, placeOfWindow, readCursor, writeCursor } from './calendar-cursor'
import { toChange } from './calendar-event'

/** Page after page of one round, each asked for when the one before was taken. */
export async function* readChanges(calls: CalendarCalls, access: CalendarAccess, from: { window: CalendarWindow } | { cursor: string }): AsyncGenerator<ChangesPage> {
  const ask = calls(access, 'read')
  let place: Place = 'window' in from ? placeOfWindow(from.window) : readCursor(from.cursor)
  const full = place.parameters.syncToken === undefined
  const seen = new Set<string>()
  for (let pages = 0; pages < calendarLimits.pages; pages += 1) {
    if (place.pageToken !== undefined && seen.has(place.pageToken)) throw new ProviderFailure('rejected')
    if (place.pageToken !== undefined) seen.add(place.pageToken)
    const { items, nextPageToken, nextSyncToken } = await ask.page(place)
    // Either there is a next page or the round ends; an answer that says both or neither leads nowhere.
    if (Boolean(nextPageToken) === Boolean(nextSyncToken)) throw new ProviderFailure('rejected')
    place = nextPageToken ? placeOfPage(place, nextPageToken) : placeOfRound(nextSyncToken ?? '')
    yield { changes: full ? standing(items) : items.map(toChange), cursor: writeCursor(place), complete: !nextPageToken }
    if (!nextPageToken) return
  }
  throw new ProviderFailure('rejected')
}

/** A full round says what stands in the calendar. What was deleted before it began comes along because of the parameters; of what we know, absence makes the reader ask one by one. */
const standing = (items: readonly unknown[]): CalendarChange[] => items.filter((item) => !isDeleted(item)).map(toChange)
const isDeleted = (item: unknown) => typeof item === 'object' && item !== null && 'status' in item && item.status === 'cancelled'
