import type { Contact } from '@counterpane/shared/contract/contact'
import type { MeetingSidebar } from '@counterpane/shared/contract/meeting'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import { databaseErrorOf } from '../../platform/http/database-errors'
import type { Clock } from '../../ports/clock'
import { clientOfMeeting, contactOfMeeting } from './meeting-contact'
import { invitationOf, meetingKeyOf } from './meeting-facts'
import { claimForMeeting, findMeeting, joinManagers, type MeetingsRepository } from './meetings.repository'
import type { Meeting, MeetingContact, MeetingOrder, MeetingsNeeds, RecognisedMeeting, Viewer } from './meetings.types'

export interface MeetingsDeps { db: Db; repository: MeetingsRepository; clock: Clock; needs: MeetingsNeeds }
interface Writing { found: RecognisedMeeting; contact: MeetingContact; near: string | null; viewer: Viewer }

export function createMeetings({ db, repository, clock, needs }: MeetingsDeps) {
  const recognise = (meeting: Meeting, { caller }: Viewer) => needs.recognise(invitationOf(meeting), caller.id)
  const nearOf = (counterpartyId: string | null, personId: string | null, meeting: Meeting, { caller }: Viewer) =>
    repository.findNear({ counterpartyId, personId }, { startsAt: Date.parse(meeting.startsAt), callerId: caller.id })

  /** Blocked and internal ones as letters are; a client named by hand overrules only "between colleagues". */
  function refusalOf({ match }: RecognisedMeeting, order: MeetingOrder): string | null {
    if (match.rule === 'blocked') return 'The address is on a list of what is never registered'
    return match.kind === 'internal' && !order.counterpartyId ? 'The meeting is between colleagues' : null
  }

  function clientOf(order: MeetingOrder, found: RecognisedMeeting) {
    const [first] = order.counterpartyId === undefined ? order.personIds ?? [] : []
    const counterpartyId = first === undefined ? order.counterpartyId : repository.counterpartyOf(first) ?? undefined
    return clientOfMeeting({ ...order, counterpartyId }, found)
  }

  async function join(tx: Tx, id: string, { contact: { at, meetingKey }, viewer: { caller } }: Writing) {
    const joined = await joinManagers(tx, id, { managerId: caller.id, at })
    if (joined) await writeAudit(tx, { managerId: caller.id, noun: 'contact', nounId: id, action: 'joined', at, after: { meetingKey, managerId: caller.id } })
    return { id, created: false }
  }

  const write = (writing: Writing) => db.write(async (tx) => {
    const { found, contact, near, viewer: { caller } } = writing
    const known = await findMeeting(tx, contact.meetingKey)
    if (known) return join(tx, known, writing)
    if (near && await claimForMeeting(tx, near, { meetingKey: contact.meetingKey, at: contact.at })) return join(tx, near, writing)
    await needs.insertContact(tx, contact)
    await needs.keepAddresses(tx, contact.id, [...found.side.main, ...found.side.others].map((party) => party.keys.addressKey))
    await writeAudit(tx, { managerId: caller.id, noun: 'contact', nounId: contact.id, action: 'registered', at: contact.at, after: { meetingKey: contact.meetingKey, counterpartyId: contact.counterpartyId } })
    return { id: contact.id, created: true }
  })

  return {
    ask(meeting: Meeting, viewer: Viewer): MeetingSidebar {
      const found = recognise(meeting, viewer)
      const { counterpartyId, personIds } = clientOfMeeting({}, found)
      const contactId = repository.findByKey(meetingKeyOf(meeting)) ?? nearOf(counterpartyId, personIds[0] ?? null, meeting, viewer)
      return {
        match: needs.matchOf(found, viewer), participants: needs.participantsOf(found), contact: contactId === null ? null : needs.showContact(contactId, viewer),
        ...needs.aboutClient(found.match.target, viewer),
      }
    },
    async register(order: MeetingOrder, viewer: Viewer): Promise<{ contact: Contact; created: boolean }> {
      const found = recognise(order.meeting, viewer)
      assertReferences(db.sql, [
        { table: 'Counterparty', field: 'counterpartyId', ids: [order.counterpartyId] }, { table: 'Counterparty', field: 'alsoCounterpartyIds', ids: order.alsoCounterpartyIds ?? [] },
        { table: 'ContactPerson', field: 'personIds', ids: order.personIds ?? [] },
      ])
      const client = clientOf(order, found)
      const words = order.meeting.text ? needs.foldMessage(order.meeting.text) : { content: '', folded: '' }
      const contact = contactOfMeeting({ order, found, client, firmId: needs.firmFor(client.counterpartyId), viewer, at: clock.now(), words })
      const refusal = repository.findByKey(contact.meetingKey) === null ? refusalOf(found, order) : null
      if (refusal) throw new AppError('nothing-to-register', { detail: refusal })
      const near = nearOf(client.counterpartyId, client.personIds[0] ?? null, order.meeting, viewer)
      const writing = { found, contact, near, viewer }
      // Another process was first with the same meeting: the second try joins theirs.
      const written = await write(writing).catch((error: unknown) => (databaseErrorOf(error)?.code === 'conflict' ? write(writing) : Promise.reject(error)))
      return { contact: needs.showContact(written.id, viewer), created: written.created }
    },
  }
}
export type Meetings = ReturnType<typeof createMeetings>
