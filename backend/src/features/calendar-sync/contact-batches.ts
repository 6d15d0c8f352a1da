import type { Direction, Method, Source, Status } from '@counterpane/shared/domain/codes'
import type { ChangedMeeting, ContactNow, Having, NewMeeting, Writes } from './calendar-sync.types'
import type { CalendarNote } from './calendar-writes.repository'

/** A contact that a calendar makes. */
export interface CalendarContact {
  id: string; at: Date; startsAt: Date; durationMinutes: number | null; method: Method; direction: Direction; status: Status; source: Source; private: boolean
  counterpartyId: string | null; personIds: readonly string[]; managerId: string | null; managerIds: readonly string[]; registeredById: null; firmId: string | null
  meetingKey: string | null; subject: string; content: string
}
/** A contact as it is to stand; null: `content`, `meetingKey` and lists stay as they are. */
export interface CalendarContactChange {
  id: string; startsAt: Date; durationMinutes: number | null; method: Method; direction: Direction; status: Status; counterpartyId: string | null; managerId: string | null; subject: string
  content: string | null; meetingKey: string | null; personIds: readonly string[] | null; managerIds: readonly string[] | null
}

/** Who is no longer there, and whose pane keys are taken already. */
export interface Around { vanished: ReadonlySet<string>; paneOwners: Map<string, string>; firmFor(counterpartyId: string | null): string | null; at: Date }

/** Everybody whom the writes name, to be looked for before they are written. */
export function namedIn({ created, changed }: Writes) {
  const all = [...created.map((one) => ({ ...one.facts, managerIds: one.managerIds })), ...changed.map((one) => one.change)]
  return {
    persons: all.flatMap((one) => one.personIds ?? []), counterparties: all.flatMap((one) => one.counterpartyId ?? []), managers: all.flatMap((one) => one.managerIds ?? []),
    paneKeys: [...created.map((one) => one.facts.paneKey), ...changed.map((one) => one.paneKey)].filter((key) => key !== null),
  }
}

const kept = (ids: readonly string[], { vanished }: Around) => ids.filter((id) => !vanished.has(id))
const still = (id: string | null, { vanished }: Around) => (id === null || vanished.has(id) ? null : id)

/** The pane's name for a meeting goes to the first contact that asks for it. */
function claim(paneKey: string | null, contactId: string, { paneOwners }: Around): string | null {
  if (paneKey === null || paneOwners.has(paneKey)) return null
  paneOwners.set(paneKey, contactId)
  return paneKey
}

export function toContact({ contactId, facts, managerIds, status, busy }: NewMeeting, around: Around): CalendarContact {
  const counterpartyId = busy ? null : still(facts.counterpartyId, around)
  const managers = kept(managerIds, around)
  return {
    id: contactId, at: around.at, startsAt: new Date(facts.startsAt), durationMinutes: Math.round((facts.endsAt - facts.startsAt) / 60_000), method: facts.method, direction: facts.direction, status,
    source: 'calendar', private: busy, counterpartyId, personIds: busy ? [] : kept(facts.personIds, around), managerId: managers[0] ?? null, managerIds: managers, registeredById: null,
    firmId: around.firmFor(counterpartyId), meetingKey: busy ? null : claim(facts.paneKey, contactId, around), subject: busy ? '' : facts.subject, content: busy ? '' : facts.text,
  }
}

/** The contact that a change is of, as it was found. */
export const foundFor = ({ contactId, calendarKey }: ChangedMeeting, having: Pick<Having, 'meetings' | 'adopted'>): ContactNow | undefined =>
  having.meetings.get(calendarKey)?.contact ?? [...having.adopted.values()].find((contact) => contact.id === contactId)

/** Null when the contact itself stays as it is. */
export function toChange({ contactId, change, paneKey }: ChangedMeeting, now: ContactNow, around: Around): CalendarContactChange | null {
  const meetingKey = claim(paneKey, contactId, around)
  if (meetingKey === null && Object.keys(change).length === 0) return null
  const managerIds = change.managerIds ? kept(change.managerIds, around) : null
  return {
    id: contactId, startsAt: new Date(change.startsAt ?? now.startsAt), durationMinutes: change.durationMinutes ?? now.durationMinutes, method: change.method ?? now.method, direction: change.direction ?? now.direction,
    status: change.status ?? now.status, counterpartyId: change.counterpartyId === undefined ? now.counterpartyId : still(change.counterpartyId, around),
    managerId: still(change.managerId ?? now.managerId, around), subject: change.subject ?? now.subject, content: change.content ?? null, meetingKey,
    personIds: change.personIds ? kept(change.personIds, around) : null, managerIds,
  }
}

export const noteOfNew = ({ contactId, calendarKey, status, cancellation, facts, busy }: NewMeeting): CalendarNote => ({
  contactId, action: status === 'planned' ? 'planned' : 'cancelled', before: null,
  after: { calendarKey, startsAt: facts.startsAt, ...(!busy && { counterpartyId: facts.counterpartyId }), ...(cancellation && { cancellation }) },
})

/** What the trail keeps of a change: names and values, of the long text only that it changed. */
export function noteOfChange({ contactId, change, cancellation, move, adopted }: ChangedMeeting, now: ContactNow): CalendarNote[] {
  const { content, ...fields } = change
  const names = Object.keys(fields) as (keyof typeof fields)[]
  if (names.length === 0 && content === undefined && !adopted) return []
  // What went out of sight must not stand in the trail instead.
  const hides = change.subject === '' && now.subject !== ''
  const before = Object.fromEntries(names.filter((name) => !(hides && name === 'subject')).map((name) => [name, now[name]]))
  const after = { ...fields, ...(content !== undefined && { contentChanged: true }), ...(change.status === 'cancelled' && { cancellation }), ...(adopted && { adopted }) }
  const action = change.status === 'cancelled' ? 'cancelled' : change.status === 'planned' ? 'planned-again' : move ? 'moved' : 'changed'
  return [{ contactId, action, before, after }]
}
