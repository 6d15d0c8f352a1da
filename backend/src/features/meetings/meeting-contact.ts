import { uuidv7 } from '../../platform/ids'
import { durationOf, meetingKeyOf } from './meeting-facts'
import type { MeetingContact, MeetingOrder, RecognisedMeeting, Viewer } from './meetings.types'

export interface MeetingClient { counterpartyId: string | null; personIds: string[] }
export interface Draft { order: MeetingOrder; found: RecognisedMeeting; client: MeetingClient; firmId: string | null; viewer: Viewer; at: Date; words: { content: string; folded: string } }

/** The contact that a meeting becomes. One whose end has passed took place: whoever registers it says so. */
export function contactOfMeeting({ order, found, client, firmId, viewer: { caller }, at, words }: Draft): MeetingContact {
  const { meeting } = order
  const managerIds = managersOf(found, caller.id)
  return {
    id: uuidv7(), at, startsAt: new Date(meeting.startsAt), durationMinutes: durationOf(meeting), method: meeting.online ? 'video-call' : 'meeting', direction: found.side.direction,
    status: Date.parse(meeting.endsAt) > at.getTime() ? 'planned' : 'held', source: order.client ?? 'outlook', private: order.private ?? false,
    counterpartyId: client.counterpartyId, alsoCounterpartyIds: (order.alsoCounterpartyIds ?? []).filter((id) => id !== client.counterpartyId), personIds: client.personIds,
    managerId: managerIds[0] ?? caller.id, managerIds, registeredById: caller.id, firmId, meetingKey: meetingKeyOf(meeting), subject: meeting.subject ?? '', ...words, comment: order.comment ?? '',
  }
}

/** Those in whose calendars it stands, the organiser among them first (product 2.3.2); a colleague joins with their own click. */
function managersOf({ side, own }: RecognisedMeeting, callerId: string): string[] {
  const organiser = side.sender?.keys ? own.managerIds.get(side.sender.keys.addressKey) : undefined
  return [...new Set([organiser ?? callerId, callerId])]
}

/** The client by an exact match, or as named; of the attendees everybody who is surely theirs. A suggestion files nothing (product 2.1.4). */
export function clientOfMeeting({ counterpartyId: named, personIds }: Pick<MeetingOrder, 'counterpartyId' | 'personIds'>, { match, evidence }: RecognisedMeeting): MeetingClient {
  const target = match.kind === 'person' || match.kind === 'counterparty' ? match.target : null
  const counterpartyId = named === undefined ? target?.counterpartyId ?? null : named
  if (personIds) return { counterpartyId, personIds }
  const theOnly = evidence.persons.filter((hit) => evidence.persons.filter((other) => other.addressKey === hit.addressKey).length === 1)
  const chosen = target?.personId && target.counterpartyId === counterpartyId ? [target.personId] : []
  const theirs = counterpartyId === null ? [] : theOnly.filter((hit) => hit.counterpartyId === counterpartyId).map((hit) => hit.personId)
  return { counterpartyId, personIds: [...new Set([...chosen, ...theirs])].filter((id) => id !== null) }
}
