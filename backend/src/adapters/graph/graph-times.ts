import type { CalendarEvent, CalendarTime } from '../../ports/calendar-source'
import type { GraphEvent } from './graph-json'
import { instantAt, wallOf, zoneOf } from './graph-zones'

type Written = GraphEvent['start']
export type Times = Pick<CalendarEvent, 'start' | 'end' | 'zoneUnknown'>

const day = 86_400_000
const shape = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/
/** 0001-01-01 and 9999-12-31 stand for "none". */
const believed = { from: Date.UTC(1900, 0, 1), to: Date.UTC(9999, 0, 1) }

/** In ms, an offset counted in, none as UTC. Graph writes seven digits behind the second. Null: not written, no time, or one of those that mean none. */
export function instantWritten(written: string | null | undefined): number | null {
  const [, seconds, fraction = '', offset = 'Z'] = shape.exec(written?.trim() ?? '') ?? []
  const at = seconds === undefined ? NaN : Date.parse(`${seconds}${fraction.slice(0, 4)}${offset}`)
  return at >= believed.from && at < believed.to ? at : null
}

/** An end that is written as none: then it lasts no time that anybody knows of. */
const isNone = (written: Written) => /^(0001|9999)-/.test(written?.dateTime ?? '')

/** Null when the times can't be understood. */
export function timesOf(event: GraphEvent): Times | null {
  return event.isAllDay === true ? datesOf(event) : instantsOf(event)
}

/** All-day appointments have no zone: their ends are midnights whatever was asked for. https://learn.microsoft.com/graph/api/resources/event */
function datesOf({ start, end }: GraphEvent): Times | null {
  const from = instantWritten(start?.dateTime)
  const to = isNone(end) ? from : instantWritten(end?.dateTime)
  if (from === null || to === null) return null
  const first = dateOf(from)
  const behind = dateOf(to) > first ? dateOf(to) : dateOf(from + day)
  return { start: { kind: 'date', date: first }, end: { kind: 'date', date: behind }, zoneUnknown: false }
}

function instantsOf(event: GraphEvent): Times | null {
  const from = pointOf(event.start)
  const to = isNone(event.end) ? from : pointOf(event.end)
  if (from === null || to === null) return null
  const zone = organisersZone(event)
  const at = (instant: number): CalendarTime => ({ kind: 'instant', at: instant, zone })
  return { start: at(from.at), end: at(Math.max(from.at, to.at)), zoneUnknown: zone === null || !from.known || !to.known }
}

/** UTC was asked for, but servers may answer in another zone; a time in one that nobody knows is taken as UTC, and said to be so. */
function pointOf(written: Written): { at: number; known: boolean } | null {
  const wall = instantWritten(written?.dateTime)
  if (wall === null) return null
  const zone = zoneOf(written?.timeZone || 'UTC')
  return { at: zone === null ? wall : instantAt(wall, zone), known: zone !== null }
}

/** An empty name is a zone that can't be named; where none is written the times' own is meant. */
function organisersZone({ originalStartTimeZone, originalEndTimeZone, start }: GraphEvent): string | null {
  const named = [originalStartTimeZone, originalEndTimeZone].find((one) => one)
  return zoneOf(named ?? originalStartTimeZone ?? start?.timeZone ?? 'UTC')
}

/** The slot in its series. Graph writes that of an all-day occurrence as the instant of a midnight somewhere (payloads show 07:00Z), beside its date in `occurrenceId`: without that the nearest midnight in the organiser's zone is meant. */
export function slotOf(event: GraphEvent, { start }: Times, allDay: boolean): string | null {
  if (!event.seriesMasterId && event.type !== 'occurrence' && event.type !== 'exception') return null
  const written = instantWritten(event.originalStart)
  if (!allDay) return new Date(written ?? (start.kind === 'instant' ? start.at : Date.parse(start.date))).toISOString()
  const named = /\.(\d{4}-\d{2}-\d{2})$/.exec(event.occurrenceId ?? '')?.[1]
  if (named !== undefined) return named
  if (event.type === 'occurrence' && start.kind === 'date') return start.date
  if (written === null) return start.kind === 'date' ? start.date : dateOf(start.at)
  const zone = event.originalStartTimeZone ? zoneOf(event.originalStartTimeZone) : null
  return dateOf(wallOf(written, zone ?? 'UTC') + day / 2)
}

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)
