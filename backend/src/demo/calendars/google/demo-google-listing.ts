import { randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { CalendarCopy, CalendarWorld, InstantWindow, Slot, WorldMailbox } from '../world/calendar-world.types'
import { goneItem, toGoogleItem, type GoogleItem, type ItemContext } from './demo-google-event'
import { readToken, writeToken, type ListQuery, type Remembered } from './demo-google-queries'
import { calendarRefusals, refuseWith } from './demo-google-refusals'

export type AskedList = ListQuery & { givesSync: boolean; fingerprint: string }
interface Listed { eventId: string; seriesId: string | null; slot: Slot | null }
/** What a first page found, so that the pages after it are of the same list however the calendar changes meanwhile. */
interface Begun { mailbox: string; fingerprint: string; listed: readonly Listed[]; token: Remembered; delta: boolean }
const ever: InstantWindow = { from: -8.64e14, to: 8.64e14 }
export interface ListingSwitches { loop: boolean; withoutSyncToken: boolean }

/** Events: list, in full and after a sync token. */
export function createGoogleListing({ world, contextFor }: { world: CalendarWorld; contextFor(mailbox: WorldMailbox): ItemContext }) {
  const begun = new LRUCache<string, Begun>({ max: 2_000 })
  /** Tokens of another run of this program say nothing here. */
  const of = randomUUID().slice(0, 8)
  const ages = new Map<string, number>()

  function windowOf({ from, to }: Pick<Remembered, 'from' | 'to'>): InstantWindow {
    return { from: from ?? ever.from, to: to ?? ever.to }
  }

  function begin(mailbox: WorldMailbox, query: AskedList): Begun {
    const age = ages.get(mailbox.address) ?? 0
    const revision = world.revision(mailbox.address)
    if (query.syncToken === undefined) {
      const token: Remembered = { of, mailbox: mailbox.address, revision, singleEvents: query.singleEvents, from: query.timeMin ?? null, to: query.timeMax ?? null, age }
      return { mailbox: mailbox.address, fingerprint: query.fingerprint, listed: everything(mailbox, query).map(({ eventId, seriesId, slot }) => ({ eventId, seriesId, slot })), token, delta: false }
    }
    const known = readToken(query.syncToken)
    if (!known) return refuseWith(calendarRefusals.invalid('Invalid sync token value.', 'syncToken'))
    if (known.of !== of || known.mailbox !== mailbox.address || known.age !== age || known.revision > revision) return refuseWith(calendarRefusals.fullSync)
    if (known.singleEvents !== query.singleEvents) return refuseWith(calendarRefusals.invalid('The sync token belongs to a request with other parameters.', 'singleEvents'))
    return { mailbox: mailbox.address, fingerprint: query.fingerprint, listed: world.changesSince(mailbox.address, known.revision), token: { ...known, revision }, delta: true }
  }

  function everything(mailbox: WorldMailbox, query: AskedList): CalendarCopy[] {
    const window = windowOf({ from: query.timeMin ?? null, to: query.timeMax ?? null })
    const whole = query.singleEvents ? world.listOccurrences(mailbox.address, window) : mastersAndExceptions(mailbox.address, window)
    const gone = query.showDeleted || query.updatedMin !== undefined ? world.changesSince(mailbox.address, 0).map(({ eventId }) => world.find(mailbox.address, eventId)).filter((copy) => copy !== null).filter(({ state, type }) => state === 'gone' && (type !== 'series' || !query.singleEvents)) : []
    const found = [...whole, ...gone].filter((copy) => fits(copy, query, contextFor(mailbox)))
    if (query.orderBy === 'updated') found.sort((a, b) => a.changedAt - b.changedAt)
    return found
  }

  /** Without `singleEvents`: series as series, and beside them what differs from them, gone dates too. */
  function mastersAndExceptions(mailbox: string, window: InstantWindow): CalendarCopy[] {
    const slotted = new Map(world.listOccurrences(mailbox, window).map((copy) => [copy.eventId, copy]))
    return world.listCopies(mailbox).filter((copy) => copy.type === 'series' || copy.type === 'single').flatMap((copy) => {
      if (copy.type === 'single') return slotted.has(copy.eventId) ? [copy] : []
      const gone = copy.deletedSlots.map((slot) => world.changesSince(mailbox, 0).find((entry) => entry.seriesId === copy.eventId && entry.slot === slot)?.eventId)
      return [copy, ...[...slotted.values()].filter(({ seriesId, type }) => seriesId === copy.eventId && type === 'exception'), ...gone.map((id) => (id === undefined ? null : world.find(mailbox, id))).filter((one) => one !== null)]
    })
  }

  /** An item of a page; null when it does not belong there (any longer). */
  function itemOf(mailbox: WorldMailbox, entry: Listed, { token, delta }: Begun, query: AskedList): GoogleItem | null {
    const context = contextFor(mailbox)
    const copy = world.find(mailbox.address, entry.eventId)
    // A date of a series whose dates are of another kind now: nobody finds it any more, and it is gone.
    if (!copy) return delta && entry.seriesId !== null ? goneItem({ ...entry, mailbox: mailbox.address, zone: mailbox.zone, revision: token.revision, changedAt: 0 }, context) : null
    if (!delta) return copy.state === 'gone' && !query.showDeleted && query.updatedMin === undefined && copy.slot === null ? null : toGoogleItem(copy, context, query.maxAttendees)
    if (token.singleEvents ? copy.type === 'series' : copy.type === 'occurrence' && copy.state !== 'gone') return null
    // Dates of a series are told within the window that was asked for at first; single appointments always, and what is gone as well: it may have stood inside.
    if (copy.slot !== null && copy.state !== 'gone' && token.singleEvents && !touches(copy, windowOf(token))) return null
    return copy.state === 'gone' ? goneItem(copy, context) : toGoogleItem(copy, context, query.maxAttendees)
  }

  return {
    list(mailbox: WorldMailbox, query: AskedList, { loop, withoutSyncToken }: ListingSwitches): GoogleItem {
      const [key = '', offset = '0'] = (query.pageToken ?? '').split('.')
      const known = query.pageToken === undefined ? begin(mailbox, query) : begun.get(key)
      if (!known || known.mailbox !== mailbox.address || known.fingerprint !== query.fingerprint) return refuseWith(calendarRefusals.invalid('Invalid page token value.', 'pageToken'))
      const items: GoogleItem[] = []
      let at = Number(offset)
      for (; at < known.listed.length && items.length < query.maxResults; at += 1) {
        const entry = known.listed[at]
        const item = entry ? itemOf(mailbox, entry, known, query) : null
        if (item) items.push(item)
      }
      const more = at < known.listed.length || loop
      const held = query.pageToken === undefined ? randomUUID() : key
      if (more) begun.set(held, known)
      const lastChange = world.changesSince(mailbox.address, world.revision(mailbox.address) - 1).at(-1)?.at ?? 0
      return {
        kind: 'calendar#events', etag: `"p${known.token.revision}"`, summary: mailbox.address, description: '', updated: new Date(lastChange).toISOString(), timeZone: mailbox.zone, accessRole: 'owner', defaultReminders: [], items,
        ...(more && { nextPageToken: `${held}.${loop ? offset : at}` }), ...(!more && known.token && query.givesSync && !withoutSyncToken && { nextSyncToken: writeToken(known.token) }),
      }
    },
    /** Every sync token of the mailbox given so far is refused: 410. */
    expire: (mailbox: string) => { ages.set(mailbox, (ages.get(mailbox) ?? 0) + 1) },
  }
}
export type GoogleListing = ReturnType<typeof createGoogleListing>

const startOf = ({ span }: CalendarCopy) => (span.allDay ? Date.parse(span.from) : span.from)
const endOf = ({ span }: CalendarCopy) => (span.allDay ? Date.parse(span.to) : span.to)
function touches(copy: CalendarCopy, { from, to }: InstantWindow): boolean {
  const slot = typeof copy.slot === 'string' ? Date.parse(copy.slot) : copy.slot ?? startOf(copy)
  const length = endOf(copy) - startOf(copy)
  // A day's width more: dates of all-day series have no zone.
  const day = 86_400_000
  return (startOf(copy) < to + day && endOf(copy) > from - day) || (slot < to + day && slot + length > from - day)
}

function fits(copy: CalendarCopy, { iCalUID, q, updatedMin, privateExtendedProperty: wanted }: AskedList, { propertiesOf }: ItemContext): boolean {
  if (iCalUID !== undefined && copy.uid !== iCalUID) return false
  if (updatedMin !== undefined && copy.changedAt < updatedMin) return false
  if (q !== undefined && ![copy.subject, copy.text, copy.location, ...copy.attendees.map(({ address }) => address)].some((text) => text.toLowerCase().includes(q.toLowerCase()))) return false
  const properties = propertiesOf(copy)
  return [wanted ?? []].flat().every((pair) => properties[pair.slice(0, pair.indexOf('='))] === pair.slice(pair.indexOf('=') + 1))
}
