import type { CalendarChange, CalendarEvent } from '../../ports/calendar-source'
import type { GraphEvent } from './graph-json'
import { addressOf, attendeesOf, responseOf } from './graph-people'
import { instantWritten, slotOf, timesOf } from './graph-times'
import { textOf, wordsOf } from './graph-words'

export interface InSeries { mailbox: string; series: GraphEvent | null }
export const markPrefix = 'counterpane-'

/** An appointment in our words. What an occurrence doesn't say itself its series says. */
export function changeOf(row: GraphEvent, { mailbox, series }: InSeries): CalendarChange {
  const event = whole(row, series)
  const times = timesOf(event)
  if (!times) return { kind: 'unreadable', eventId: event.id, problem: 'times' }
  const organizer = addressOf(event.organizer)
  const facts = {
    eventId: event.id, seriesId: event.seriesMasterId || null, uid: event.iCalUId?.trim() || null,
    originalStart: slotOf(event, times, (series?.isAllDay ?? event.isAllDay) === true),
    changedAt: instantWritten(event.lastModifiedDateTime), ...times, cancelled: event.isCancelled === true,
    organizedHere: event.isOrganizer ?? organizer?.address.toLowerCase() === mailbox.toLowerCase(),
    ownResponse: responseOf(event.responseStatus?.response), webLink: linkOf(event.webLink), mark: markOf(event), ...showing(event),
  }
  return { kind: 'event', event: isPrivate(event) ? { ...facts, ...nothingSaid, private: true } : { ...facts, ...saidBy(event), organizer, private: false } }
}

/** Bare rows of delta hold ids and times only. Null is an answer, absence is none. */
function whole(row: GraphEvent, series: GraphEvent | null): GraphEvent {
  if (!series) return row
  const own = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Partial<GraphEvent>
  return { ...series, ...own, id: row.id, type: row.type, start: row.start, end: row.end, originalStart: row.originalStart, occurrenceId: row.occurrenceId, transactionId: row.transactionId }
}

type Said = Pick<CalendarEvent, 'subject' | 'text' | 'location' | 'attendees' | 'online'>
function saidBy(event: GraphEvent): Said {
  return {
    subject: wordsOf(event.subject), text: textOf(event.body), location: wordsOf(event.location?.displayName), attendees: attendeesOf(event.attendees),
    online: event.isOnlineMeeting === true || Boolean(event.onlineMeeting?.joinUrl) || Boolean(event.onlineMeetingUrl),
  }
}
/** Of what is private not even the people leave the adapter: as an app we are shown everything. */
const nothingSaid: Said & Pick<CalendarEvent, 'organizer'> = { subject: '', text: '', location: '', attendees: [], online: false, organizer: null }

/** What we don't know the meaning of is not ours to show. */
const isPrivate = ({ sensitivity }: GraphEvent) => !['normal', 'personal'].includes(sensitivity?.toLowerCase() || 'normal')

/** Out of office is an absence as a whole day, or alone; with guests it is a visit to them. */
function showing({ showAs, isAllDay, attendees }: GraphEvent): Pick<CalendarEvent, 'showAs' | 'kind'> {
  const written = showAs?.toLowerCase()
  const away = written === 'oof' || written === 'workingelsewhere'
  return { showAs: away ? 'away' : written === 'free' ? 'free' : 'busy', kind: away && (isAllDay === true || !attendees?.length) ? 'absence' : 'meeting' }
}

const linkOf = (written: string | null | undefined) => (written && URL.canParse(written) && new URL(written).protocol === 'https:' ? written : null)
/** Only what we made ourselves carries it: https://learn.microsoft.com/graph/api/resources/event (transactionId) */
const markOf = ({ transactionId }: GraphEvent) => (transactionId?.startsWith(markPrefix) && transactionId.length <= 100 ? transactionId.slice(markPrefix.length) || null : null)
