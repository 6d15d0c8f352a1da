import { findIana, findWindows } from 'windows-iana'
import type { Span } from '../world/calendar-world.types'
import { instantOf, midnight, wallOf } from '../world/world-wall-time'

export interface GraphTime { dateTime: string; timeZone: string }

/** The organiser's zone as Exchange names it. A zone of nobody's list is custom there. */
export function windowsZone(zone: string): string {
  if (zone === 'UTC') return 'UTC'
  return findWindows(zone)[0] ?? 'tzone://Microsoft/Custom'
}
/** The IANA zone of a name in a request; null for a name that Graph would refuse. */
export function zoneOfName(name: string): string | null {
  if (name === 'UTC') return name
  const zone = findIana(name)[0] ?? name
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone })
    return zone
  } catch {
    return null
  }
}

const sevenDigits = (wall: number): string => new Date(wall).toISOString().replace('Z', '0000')
/** All-day appointments stand at midnight "UTC" whatever zone was asked for. */
export function graphTimes(span: Span, { name, zone }: { name: string; zone: string }): { start: GraphTime; end: GraphTime } {
  if (span.allDay) return { start: { dateTime: sevenDigits(midnight(span.from)), timeZone: 'UTC' }, end: { dateTime: sevenDigits(midnight(span.to)), timeZone: 'UTC' } }
  const at = (instant: number): GraphTime => ({ dateTime: sevenDigits(wallOf(instant, zone)), timeZone: name })
  return { start: at(span.from), end: at(span.to) }
}

/** What a client wrote; null when it is no time. */
export function readGraphTime(time: unknown): number | null {
  const { dateTime, timeZone } = (typeof time === 'object' && time !== null ? time : {}) as Partial<GraphTime>
  const zone = typeof timeZone === 'string' ? zoneOfName(timeZone) : null
  if (typeof dateTime !== 'string' || !zone) return null
  const offset = /(Z|[+-]\d\d:\d\d)$/.test(dateTime)
  const at = Date.parse(offset ? dateTime : `${dateTime.replace(/(\.\d{3})\d+$/, '$1')}Z`)
  return Number.isNaN(at) ? null : offset ? at : instantOf(at, zone)
}
/** A date in a query: without an offset it is UTC. */
export function readQueryDate(text: string): number | null {
  const at = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`)
  return Number.isNaN(at) ? null : at
}
