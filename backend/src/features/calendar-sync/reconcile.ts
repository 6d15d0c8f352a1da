import type { ChangedMeeting, Entry, Given, Having, MeetingState, NewMeeting, Reconcile, ReconcileContext, Writes } from './calendar-sync.types'
import { givenAtAdoption, hiddenMeeting, mergeMeeting, type Merged } from './meeting-merge'
import { givenOf, makesContact, pictureOf, type Picture } from './meeting-picture'
import { readPage, type PageEntries, type Touched } from './page-entries'

export const reconcile: Reconcile = (having, reads, context) => settle(having, readPage(having, reads, context), context)

/** What rows of one calendar, as they are to stand, change of their meetings. */
export function settle(having: Pick<Having, 'meetings' | 'others'>, { changed, touched }: PageEntries, context: Pick<ReconcileContext, 'managerId' | 'newId'>): Writes {
  const created: NewMeeting[] = []
  const changes: ChangedMeeting[] = []
  const joined = new Set<string>()
  for (const [calendarKey, touch] of touched) {
    const meeting = having.meetings.get(calendarKey) ?? null
    const before = meeting?.entries ?? having.others.get(calendarKey) ?? []
    const rows = rowsAfter(before, { calendarKey, changed, managerId: context.managerId })
    if (meeting) {
      const change = changeOf(meeting, rows, touch)
      if (change) changes.push(change)
    } else if (touch.listed && makesContact(rows)) {
      const adopted = touch.adopted && !joined.has(touch.adopted.contact.id) ? touch.adopted : null
      if (adopted?.contact.undone) continue
      if (adopted) joined.add(adopted.contact.id)
      const news = adopted ? adoptedMeeting({ calendarKey, touch, adopted }, rows) : newMeeting({ calendarKey, seriesKey: touch.seriesKey, contactId: context.newId() }, rows)
      if (news && 'adopted' in news) changes.push(news)
      else if (news) created.push(news)
    }
  }
  return { entries: [...changed.values()], created, changed: changes }
}

interface RowsOf { calendarKey: string; changed: ReadonlyMap<string, Entry>; managerId: string }

/** The rows of a meeting in all calendars as they stand after this page. */
function rowsAfter(before: readonly Entry[], { calendarKey, changed, managerId }: RowsOf): Entry[] {
  const untouched = before.filter((row) => row.managerId !== managerId || !changed.has(row.eventId))
  return [...untouched, ...[...changed.values()].filter((row) => row.calendarKey === calendarKey)]
}

function newMeeting(ids: Pick<NewMeeting, 'calendarKey' | 'seriesKey' | 'contactId'>, rows: readonly Entry[]): NewMeeting | null {
  const picture = pictureOf(rows)
  if (!picture) return null
  const { facts, client, managerIds, cancellation, busy } = picture
  return { ...ids, facts: client ? { ...facts, ...client } : facts, managerIds, status: cancellation === null ? 'planned' : 'cancelled', cancellation, busy, given: givenOf(picture) }
}

function adoptedMeeting({ calendarKey, touch, adopted: { contact, marked } }: { calendarKey: string; touch: Touched; adopted: NonNullable<Touched['adopted']> }, rows: readonly Entry[]): ChangedMeeting | null {
  const picture = pictureOf(rows)
  if (!picture) return null
  const meeting: MeetingState = { calendarKey, seriesKey: touch.seriesKey, given: givenAtAdoption(contact, picture, marked), cancellation: null, moves: 0, contact, entries: [] }
  return changedMeeting(meeting, picture, { merged: mergeMeeting(meeting, { picture, leaving: leavingOf([], rows), adopted: true }), adopted: true })
}

/** Null when nothing of it changes. What was undone is not touched. */
function changeOf(meeting: MeetingState, rows: readonly Entry[], touch: Touched): ChangedMeeting | null {
  if (meeting.contact.undone) return null
  const before = pictureOf(meeting.entries)
  const seen = pictureOf(rows)
  const gone = seen ?? (before && { ...before, client: null, managerIds: meeting.given.managerIds, cancellation: 'removed' as const })
  if (!gone) return null
  // Nothing told of it any more: whom it was with stays for as long, and goes when somebody else's calendar tells of it again.
  const former = before === null && meeting.cancellation !== null ? meeting.given.managerIds : []
  const merged = mergeMeeting(meeting, { picture: gone, leaving: seen ? leavingOf(meeting.entries, rows, former) : new Set(), adopted: false })
  const result = changedMeeting(meeting, gone, { merged: seen || !touch.hidden ? merged : wordless(meeting, merged), adopted: false })
  const same = before !== null && before.facts.paneKey === gone.facts.paneKey && before.facts.allDay === gone.facts.allDay && before.facts.zoneUnknown === gone.facts.zoneUnknown
  const isNew = Object.keys(result.change).length > 0 || !same || result.cancellation !== meeting.cancellation || !sameGiven(result.given, meeting.given)
  return isNew ? result : null
}

function wordless(meeting: MeetingState, merged: Merged): Merged {
  const { change, given } = hiddenMeeting(meeting)
  return { ...merged, change: { ...merged.change, ...change }, given: { ...merged.given, ...given } }
}

const day = 86_400_000

function changedMeeting({ calendarKey, seriesKey, contact }: MeetingState, { facts }: Picture, { merged, adopted }: { merged: Merged; adopted: boolean }): ChangedMeeting {
  const startsAt = merged.change.startsAt ?? contact.startsAt
  // People who gave it an hour of the day have made it something else than a whole day.
  return { contactId: contact.id, calendarKey, seriesKey, ...merged, allDay: facts.allDay && startsAt % day === 0, zoneUnknown: facts.zoneUnknown, paneKey: facts.paneKey, adopted }
}

/** Managers in whose calendars it stood, or stands in another way than planned. */
function leavingOf(before: readonly Entry[], after: readonly Entry[], former: readonly string[] = []): Set<string> {
  const going = new Set(after.filter((row) => row.standing === 'planned').map((row) => row.managerId))
  return new Set([...former, ...[...before, ...after].map((row) => row.managerId)].filter((id) => !going.has(id)))
}

const sameGiven = (a: Given, b: Given): boolean => {
  const flat = ({ personIds, managerIds, startsAt, durationMinutes, method, direction, subject, contentHash, counterpartyId }: Given) =>
    JSON.stringify([[...personIds].sort(), managerIds, startsAt, durationMinutes, method, direction, subject, contentHash, counterpartyId])
  return flat(a) === flat(b)
}
