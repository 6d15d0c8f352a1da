import type { Span } from './calendar-world.types'

const hour = 3_600_000
export const day = 24 * hour
const formats = new Map<string, Intl.DateTimeFormat | null>()

/** null for a zone that nobody knows. */
function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  let format: Intl.DateTimeFormat | null = null
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' })
  } catch { /* stays unknown: counted as UTC */ }
  formats.set(zone, format)
  return format
}

/** What clocks in the zone show, written as if it were UTC. */
export function wallOf(at: number, zone: string): number {
  const format = zone === 'UTC' ? null : formatOf(zone)
  if (!format) return at
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second) + (((at % 1_000) + 1_000) % 1_000)
}

/** The instant at which clocks in the zone show it: the earlier of two, and after a gap as far as it lay in the gap. */
export function instantOf(wall: number, zone: string): number {
  const offsets = [wall - day, wall + day].map((around) => wallOf(around, zone) - around)
  const fitting = offsets.map((offset) => wall - offset).filter((at) => wallOf(at, zone) === wall)
  return fitting.length > 0 ? Math.min(...fitting) : wall - (offsets[0] ?? 0)
}

export const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10)
export const midnight = (date: string): number => Date.parse(`${date}T00:00:00Z`)
export const startsAt = (span: Span): number => (span.allDay ? midnight(span.from) : span.from)
export const endsAt = (span: Span): number => (span.allDay ? midnight(span.to) : span.to)
export const overlaps = (span: Span, { from, to }: { from: number; to: number }): boolean =>
  startsAt(span) < to && (endsAt(span) > from || (endsAt(span) === startsAt(span) && startsAt(span) >= from))
