import type { CalendarEvent, CalendarTime } from '../../ports/calendar-source'
import type { GoogleEvent, GoogleEventTime } from './calendar-json'

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i
const day = /^\d{4}-\d{2}-\d{2}$/
const dayMs = 86_400_000
/** Years of four digits: beyond them ISO 8601 looks otherwise, and nobody meets. */
const years = { from: Date.UTC(1, 0, 1), to: Date.UTC(9999, 11, 31) }

export type EventTimes = Pick<CalendarEvent, 'start' | 'end' | 'zoneUnknown' | 'originalStart'>

/** Null when it can't be said when it begins, or in which slot of its series it stands: two occurrences would be taken for one. */
export function timesOf(event: GoogleEvent): EventTimes | null {
  const start = timeOf(event.start)
  const originalStart = slotOf(event.originalStartTime)
  if (!start || (event.recurringEventId && originalStart === null)) return null
  const zones = [event.start?.timeZone, event.end?.timeZone].filter((zone): zone is string => Boolean(zone))
  return { start, end: endOf(start, timeOf(event.end)), zoneUnknown: zones.some((zone) => !isZone(zone)), originalStart: event.recurringEventId ? originalStart : null }
}

function timeOf(time: GoogleEventTime | null | undefined): CalendarTime | null {
  if (time?.date) return isDay(time.date) ? { kind: 'date', date: time.date } : null
  const at = instantOf(time?.dateTime)
  return at === null ? null : { kind: 'instant', at, zone: time?.timeZone && isZone(time.timeZone) ? time.timeZone : null }
}

/** An end that is missing, of another kind or before the start is no end: the appointment then takes no time, an all-day one its day. */
function endOf(start: CalendarTime, end: CalendarTime | null): CalendarTime {
  if (start.kind === 'date') {
    const next = new Date(Math.min(Date.parse(start.date) + dayMs, years.to)).toISOString().slice(0, 10)
    return end?.kind === 'date' && end.date > start.date ? end : { kind: 'date', date: next }
  }
  return end?.kind === 'instant' && end.at >= start.at ? end : start
}

function slotOf(time: GoogleEventTime | null | undefined): string | null {
  const slot = timeOf(time)
  if (!slot) return null
  return slot.kind === 'date' ? slot.date : new Date(slot.at).toISOString()
}

export function instantOf(written: string | null | undefined): number | null {
  const at = written && instant.test(written) ? Date.parse(written) : NaN
  return at >= years.from && at <= years.to ? at : null
}

const isDay = (date: string) => day.test(date) && !Number.isNaN(Date.parse(date)) && new Date(Date.parse(date)).toISOString().startsWith(date)

const known = new Map<string, boolean>()
/** Of the IANA database, as far as this machine knows it. */
function isZone(zone: string): boolean {
  const before = known.get(zone)
  if (before !== undefined) return before
  let right = zone.length <= 100
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    right = false
  }
  if (known.size < 2_000) known.set(zone, right)
  return right
}
