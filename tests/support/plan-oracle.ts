import type { CalendarCopy, CalendarWorld } from '@counterpane/backend/demo/calendars/world/calendar-world.types'
import { endsAt, overlaps, startsAt } from '@counterpane/backend/demo/calendars/world/world-wall-time'
import { planPeople, type PlanDatabase } from './plan-database'
import type { HeldCalendar } from './plan-house'
import type { PeopleHand } from './plan-people'
import type { Plan } from './plan-steps'

export interface EntryRow { managerId: string; eventId: string; calendarKey: string | null; standing: string; meaning: string; startsAt: number; endsAt: number; contactId: string | null; facts: string | null }
export interface ContactRow {
  id: string; calendarKey: string; status: string; cancellation: string | null; allDay: number; startsAt: number; durationMinutes: number | null; subject: string; content: string; direction: string; private: number; undoneAt: number | null
  counterpartyId: string | null; managerId: string | null; managers: string; persons: string
}
interface Window { from: number; to: number }
interface Seen { calendar: HeldCalendar; copy: CalendarCopy; inside: boolean }
type Standing = 'planned' | 'declined' | 'cancelled'

const standingOf = ({ state, ownResponse }: CalendarCopy): Standing => (state === 'cancelled' ? 'cancelled' : ownResponse === 'declined' ? 'declined' : 'planned')
const isPrivate = ({ sensitivity }: CalendarCopy) => sensitivity === 'private' || sensitivity === 'confidential'
const identityOf = ({ appointmentId, slot }: CalendarCopy) => `${appointmentId} ${slot ?? ''}`
const minutesOf = ({ span }: CalendarCopy) => Math.round((endsAt(span) - startsAt(span)) / 60_000)
const ever: Window = { from: -8e15, to: 8e15 }

export interface Look { database: PlanDatabase; world: CalendarWorld; calendars: readonly HeldCalendar[]; people: PeopleHand; plan: Plan }

export const entriesOf = ({ db }: Pick<PlanDatabase, 'db'>) => db.sql.all<EntryRow>(`SELECT e.managerId, e.eventId, e.calendarKey, e.standing, e.meaning, e.startsAt, e.endsAt, e.facts, m.contactId FROM CalendarEntry e LEFT JOIN CalendarMeeting m ON m.calendarKey = e.calendarKey`)
export const contactsOf = ({ db }: Pick<PlanDatabase, 'db'>) => db.sql.all<ContactRow>(`SELECT c.id, m.calendarKey, c.status, m.cancellation, m.allDay, c.startsAt, c.durationMinutes, c.subject, c.content, c.direction, c.private, c.undoneAt, c.counterpartyId, c.managerId,
  (SELECT json_group_array(managerId ORDER BY position) FROM ContactManager WHERE contactId = c.id) AS managers, (SELECT json_group_array(personId ORDER BY position) FROM ContactParticipant WHERE contactId = c.id) AS persons
  FROM CalendarMeeting m JOIN Contact c ON c.id = m.contactId`)

/** What the journal says compared with what the calendars show, read straight from the world. Gives every difference. */
export function differences({ database, world, calendars, people, plan }: Look): string[] {
  const found: string[] = []
  const differ = (what: string, ...about: unknown[]) => { found.push(`${what}: ${about.map((one) => JSON.stringify(one)).join(' ')}`) }
  const entries = entriesOf(database)
  const contacts = new Map(contactsOf(database).map((one) => [one.id, one]))
  const windows = new Map(database.db.sql.all<{ managerId: string; from: number; to: number }>('SELECT managerId, windowFrom AS "from", windowTo AS "to" FROM CalendarMailbox').map(({ managerId, from, to }) => [managerId, { from, to }]))
  const knows = (address: string) => address === planPeople.carla.address || address === planPeople.david.address || (address === planPeople.zoe.address && people.hasGained())
  const outsiderOf = ({ organizer, attendees }: CalendarCopy) => Object.values(planPeople).find(({ address }) => [organizer, ...attendees].some((one) => one.address === address)) ?? null

  // Each calendar's copy: the same appointments inside the window, at the same times, in the same state.
  const seen = new Map<string, Seen[]>()
  for (const calendar of calendars) {
    const window = windows.get(calendar.managerId) ?? ever
    const own = entries.filter(({ managerId }) => managerId === calendar.managerId)
    const stored = new Map(own.filter((row) => row.standing !== 'removed' && overlaps({ allDay: false, from: row.startsAt, to: row.endsAt }, window)).map((row) => [row.eventId, row]))
    for (const copy of world.listOccurrences(calendar.mailbox, ever)) {
      const inside = overlaps(copy.span, window)
      seen.set(identityOf(copy), [...(seen.get(identityOf(copy)) ?? []), { calendar, copy, inside }])
      const row = stored.get(copy.eventId)
      stored.delete(copy.eventId)
      // Google tells of a series' dates within its window only: one that had been moved into it goes back unseen.
      if (!inside) { if (row && (calendar.provider === 'graph' || copy.slot === null)) differ('stands inside the window and is outside', calendar.managerId, row, copy.span) }
      else if (!row) differ('is missing', calendar.managerId, copy.eventId, copy.subject, copy.span, own.find(({ eventId }) => eventId === copy.eventId))
      else if (row.startsAt !== startsAt(copy.span) || row.endsAt !== endsAt(copy.span) || row.standing !== standingOf(copy)) differ('stands differently', calendar.managerId, row, copy.span, standingOf(copy))
      if (row?.facts != null && (isPrivate(copy) || row.meaning === 'ignored')) differ('words of what is nobody\'s business', calendar.managerId, row)
    }
    // Who has declined or was told off goes on to be so when the appointment is cleared away.
    for (const row of stored.values()) if (row.standing === 'planned') differ('is there too much', calendar.managerId, row)
  }

  // One meeting, one contact.
  const identities = new Map<string, Set<string>>()
  const keyed = new Map<string, Set<string>>()
  for (const row of entries) {
    const copy = world.find(calendars.find(({ managerId }) => managerId === row.managerId)?.mailbox ?? '', row.eventId)
    if (!copy || row.calendarKey === null || row.meaning === 'busy') continue
    identities.set(row.calendarKey, (identities.get(row.calendarKey) ?? new Set()).add(identityOf(copy)))
    keyed.set(identityOf(copy), (keyed.get(identityOf(copy)) ?? new Set()).add(row.calendarKey))
  }
  for (const [key, set] of identities) if (set.size > 1) differ('one key for several meetings', key, [...set])
  for (const [identity, set] of keyed) if (set.size > 1) differ('several keys for one meeting', identity, [...set])

  // Every contact that is to be there, whole; no other one is planned.
  const expected = new Set<string>()
  const checkPlanned = (contact: ContactRow, copy: CalendarCopy, managers: readonly string[] | null, what: { busy: boolean }) => {
    const said = people.said.get(contact.id)
    expected.add(contact.id)
    if (contact.undoneAt !== null) return
    if (!said?.answer) {
      if (contact.status !== 'planned' || contact.cancellation !== null) differ('is not planned', contact, copy.subject)
      if (contact.startsAt !== startsAt(copy.span) || contact.durationMinutes !== minutesOf(copy)) differ('is at another time', contact, copy.span)
      if ((contact.allDay === 1) !== copy.span.allDay) differ('whole day', contact, copy.span)
    }
    if (!what.busy) {
      const client = outsiderOf(copy)
      if (said?.subject === undefined && contact.subject !== copy.subject) differ('subject', contact.subject, copy.subject, contact)
      if (contact.content.trim() !== copy.text) differ('text', contact.content, copy.text)
      if (!said?.answer && (contact.counterpartyId !== client?.counterpartyId || contact.persons !== JSON.stringify([client.personId]))) differ('client', contact, client)
      if (contact.direction !== (calendars.some(({ mailbox }) => mailbox === copy.organizer.address) ? 'outgoing' : 'incoming')) differ('direction', contact, copy.organizer)
    } else if (said?.subject === undefined && (contact.subject !== '' || contact.content !== '' || contact.counterpartyId !== null || contact.persons !== '[]' || contact.private !== 1)) differ('busy with words', contact)
    // Whoever has answered for it was there, whatever his calendar says since.
    if (managers && !said?.answer && (contact.managers !== JSON.stringify(managers) || contact.managerId !== managers[0])) differ('managers', contact.managerId, contact.managers, managers, contact.subject)
  }
  const contactOf = (row: EntryRow | undefined) => contacts.get(row?.contactId ?? '')
  const rowOf = ({ calendar, copy }: Seen) => entries.find(({ managerId, eventId }) => managerId === calendar.managerId && eventId === copy.eventId)
  for (const [, copies] of seen) {
    for (const one of copies) {
      const { copy, inside } = one
      if (!isPrivate(copy) || !inside) continue
      const row = rowOf(one)
      const busy = plan.policy.private === 'busy' && copy.showAs !== 'free'
      if (!busy || standingOf(copy) !== 'planned') { if (row?.meaning === 'busy' && contactOf(row)?.status === 'planned') differ('busy too much', row, contactOf(row)); continue }
      const contact = contactOf(row)
      if (row?.meaning !== 'busy' || !contact) differ('busy is missing', one.calendar.managerId, row, copy.subject)
      else checkPlanned(contact, copy, [one.calendar.managerId], { busy: true })
    }
    const open = copies.filter(({ copy }) => !isPrivate(copy))
    const rows = open.map(rowOf)
    // Somebody's calendar tells of it from outside its window: how it stands there is not asked for.
    const identity = copies[0] ? identityOf(copies[0].copy) : ''
    const keys = keyed.get(identity) ?? new Set()
    const strays = entries.some((row) => row.calendarKey !== null && keys.has(row.calendarKey) && !overlaps({ allDay: false, from: row.startsAt, to: row.endsAt }, windows.get(row.managerId) ?? ever))
    const isWeak = strays || copies.some(({ inside }) => !inside)
    const going = open.filter(({ copy, inside }) => inside && standingOf(copy) === 'planned')
    const recognised = going.filter(({ copy }) => knows(outsiderOf(copy)?.address ?? ''))
    // What is marked as free is a contact only if it was one before.
    const certain = recognised.filter(({ copy }) => copy.showAs !== 'free' || plan.policy.free)
    const contact = contacts.get(rows.find((row) => row?.contactId)?.contactId ?? '')
    const [lead] = going
    if (certain.length > 0 && lead) {
      if (!contact) { differ('has no contact', lead.copy.subject, lead.copy.span, rows); continue }
      const ids = [...going].sort((a, b) => Number(b.copy.organizedHere) - Number(a.copy.organizedHere) || (a.calendar.managerId < b.calendar.managerId ? -1 : 1)).map(({ calendar }) => calendar.managerId)
      if (isWeak) expected.add(contact.id)
      else checkPlanned(contact, lead.copy, certain.length === going.length ? ids : null, { busy: false })
    } else if (contact && going.length > 0 && recognised.length === going.length) expected.add(contact.id)
    else if (contact && isWeak) expected.add(contact.id)
    else if (contact && going.length === 0 && open.length > 0 && !people.said.get(contact.id)?.answer && contact.undoneAt === null) {
      // A series' deleted date, a cancelled and a declined one are told apart.
      const told = open.filter((one) => rowOf(one)?.meaning === 'meeting').map(({ copy }) => standingOf(copy))
      const allowed = told.includes('cancelled') ? ['cancelled'] : told.includes('declined') ? ['cancelled', 'declined'] : ['cancelled', 'declined', 'removed']
      if (contact.status !== 'cancelled' || !allowed.includes(contact.cancellation ?? '')) differ('is not called off', contact, told, copies.map(({ copy }) => copy.state))
    }
  }
  for (const contact of contacts.values()) {
    if (contact.status !== 'planned' || contact.undoneAt !== null || expected.has(contact.id)) continue
    const rows = entries.filter(({ calendarKey }) => calendarKey === contact.calendarKey)
    const stray = rows.some((row) => row.standing === 'planned' && !overlaps({ allDay: false, from: row.startsAt, to: row.endsAt }, windows.get(row.managerId) ?? ever))
    if (!stray) differ('is planned and stands in no calendar', contact, rows)
  }
  const count = (query: string) => Number(database.db.sql.first<{ n: number }>(query)?.n)
  if (count("SELECT COUNT(*) AS n FROM Contact WHERE source = 'calendar'") !== contacts.size) differ('contacts without a meeting', contacts.size)
  if (count('SELECT COUNT(*) AS n FROM CalendarProblem') > 0) differ('set aside though it can be read', database.db.sql.all('SELECT * FROM CalendarProblem'))
  return found
}

/** Whether this calendar shows an appointment of that meeting to which its manager goes. */
export function stillGoes({ database, world }: Pick<Look, 'database' | 'world'>, calendar: HeldCalendar, calendarKey: string): CalendarCopy | null {
  const own = entriesOf(database).filter((row) => row.managerId === calendar.managerId && row.calendarKey === calendarKey && row.meaning !== 'busy')
  return own.map(({ eventId }) => world.find(calendar.mailbox, eventId)).find((copy) => copy !== null && copy.type !== 'series' && copy.state === 'there' && standingOf(copy) === 'planned' && !isPrivate(copy)) ?? null
}
