import type { CalendarWorld, InstantWindow } from '@counterpane/backend/demo/calendars/world/calendar-world.types'
import { dateOf, wallOf } from '@counterpane/backend/demo/calendars/world/world-wall-time'
import type { CalendarAccess, CalendarChange, CalendarEvent, CalendarSource } from '@counterpane/backend/ports/calendar-source'

/** What a reader knows of one calendar after its rounds, in the simplest way that the port allows. */
export function createCopybook(source: CalendarSource, access: CalendarAccess, window: InstantWindow) {
  const events = new Map<string, CalendarEvent>()
  const unreadable = new Map<string, string>()
  let cursor: string | null = null
  let pages = 0

  const take = (event: CalendarEvent) => {
    unreadable.delete(event.eventId)
    events.set(event.eventId, event)
  }
  /** Of a slot, as its organiser's calendar shows it. */
  const slotDate = (originalStart: string, zone: string | null) => (originalStart.length === 10 ? originalStart : dateOf(wallOf(Date.parse(originalStart), zone ?? 'UTC')))
  async function apply(change: CalendarChange): Promise<void> {
    if (change.kind === 'event') take(change.event)
    else if (change.kind === 'gone') events.delete(change.eventId)
    else if (change.kind === 'unreadable') unreadable.set(change.eventId, change.problem)
    else if (change.kind === 'maybe-gone') {
      const now = events.has(change.eventId) ? await source.read(access, change.eventId) : null
      if (now && now.kind !== 'maybe-gone') await apply(now)
    } else for (const [id, event] of events) if (event.seriesId === change.seriesId && event.originalStart !== null && change.deletedDates.includes(slotDate(event.originalStart, change.zone))) events.delete(id)
  }
  async function readOn(from: { window: InstantWindow } | { cursor: string }): Promise<void> {
    let complete = false
    let next: string | null = null
    const changes: CalendarChange[] = []
    for await (const page of source.changesSince(access, from)) {
      pages += 1
      changes.push(...page.changes)
      next = page.cursor
      complete = page.complete
    }
    if (!complete) throw new Error('The round ended without its last page.')
    for (const change of changes) await apply(change)
    // Only now: a round that failed half way is read again from where it began.
    cursor = next
  }
  return {
    unreadable,
    /** Everything anew. */
    async full() {
      events.clear()
      unreadable.clear()
      cursor = null
      await readOn({ window })
    },
    async delta() {
      if (cursor === null) throw new Error('There was no round before.')
      await readOn({ cursor })
    },
    cursor: () => cursor,
    pages: () => pages,
    get: (eventId: string | undefined) => events.get(eventId ?? ''),
    /** By start. */
    list: () => [...events.values()].sort((a, b) => startOf(a) - startOf(b)),
    /** What stands inside the window, briefly. */
    inside: () => [...events.values()].filter((event) => startOf(event) < window.to && endOf(event) > window.from).map((event) => brief(event.eventId, event.start, event.end, event.cancelled, event.ownResponse)).sort(),
  }
}
export type Copybook = ReturnType<typeof createCopybook>

const at = (time: CalendarEvent['start']) => (time.kind === 'instant' ? time.at : Date.parse(`${time.date}T00:00:00Z`))
const startOf = ({ start }: CalendarEvent) => at(start)
const endOf = ({ end }: CalendarEvent) => at(end)
const brief = (id: string, start: CalendarEvent['start'], end: CalendarEvent['end'], cancelled: boolean, response: string) => [id, ...[start, end].map((time) => (time.kind === 'date' ? time.date : new Date(time.at).toISOString())), cancelled ? 'cancelled' : 'there', response].join(' ')

/** The same of the world itself. */
export function insideOf(world: CalendarWorld, mailbox: string, window: InstantWindow): string[] {
  const time = (value: string | number) => (typeof value === 'string' ? value : new Date(value).toISOString())
  return world.listOccurrences(mailbox, window).map(({ eventId, span, state, ownResponse }) => [eventId, time(span.from), time(span.to), state, ownResponse].join(' ')).sort()
}
