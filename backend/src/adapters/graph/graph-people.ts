import type { MailAddress } from '@counterpane/shared/domain/message'
import { calendarLimits, type CalendarAttendee, type CalendarResponse } from '../../ports/calendar-source'
import type { GraphEvent } from './graph-json'
import { wordsOf } from './graph-words'

type Mailbox = NonNullable<GraphEvent['organizer']>

const responses: Partial<Record<string, CalendarResponse>> = { organizer: 'accepted', accepted: 'accepted', tentativelyaccepted: 'tentative', declined: 'declined' }
/** Unknown ones are no answer yet. */
export const responseOf = (written: string | null | undefined): CalendarResponse => responses[written?.toLowerCase() ?? ''] ?? 'none'

/** Null for one without an address; Exchange's own directory names (/o=…) are none. */
export function addressOf(mailbox: Mailbox | null | undefined): MailAddress | null {
  const address = wordsOf(mailbox?.emailAddress?.address)
  return address.includes('@') ? { name: wordsOf(mailbox?.emailAddress?.name), address } : null
}

export function attendeesOf(attendees: GraphEvent['attendees']): CalendarAttendee[] {
  const found: CalendarAttendee[] = []
  for (const one of attendees ?? []) {
    const person = addressOf(one)
    if (person) found.push({ ...person, response: responseOf(one?.status?.response), optional: is(one?.type, 'optional'), resource: is(one?.type, 'resource') })
    if (found.length === calendarLimits.attendees) break
  }
  return found
}

const is = (written: string | null | undefined, member: string) => written?.toLowerCase() === member
