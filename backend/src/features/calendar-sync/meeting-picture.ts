import type { Entry, Given, MeetingFacts, MeetingState } from './calendar-sync.types'
import { wordlessFacts } from './event-facts'
import { contentHashOf } from './meeting-identity'

/** What the calendars together say of a meeting; the same for the same rows, in whatever order they came. */
export interface Picture { facts: MeetingFacts; client: Pick<MeetingFacts, 'counterpartyId' | 'personIds'> | null; managerIds: readonly string[]; cancellation: MeetingState['cancellation']; busy: boolean }

/** Null when it stands in no calendar that may tell of it. */
export function pictureOf(entries: readonly Entry[]): Picture | null {
  const rows = entries.filter(isTold).sort(byWeight)
  const [lead] = rows
  if (!lead) return null
  const facts = factsOfRow(lead)
  const known = rows.map((row) => row.facts).find((given) => given && (given.counterpartyId !== null || given.personIds.length > 0))
  return {
    facts, client: known ? { counterpartyId: known.counterpartyId, personIds: known.personIds } : null,
    managerIds: managersOf(rows), cancellation: cancellationOf(rows), busy: rows.every((row) => row.meaning === 'busy'),
  }
}

/** One that waits in its manager's own list, and was not turned away there, tells of a meeting that has become a contact through a colleague. */
const isTold = ({ meaning, dismissed }: Entry): boolean => meaning === 'meeting' || meaning === 'busy' || (meaning === 'waiting' && !dismissed)

/** Somebody's calendar calls it a contact. */
export const makesContact = (entries: readonly Entry[]): boolean => entries.some(({ meaning }) => meaning === 'meeting' || meaning === 'busy')

const factsOfRow = (row: Entry): MeetingFacts => row.facts ?? wordlessFacts(row)

/** Where it still stands before where it does not; then what was changed last, the organiser's, and an order that never changes. */
function byWeight(a: Entry, b: Entry): number {
  return Number(b.standing === 'planned') - Number(a.standing === 'planned') || (b.changedAt ?? -Infinity) - (a.changedAt ?? -Infinity) || Number(b.organiser) - Number(a.organiser)
    || compare(a.managerId, b.managerId) || compare(a.eventId, b.eventId)
}

const compare = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0

function cancellationOf(rows: readonly Entry[]): MeetingState['cancellation'] {
  const has = (standing: Entry['standing']) => rows.some((row) => row.standing === standing)
  if (has('planned')) return null
  return has('cancelled') ? 'cancelled' : has('declined') ? 'declined' : 'removed'
}

/** Those who go there; of a meeting that fell away those who would have gone. */
function managersOf(rows: readonly Entry[]): string[] {
  const groups = [rows.filter((row) => row.standing === 'planned'), rows.filter((row) => row.standing !== 'declined'), rows]
  const going = [...(groups.find((group) => group.length > 0) ?? [])]
  going.sort((a, b) => Number(b.organiser) - Number(a.organiser) || compare(a.managerId, b.managerId))
  return [...new Set(going.map((row) => row.managerId))]
}

export const minutesOf = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }): number => Math.max(0, Math.round((endsAt - startsAt) / 60_000))

export function givenOf({ facts, client, managerIds }: Picture): Given {
  return {
    startsAt: facts.startsAt, durationMinutes: minutesOf(facts), method: facts.method, direction: facts.direction, subject: facts.subject, contentHash: contentHashOf(facts.text),
    counterpartyId: client?.counterpartyId ?? null, personIds: client?.personIds ?? [], managerIds,
  }
}
