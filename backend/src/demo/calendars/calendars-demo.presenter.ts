import type { JournalView } from './demo-calendars.repository'
import type { DemoMember } from './demo-team'
import type { CalendarCopy } from './world/calendar-world.types'
import { dateOf, wallOf } from './world/world-wall-time'

/** What the page draws of an appointment. Times of the clock are in the calendar's own zone. */
export function presentCopy(copy: CalendarCopy, { zone, address }: DemoMember, journal: JournalView | null) {
  const { span } = copy
  const clockTime = (at: number) => new Date(wallOf(at, zone)).toISOString().slice(11, 16)
  const others = [...(copy.organizedHere ? [] : [copy.organizer]), ...copy.attendees].filter((one, place, all) => one.address.toLowerCase() !== address.toLowerCase() && all.findIndex((other) => other.address === one.address) === place)
  return {
    id: copy.eventId, day: span.allDay ? span.from : dateOf(wallOf(span.from, zone)), from: span.allDay ? null : clockTime(span.from), to: span.allDay ? null : clockTime(span.to),
    subject: copy.subject, location: copy.location, online: copy.online !== null, private: copy.sensitivity !== 'normal', free: copy.showAs === 'free', away: copy.showAs === 'oof',
    series: copy.slot !== null, cancelled: copy.state === 'cancelled', gone: copy.state === 'gone', response: copy.ownResponse, organizedHere: copy.organizedHere, organizer: copy.organizer.name || copy.organizer.address,
    people: others.map(({ name, address: other }) => name || other), journal: journal && { ...journal, startsAt: journal.startsAt === null ? null : new Date(journal.startsAt).toISOString() },
  }
}
