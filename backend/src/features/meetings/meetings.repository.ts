import type { Target } from '@counterpane/shared/matching/evidence'
import type { Db, Tx } from '../../platform/db/database'

/** A contact planned by hand is rarely to the minute. */
const nearMs = 15 * 60_000

// A contact with a key of its own is another meeting, and a private one is nobody's to find but theirs who took part.
// The plus keeps the planner from walking every contact that has no such key, which is nearly all of them.
const near = (from: string, whose: string) => `
SELECT c.id FROM ${from} WHERE ${whose} = ?1 AND c.startsAt BETWEEN ?2 - ${nearMs} AND ?2 + ${nearMs} AND c.method IN ('meeting', 'video-call') AND c.status IN ('planned', 'held') AND c.undoneAt IS NULL AND +c.meetingKey IS NULL
  AND (c.private = 0 OR c.registeredById = ?3 OR c.managerId = ?3 OR EXISTS (SELECT 1 FROM ContactManager m WHERE m.contactId = c.id AND m.managerId = ?3)) ORDER BY ABS(c.startsAt - ?2), c.id LIMIT 1`
const nearOfCounterparty = near('Contact c', 'c.counterpartyId')
const nearOfPerson = near('ContactParticipant z CROSS JOIN Contact c ON c.id = z.contactId', 'z.personId')

export function createMeetingsRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    findByKey: (meetingKey: string) => sql.first<{ id: string }>('SELECT id FROM Contact WHERE meetingKey = ?', [meetingKey])?.id ?? null,
    /** The contact with this client that stands at about this time and belongs to no known meeting yet. */
    findNear({ counterpartyId, personId }: Target, { startsAt, callerId }: { startsAt: number; callerId: string }): string | null {
      const [query, id] = counterpartyId !== null ? [nearOfCounterparty, counterpartyId] : [nearOfPerson, personId]
      return id === null ? null : sql.first<{ id: string }>(query, [id, startsAt, callerId])?.id ?? null
    },
    counterpartyOf: (personId: string) => sql.first<{ counterpartyId: string | null }>('SELECT counterpartyId FROM ContactPerson WHERE id = ?', [personId])?.counterpartyId ?? null,
  }
}
export type MeetingsRepository = ReturnType<typeof createMeetingsRepository>

export const findMeeting = async (tx: Tx, meetingKey: string) => (await tx.contact.findUnique({ where: { meetingKey }, select: { id: true } }))?.id ?? null

/** Gives a contact that stands at the meeting's time the meeting's key; false when it has been taken or undone meanwhile. */
export async function claimForMeeting(tx: Tx, id: string, { meetingKey, at }: { meetingKey: string; at: Date }): Promise<boolean> {
  return (await tx.contact.updateMany({ where: { id, undoneAt: null, meetingKey: null }, data: { meetingKey, updatedAt: at, version: { increment: 1 } } })).count > 0
}

/** Adds a manager behind those who are there; false when they are among them. */
export async function joinManagers(tx: Tx, contactId: string, { managerId, at }: { managerId: string; at: Date }): Promise<boolean> {
  const contact = await tx.contact.findUniqueOrThrow({ where: { id: contactId }, select: { managerId: true, managers: { select: { managerId: true } } } })
  const there = contact.managers.length > 0 ? contact.managers.map((one) => one.managerId) : [contact.managerId].filter((id) => id !== null)
  if (there.includes(managerId)) return false
  const fresh = contact.managers.length > 0 ? [managerId] : [...there, managerId]
  await tx.contactManager.createMany({ data: fresh.map((id, i) => ({ contactId, managerId: id, position: contact.managers.length + i })) })
  await tx.contact.update({ where: { id: contactId }, data: { updatedAt: at, version: { increment: 1 } }, select: { id: true } })
  return true
}
