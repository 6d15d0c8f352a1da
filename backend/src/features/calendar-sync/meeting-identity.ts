import { parseAddress } from '@counterpane/shared/matching/address'
import { foldText } from '@counterpane/shared/text/fold'
import { sha256 } from '../../platform/crypto/digest'
import type { CalendarEvent, CalendarTime } from '../../ports/calendar-source'
import type { Entry, Read } from './calendar-sync.types'

type Named = Pick<CalendarEvent, 'uid' | 'originalStart' | 'seriesId' | 'eventId'>

/** How Exchange begins its uids; the eight characters that follow are the date of an occurrence, zeros in its series. */
const exchangeUid = /^(040000008200E00074C5B7101A82E008)([0-9A-F]{8})(.*)$/s
const ofSeries = '00000000'
const keyOf = (...parts: (string | null)[]) => sha256(JSON.stringify(parts))

/** The uid by which calendars of all houses know one meeting or one series. */
export function normalisedUid(uid: string): string {
  const trimmed = uid.trim()
  const [, prefix, , rest] = exchangeUid.exec(trimmed.toUpperCase()) ?? []
  return prefix === undefined || rest === undefined ? trimmed : `${prefix}${ofSeries}${rest}`
}

/** The slot of its series. Somebody who was invited to one occurrence only sees no series: there the date in the uid tells it from the other occurrences. */
function slotOf({ uid, originalStart }: Named): string {
  if (originalStart === null) {
    const date = exchangeUid.exec(uid?.trim().toUpperCase() ?? '')?.[2] ?? ofSeries
    return date === ofSeries ? '' : date
  }
  const at = originalStart.includes('T') ? Date.parse(originalStart) : NaN
  return Number.isNaN(at) ? originalStart.trim() : new Date(at).toISOString()
}

/** The same for one meeting in every calendar in which it stands. */
export function calendarKeyOf(event: Named, managerId: string): string {
  const uid = normalisedUid(event.uid ?? '')
  return uid === '' ? keyOf(managerId, event.seriesId ?? event.eventId, slotOf(event)) : keyOf(uid, slotOf(event))
}

/** A private appointment is its owner's alone, whoever else has it: nothing joins it to the meeting that others see. */
export const busyKeyOf = (managerId: string, eventId: string): string => keyOf('busy', managerId, eventId, '')

/** The same for all occurrences of a series in every calendar; null for a single appointment. */
export function seriesKeyOf(event: Named & Pick<CalendarEvent, 'private'>, managerId: string): string | null {
  if (event.originalStart === null) return null
  const uid = normalisedUid(event.uid ?? '')
  return uid === '' || event.private ? keyOf('series', managerId, event.seriesId ?? event.eventId) : keyOf('series', uid)
}

/** Under which keys a page has to look for meetings and for rows of other calendars: those of its appointments, and those under which they stood until now. */
export function keysOf(reads: readonly Read[], entries: ReadonlyMap<string, Entry>, managerId: string): string[] {
  const keys = new Set<string>()
  for (const { calendarKey } of entries.values()) if (calendarKey !== null) keys.add(calendarKey)
  for (const { change } of reads) {
    if (change.kind === 'event') keys.add(change.event.private ? busyKeyOf(managerId, change.event.eventId) : calendarKeyOf(change.event, managerId))
  }
  return [...keys]
}

/** In ms; of an all-day appointment midnight in UTC, wherever its people are. */
export const instantOf = (time: CalendarTime): number => time.kind === 'instant' ? time.at : Date.parse(`${time.date}T00:00:00.000Z`)

/** The name of a meeting that mail clients open, which know no uid of it: the rule of the meetings feature (meetingKeyOf). */
export function paneKeyOf({ organizer, attendees, start, subject }: Pick<CalendarEvent, 'organizer' | 'attendees' | 'start' | 'subject'>): string {
  const nameOf = (written: string) => parseAddress(written)?.addressKey ?? foldText(written).trim()
  const people = () => attendees.filter((one) => !one.resource).map((one) => nameOf(one.address))
  const whose = nameOf(organizer?.address ?? '') || [...new Set(people())].sort()
  return sha256(JSON.stringify([whose, new Date(instantOf(start)).toISOString(), foldText(subject).trim()]))
}

const said = {
  eventId: 1, seriesId: 1, uid: 1, originalStart: 1, zoneUnknown: 1, cancelled: 1, subject: 1, text: 1, location: 1, organizedHere: 1, ownResponse: 1, private: 1, showAs: 1, kind: 1, online: 1, webLink: 1, mark: 1,
} satisfies Record<Exclude<keyof CalendarEvent, 'changedAt' | 'start' | 'end' | 'organizer' | 'attendees'>, 1>
const saidNames = Object.keys(said) as (keyof typeof said)[]
const timeSaid = (time: CalendarTime) => time.kind === 'instant' ? [time.at, time.zone] : time.date

/** All that a calendar says of an appointment, in whatever order it names the guests. When it was changed is not part of it. */
export function saidOf(event: CalendarEvent): string {
  const guests = event.attendees.map(({ name, address, response, optional, resource }) => `${address}\n${name}\n${response}${optional ? ' optional' : ''}${resource ? ' resource' : ''}`).sort()
  return JSON.stringify([saidNames.map((name) => event[name]), timeSaid(event.start), timeSaid(event.end), event.organizer && [event.organizer.name, event.organizer.address], guests])
}
export const hashOf = (event: CalendarEvent): string => sha256(saidOf(event))

/** By this a contact's text is compared with what a calendar gave. */
export const contentHashOf = (text: string): string => sha256(text)
