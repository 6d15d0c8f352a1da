import type { ContactNow, Given, MeetingChange, MeetingState } from './calendar-sync.types'
import { contentHashOf } from './meeting-identity'
import { givenOf, minutesOf, type Picture } from './meeting-picture'

export type Merging = Pick<MeetingState, 'given' | 'cancellation' | 'contact'>
/** `leaving`: managers in whose calendars it stood and does not any more. */
export interface News { picture: Picture; leaving: ReadonlySet<string>; adopted: boolean }
export interface Merged { change: MeetingChange; given: Given; cancellation: MeetingState['cancellation']; move: { from: number; to: number } | null }

/** What the calendars say now, what they said last, what stands on the contact: where the last two differ, people have written, and that stays. */
export function mergeMeeting({ given, cancellation, contact }: Merging, { picture, leaving, adopted }: News): Merged {
  const theirs = givenOf(picture)
  const open = isOpen(contact, cancellation)
  const change: MeetingChange = {}
  const next: Given = { ...theirs, ...clientAfter(picture, given) }
  if (open) {
    if (isFree(theirs.startsAt, given.startsAt, contact.startsAt)) change.startsAt = theirs.startsAt
    if (isFree(theirs.durationMinutes, given.durationMinutes, contact.durationMinutes)) change.durationMinutes = theirs.durationMinutes
  } else {
    // It took place when it did, and with whom it did: the answer must not move into another client's feed. Should people plan it anew, it follows its calendar from there on.
    Object.assign(next, { startsAt: given.startsAt, durationMinutes: given.durationMinutes, counterpartyId: given.counterpartyId, personIds: given.personIds })
  }
  if (isFree(theirs.method, given.method, contact.method)) change.method = theirs.method
  if (isFree(theirs.direction, given.direction, contact.direction)) change.direction = theirs.direction
  if (isFree(theirs.subject, given.subject, contact.subject)) change.subject = theirs.subject
  if (isFree(theirs.contentHash, given.contentHash, contact.contentHash)) change.content = picture.facts.text
  Object.assign(change, clientChange(next, given, contact))
  const managers = managersAfter({ theirs: theirs.managerIds, given: given.managerIds, contact, leaving, adopted })
  Object.assign(change, managers.change)
  const ending = endingOf({ picture, cancellation, contact })
  if (ending.status) change.status = ending.status
  const move = change.startsAt === undefined ? null : { from: contact.startsAt, to: change.startsAt }
  return { change, given: { ...next, managerIds: managers.given }, cancellation: ending.cancellation, move }
}

/** Nobody has answered for it yet. */
const isOpen = ({ status }: ContactNow, cancellation: MeetingState['cancellation']): boolean => status === 'planned' || (status === 'cancelled' && cancellation !== null)

/** The calendars say something new, and people have left alone what they said before. */
const isFree = <T>(theirs: T, given: T, ours: T | null): boolean => ours === given && ours !== theirs

const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && new Set([...a, ...b]).size === new Set(a).size
const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, at) => id === b[at])

/** A client whom the calendars don't know any more stays: only a person's hand takes it away. */
function clientAfter({ client }: Picture, { counterpartyId, personIds }: Given): Pick<Given, 'counterpartyId' | 'personIds'> {
  return client ?? { counterpartyId, personIds }
}

/** Persons belong to the client: where people named another one, the calendars' persons stay away as well. */
function clientChange(theirs: Given, given: Given, contact: ContactNow): MeetingChange {
  if (contact.counterpartyId !== given.counterpartyId) return {}
  const change: MeetingChange = {}
  if (theirs.counterpartyId !== given.counterpartyId) change.counterpartyId = theirs.counterpartyId
  if (!sameSet(theirs.personIds, given.personIds) && sameSet(contact.personIds, given.personIds)) change.personIds = theirs.personIds
  return change
}

interface Managers { theirs: readonly string[]; given: readonly string[]; contact: ContactNow; leaving: ReadonlySet<string>; adopted: boolean }

/** One by one: whom people added stays, whom they took out stays out; whose calendar is not read any more stays as well. */
function managersAfter({ theirs, given, contact, leaving, adopted }: Managers): { change: MeetingChange; given: readonly string[] } {
  const unread = given.filter((id) => !theirs.includes(id) && !leaving.has(id))
  const said = [...theirs, ...unread]
  if (sameList(said, given)) return { change: {}, given: said }
  const stay = contact.managerIds.filter((id) => !theirs.includes(id) && !(given.includes(id) && leaving.has(id)))
  const takenOut = new Set(given.filter((id) => !contact.managerIds.includes(id)))
  const managerIds = [...theirs.filter((id) => !takenOut.has(id)), ...stay]
  if (managerIds.length === 0) return { change: {}, given: said }
  const change: MeetingChange = sameList(managerIds, contact.managerIds) ? {} : { managerIds }
  const [first] = managerIds
  const isTheirs = contact.managerId === null || (contact.managerId === given[0] && !adopted)
  if (first !== undefined && isTheirs && first !== contact.managerId) change.managerId = first
  return { change, given: said }
}

/** The answers of people are theirs: only what is planned is cancelled, and only what the calendars cancelled is planned again. */
function endingOf({ picture, cancellation, contact }: Pick<Merging, 'cancellation' | 'contact'> & { picture: Picture }): { cancellation: MeetingState['cancellation']; status?: 'planned' | 'cancelled' } {
  const now = picture.cancellation
  if (now === null) return { cancellation: null, ...(cancellation !== null && contact.status === 'cancelled' && { status: 'planned' as const }) }
  if (cancellation === null && contact.status !== 'planned') return { cancellation: null }
  return { cancellation: now, ...(cancellation === null && { status: 'cancelled' as const }) }
}

/** Of a contact that was there before its calendar knew it: what differs was written by people, but the time of an appointment that was put there from here follows both ways. */
export function givenAtAdoption(contact: ContactNow, picture: Picture, marked: boolean): Given {
  const written = contact.written ?? contact
  const time = { startsAt: written.startsAt, durationMinutes: contact.written ? minutesOf(contact.written) : contact.durationMinutes ?? minutesOf(picture.facts) }
  return { ...givenOf(picture), managerIds: contact.managerIds.filter((id) => picture.managerIds.includes(id)), ...(marked && time) }
}

/** It went out of sight: what the calendars gave goes with it, what people wrote stays. */
export function hiddenMeeting({ given, cancellation, contact }: Merging): Pick<Merged, 'change' | 'given'> {
  const change: MeetingChange = {}
  const wordless = contentHashOf('')
  if (isFree('', given.subject, contact.subject)) change.subject = ''
  if (isFree(wordless, given.contentHash, contact.contentHash)) change.content = ''
  const next: Given = { ...given, subject: '', contentHash: wordless }
  if (!isOpen(contact, cancellation)) return { change, given: next }
  const nobody = { ...next, counterpartyId: null, personIds: [] }
  return { change: { ...change, ...clientChange(nobody, given, contact) }, given: nobody }
}
