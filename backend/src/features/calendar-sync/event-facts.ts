import type { MailAddress } from '@counterpane/shared/domain/message'
import { parseAddress } from '@counterpane/shared/matching/address'
import type { CalendarEvent } from '../../ports/calendar-source'
import type { MatchedSide, MeetingFacts } from './calendar-sync.types'
import { methodOf } from './event-method'
import { instantOf, paneKeyOf } from './meeting-identity'

export function factsOf(event: CalendarEvent, side: MatchedSide): MeetingFacts {
  const { subject, text, location, online, organizer, zoneUnknown } = event
  return {
    startsAt: instantOf(event.start), endsAt: instantOf(event.end), allDay: event.start.kind === 'date', zoneUnknown, method: methodOf(event), direction: side.direction,
    subject, text, location, online, organizer, outsiders: outsidersOf(event, side), link: event.webLink,
    counterpartyId: side.counterpartyId, personIds: side.personIds, paneKey: paneKeyOf(event),
  }
}

const day = 86_400_000

/** A private appointment takes up time; that is all that is known of it. */
export function wordlessFacts({ startsAt, endsAt }: { startsAt: number; endsAt: number }): MeetingFacts {
  return {
    startsAt, endsAt, allDay: startsAt % day === 0 && endsAt % day === 0 && endsAt > startsAt, zoneUnknown: false, method: 'meeting', direction: 'outgoing', subject: '', text: '', location: '', online: false,
    organizer: null, outsiders: [], link: null, counterpartyId: null, personIds: [], paneKey: null,
  }
}

/** Names and addresses of those who are not ours, each once. Most addresses are written as their keys are, so few have to be read. */
function outsidersOf({ organizer, attendees }: CalendarEvent, { outsiders }: MatchedSide): MailAddress[] {
  const wanted = new Set(outsiders)
  const found: MailAddress[] = []
  const take = (one: MailAddress, key: string | undefined) => {
    const isOne = key !== undefined && wanted.delete(key)
    if (isOne) found.push({ name: one.name, address: one.address })
    return isOne
  }
  const people = [...(organizer ? [organizer] : []), ...attendees.filter((one) => !one.resource)]
  const others = people.filter((one) => !take(one, one.address.toLowerCase()))
  for (const one of others) if (wanted.size > 0) take(one, parseAddress(one.address)?.addressKey)
  return found
}
