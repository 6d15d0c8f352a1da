import { foldText } from '@counterpane/shared/text/fold'
import type { Tx } from '../../platform/db/database'
import type { MeetingFacts } from './calendar-sync.types'

/** So long after a meeting fell away a new one with the same words counts as its next date. */
const rememberedMs = 14 * 86_400_000
/** A meeting that fell away was to end later than this long ago; keeps the question from walking years of cancelled ones. */
const endedMs = 60 * 86_400_000

export interface Newcomer { contactId: string; facts: MeetingFacts }
interface Fallen { contactId: string; counterpartyId: string; subject: string; organizer: string | null }

const folded = (text: string) => foldText(text).trim()
const keyOf = (counterpartyId: string, subject: string, organizer: string | null | undefined) => JSON.stringify([counterpartyId, folded(subject), folded(organizer ?? '')])

/** A meeting that was taken away and made anew is offered to be joined to its past: same client, subject and organiser. */
export async function noteResemblance(tx: Tx, newcomers: readonly Newcomer[], at: Date): Promise<void> {
  const clients = [...new Set(newcomers.map((one) => one.facts.counterpartyId).filter((id) => id !== null))]
  if (clients.length === 0) return
  const now = at.getTime()
  const fallen = await tx.$queryRaw<Fallen[]>`
    SELECT c.id AS contactId, c.counterpartyId AS counterpartyId, c.subject AS subject,
      (SELECT e.facts ->> '$.organizer.address' FROM CalendarEntry e WHERE e.calendarKey = m.calendarKey AND e.facts IS NOT NULL ORDER BY e.organiser DESC, e.id LIMIT 1) AS organizer
    FROM Contact c JOIN CalendarMeeting m ON m.contactId = c.id
    WHERE c.status = 'cancelled' AND c.endsAt > ${now - endedMs} AND +c.counterpartyId IN (SELECT value FROM json_each(${JSON.stringify(clients)})) AND c.undoneAt IS NULL
      AND m.cancellation IN ('removed', 'cancelled') AND m.updatedAt >= ${now - rememberedMs} ORDER BY m.updatedAt, c.id`
  const past = new Map(fallen.map((one) => [keyOf(one.counterpartyId, one.subject, one.organizer), one.contactId]))
  const found = newcomers.flatMap(({ contactId, facts }) => {
    const resemblesId = facts.counterpartyId === null ? undefined : past.get(keyOf(facts.counterpartyId, facts.subject, facts.organizer?.address))
    return resemblesId === undefined || resemblesId === contactId ? [] : [{ contactId, resemblesId }]
  })
  if (found.length === 0) return
  await tx.$executeRaw`UPDATE CalendarMeeting SET resemblesId = v ->> 'resemblesId' FROM (SELECT value AS v FROM json_each(${JSON.stringify(found)})) WHERE contactId = v ->> 'contactId'`
}
