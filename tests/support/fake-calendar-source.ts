import type { CalendarChange, CalendarEvent, CalendarSource, ChangesPage } from '@counterpane/backend/ports/calendar-source'
import { ProviderFailure } from '@counterpane/backend/ports/provider-failure'

const day = 86_400_000
/** When the appointments of these tests begin, unless told otherwise. */
export const eventsAt = Date.parse('2026-11-24T09:00:00Z')

/** An hour with Anna of Vektor, organised by nobody of ours, unless told otherwise. */
export function anEvent(eventId: string, more: Partial<CalendarEvent> & { at?: number; minutes?: number } = {}): CalendarEvent {
  const { at = eventsAt, minutes = 60, ...rest } = more
  return {
    eventId, seriesId: null, uid: `uid-${eventId}`, originalStart: null, changedAt: 1_000, start: { kind: 'instant', at, zone: 'Europe/Berlin' }, end: { kind: 'instant', at: at + minutes * 60_000, zone: 'Europe/Berlin' },
    zoneUnknown: false, cancelled: false, subject: `Talk ${eventId}`, text: `About ${eventId}`, location: '', organizer: { name: 'Anna', address: 'anna@vektor.example' }, organizedHere: false,
    attendees: [{ name: 'Anna', address: 'anna@vektor.example', response: 'accepted', optional: false, resource: false }], ownResponse: 'accepted', private: false, showAs: 'busy', kind: 'meeting', online: false,
    webLink: null, mark: null, ...rest,
  }
}

interface Said { seq: number; change: CalendarChange }
interface Calendar { events: Map<string, CalendarEvent>; said: Said[] }
type Call = { kind: 'page'; mailbox: string; from: string } | { kind: 'read'; mailbox: string; eventId: string }

/** Calendars in memory behind the port; what they answer, in which order and when they fail is the test's. */
export function createFakeCalendarSource({ pageSize = 3 }: { pageSize?: number } = {}) {
  const calendars = new Map<string, Calendar>()
  const calendarOf = (mailbox: string) => {
    const there = calendars.get(mailbox) ?? { events: new Map<string, CalendarEvent>(), said: [] }
    calendars.set(mailbox, there)
    return there
  }
  const calls: Call[] = []
  const switches = {
    /** Tokens that the source has forgotten. */
    expired: new Set<string>(), unreadable: new Set<string>(), pageSize,
    /** Called before each answer; throws what the provider would answer. */
    before: (_call: Call): void | Promise<void> => undefined,
    /** Another order, or things said twice. */
    arrange: (changes: readonly CalendarChange[]): readonly CalendarChange[] => changes,
    /** The links lead nowhere after this many pages. */
    endless: false,
  }
  let seq = 0
  const say = (mailbox: string, change: CalendarChange) => void calendarOf(mailbox).said.push({ seq: ++seq, change })
  const asChange = (event: CalendarEvent): CalendarChange => (switches.unreadable.has(event.eventId) ? { kind: 'unreadable', eventId: event.eventId, problem: 'broken' } : { kind: 'event', event })
  const overlaps = ({ start, end }: CalendarEvent, window: { from: number; to: number }) => instant(start) < window.to && instant(end) > window.from

  const answer = async (call: Call) => {
    calls.push(call)
    await switches.before(call)
  }

  async function* pagesOf(mailbox: string, from: Parameters<CalendarSource['changesSince']>[1]): AsyncGenerator<ChangesPage> {
    const { events, said } = calendarOf(mailbox)
    // full:<seq>:<from>:<to>:<offset> or delta:<seq>:<offset>
    let cursor = 'window' in from ? `full:${seq}:${from.window.from}:${from.window.to}:0` : from.cursor
    for (;;) {
      await answer({ kind: 'page', mailbox, from: cursor })
      if (switches.expired.has(cursor)) throw new ProviderFailure('cursor-expired')
      if (switches.endless) throw new ProviderFailure('rejected')
      const [kind, ...numbers] = cursor.split(':')
      const [since = 0, a = 0, b = 0, at = 0] = numbers.map(Number)
      const offset = kind === 'full' ? at : a
      const all = switches.arrange(kind === 'full' ? [...events.values()].filter((event) => overlaps(event, { from: a, to: b })).map(asChange) : said.filter((one) => one.seq > since).map(({ change }) => change))
      const next = offset + switches.pageSize
      const complete = next >= all.length
      const onward = kind === 'full' ? `full:${since}:${a}:${b}:${next}` : `delta:${since}:${next}`
      const page = { changes: all.slice(offset, next), cursor: complete ? `delta:${kind === 'full' ? since : seq}:0` : onward, complete }
      yield page
      if (complete) return
      cursor = page.cursor
    }
  }

  const source: CalendarSource = {
    verify: () => Promise.resolve(),
    changesSince: ({ mailbox }, from) => pagesOf(mailbox, from),
    async read({ mailbox }, eventId) {
      await answer({ kind: 'read', mailbox, eventId })
      const event = calendarOf(mailbox).events.get(eventId)
      return event ? asChange(event) : { kind: 'gone', eventId }
    },
    subscribe: () => Promise.reject(new ProviderFailure('not-configured')),
    renew: () => Promise.reject(new ProviderFailure('not-configured')),
    unsubscribe: () => Promise.resolve(),
  }

  return {
    source, calls, switches,
    eventsOf: (mailbox: string): ReadonlyMap<string, CalendarEvent> => calendarOf(mailbox).events,
    put(mailbox: string, ...events: readonly CalendarEvent[]) {
      for (const event of events) {
        calendarOf(mailbox).events.set(event.eventId, event)
        say(mailbox, asChange(event))
      }
    },
    /** `silently`: no delta ever speaks of it. */
    remove(mailbox: string, eventId: string, kind: 'gone' | 'maybe-gone' | 'silently' = 'gone') {
      calendarOf(mailbox).events.delete(eventId)
      if (kind !== 'silently') say(mailbox, { kind, eventId })
    },
    say,
    pages: () => calls.filter((call) => call.kind === 'page').length,
    reads: () => calls.flatMap((call) => (call.kind === 'read' ? [call.eventId] : [])),
  }
}
export type FakeCalendarSource = ReturnType<typeof createFakeCalendarSource>

const instant = (time: CalendarEvent['start']) => (time.kind === 'instant' ? time.at : Date.parse(`${time.date}T00:00:00Z`))
export const aroundNow = { past: 30 * day, future: 180 * day }
