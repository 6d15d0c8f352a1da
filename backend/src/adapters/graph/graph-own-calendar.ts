import type { CalendarAccess } from '../../ports/calendar-source'
import { anyVersion, type OwnCalendar, type OwnEvent, type WrittenEvent } from '../../ports/own-calendar'
import { ProviderFailure } from '../../ports/provider-failure'
import { userPath, type GraphCalls } from './graph-calls'
import { markPrefix } from './graph-event'
import { guestedEvent, writtenEvent } from './graph-json'
import { failureOf, isIdUnknown, type GraphAnswer } from './graph-refusal'
import { isGone, verifyCalendar } from './graph-standing'

type Guested = WrittenEvent & { hasGuests: boolean }

/** Exchange writes to guests when a meeting changes or goes: nothing is ever changed here that has any, and nothing that changed since that was looked at. */
export function createGraphOwnCalendar(calls: GraphCalls): OwnCalendar {
  const eventPath = ({ mailbox }: CalendarAccess, eventId: string) => `${userPath(mailbox)}/events/${encodeURIComponent(eventId)}`

  const gone = (access: CalendarAccess, answer: GraphAnswer) => isGone(answer, () => verifyCalendar(calls, access))

  /** Null when it is not there. */
  async function look(access: CalendarAccess, eventId: string): Promise<Guested | null> {
    const answer = await calls.ask({ mailbox: access.mailbox, to: { path: `${eventPath(access, eventId)}?$select=id,attendees,isOrganizer` } })
    if (isIdUnknown(answer) || (await gone(access, answer))) return null
    if (answer.status !== 200) throw failureOf(answer)
    const { data } = guestedEvent.safeParse(answer.body)
    if (!data) throw new ProviderFailure('temporary')
    return { eventId: data.id, version: data['@odata.etag'], hasGuests: (data.attendees?.length ?? 0) > 0 || data.isOrganizer === false }
  }

  return {
    async create(access, event) {
      const answer = await calls.ask({ mailbox: access.mailbox, method: 'POST', to: { path: `${userPath(access.mailbox)}/events` }, body: { ...bodyOf(event), transactionId: transactionOf(event) } })
      return answer.status === 409 ? madeBefore(calls, access, event) : writtenOf(answer)
    },
    async change(access, { eventId, version }, event) {
      const now = await look(access, eventId)
      if (!now) throw new ProviderFailure('gone')
      if (now.hasGuests) throw new ProviderFailure('rejected')
      if (version !== anyVersion && now.version !== version) throw new ProviderFailure('stale')
      return writtenOf(await calls.ask({ mailbox: access.mailbox, method: 'PATCH', to: { path: eventPath(access, eventId) }, ifMatch: now.version, body: bodyOf(event) }))
    },
    async remove(access, eventId) {
      const now = await look(access, eventId)
      if (!now) return
      if (now.hasGuests) throw new ProviderFailure('rejected')
      const answer = await calls.ask({ mailbox: access.mailbox, method: 'DELETE', to: { path: eventPath(access, eventId) }, ifMatch: now.version })
      if (answer.status > 299 && !(await gone(access, answer))) throw failureOf(answer)
    },
  }
}

const transactionOf = ({ mark }: OwnEvent) => `${markPrefix}${mark}`
const timeOf = (ms: number) => ({ dateTime: new Date(ms).toISOString().slice(0, -1), timeZone: 'UTC' })

/** No guests, and none are named: an empty list is none as well, but says more than it has to. */
function bodyOf({ subject, text, location, startsAt, endsAt }: OwnEvent) {
  return { subject, body: { contentType: 'text', content: text }, location: { displayName: location }, start: timeOf(startsAt), end: timeOf(endsAt) }
}

function writtenOf(answer: GraphAnswer): WrittenEvent {
  if (answer.status < 200 || answer.status > 299) throw failureOf(answer)
  const { data } = writtenEvent.safeParse(answer.body)
  if (!data) throw new ProviderFailure('temporary')
  return { eventId: data.id, version: data['@odata.etag'] }
}

/** A repeated transactionId is answered with what it made, or refused: then it stands where it was put. */
async function madeBefore(calls: GraphCalls, { mailbox }: CalendarAccess, event: OwnEvent): Promise<WrittenEvent> {
  const instant = (ms: number) => new Date(ms).toISOString()
  const path = `${userPath(mailbox)}/calendarView?startDateTime=${instant(event.startsAt)}&endDateTime=${instant(Math.max(event.endsAt, event.startsAt + 60_000))}&$select=id,transactionId&$top=100`
  const { body } = await calls.get({ mailbox, to: { path } })
  const rows = typeof body === 'object' && body !== null && 'value' in body && Array.isArray(body.value) ? (body.value as unknown[]) : []
  const found = rows.find((row) => typeof row === 'object' && row !== null && 'transactionId' in row && row.transactionId === transactionOf(event))
  const { data } = writtenEvent.safeParse(found)
  if (!data) throw new ProviderFailure('rejected')
  return { eventId: data.id, version: data['@odata.etag'] }
}
