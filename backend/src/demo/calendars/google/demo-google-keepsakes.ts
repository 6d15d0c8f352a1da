import type { CalendarCopy } from '../world/calendar-world.types'
import type { GoogleItem } from './demo-google-event'

/** By this name the demo's own marks are told; what a program wrote keeps its names. */
const markName = 'counterpaneContact'

/** What the world knows nothing of: ids that an insert chose, properties as they were written, events that were spoiled on purpose. */
export function createGoogleKeepsakes() {
  const chosen = new Map<string, string>()
  const events = new Map<string, string>()
  const properties = new Map<string, Record<string, string>>()
  const poisoned = new Set<string>()
  const key = (mailbox: string, id: string) => `${mailbox.toLowerCase()} ${id}`
  const idOf = (mailbox: string, eventId: string) => chosen.get(key(mailbox, eventId)) ?? eventId

  return {
    idOf,
    eventOf: (mailbox: string, id: string) => events.get(key(mailbox, id)) ?? id,
    keepId(mailbox: string, eventId: string, id: string) {
      chosen.set(key(mailbox, eventId), id)
      events.set(key(mailbox, id), eventId)
    },
    /** Null takes a name away, as a patch does. */
    keepProperties(mailbox: string, eventId: string, written: Readonly<Record<string, string | null>>) {
      const whole = { ...properties.get(key(mailbox, eventId)), ...written }
      properties.set(key(mailbox, eventId), Object.fromEntries(Object.entries(whole).filter((pair): pair is [string, string] => pair[1] !== null)))
    },
    propertiesOf: ({ mailbox, eventId, seriesId, mark }: CalendarCopy): Readonly<Record<string, string>> =>
      properties.get(key(mailbox, eventId)) ?? properties.get(key(mailbox, seriesId ?? '')) ?? (mark === null ? {} : { [markName]: mark }),
    poison: (mailbox: string, id: string) => { poisoned.add(key(mailbox, id)) },
    cure: (mailbox: string, id: string) => { poisoned.delete(key(mailbox, id)) },
    spoiled: (mailbox: string, item: GoogleItem): GoogleItem => (poisoned.has(key(mailbox, String(item.id))) ? { ...item, start: 'soon', end: { dateTime: 17 }, attendees: 'everybody' } : item),
  }
}
