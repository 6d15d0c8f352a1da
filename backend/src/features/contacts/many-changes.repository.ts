import type { State, Status, Visibility } from '@counterpane/shared/domain/codes'
import type { Db, Tx } from '../../platform/db/database'
import { reindexTexts } from '../../platform/db/text-writes'
import { uuidv7 } from '../../platform/ids'
import type { Ref } from './contact-record'
import { managersAfter } from './joint-managers'

/** A contact as far as changes of many need it. */
export interface SlimContact {
  id: string; version: number; status: Status; state: State; startsAt: number; durationMinutes: number | null; managerId: string | null; private: boolean; visibility: Visibility
  registeredBy: Ref | null; managers: Ref[]; joint: string[]; given: string[]
}
type Row = Omit<SlimContact, 'private' | 'registeredBy' | 'managers' | 'joint' | 'given'> & { private: number; registeredById: string | null; managers: string; given: string | null }

const select = `SELECT c.id, c.version, c.status, c.state, c.startsAt, c.durationMinutes, c.managerId, c.private, c.visibility, c.registeredById,
  (SELECT json_group_array(z.managerId ORDER BY z.position) FROM ContactManager z WHERE z.contactId = c.id) AS managers, (SELECT g.given -> '$.managerIds' FROM CalendarMeeting g WHERE g.contactId = c.id) AS given
  FROM json_each(?) ids JOIN Contact c ON c.id = ids.value WHERE c.undoneAt IS NULL`

/** Those of the contacts that are there and were not undone. */
export function readSlim(sql: Db['sql'], ids: readonly string[]): Map<string, SlimContact> {
  const ref = (id: string): Ref => ({ id, name: '' })
  return new Map(sql.all<Row>(select, [JSON.stringify(ids)]).map(({ registeredById, managers, given, private: hidden, ...row }) => {
    const joint = JSON.parse(managers) as string[]
    return [row.id, {
      ...row, private: hidden === 1, registeredBy: registeredById === null ? null : ref(registeredById), joint, given: given === null ? [] : JSON.parse(given) as string[],
      managers: [...joint, ...(row.managerId === null ? [] : [row.managerId])].map(ref),
    }]
  }))
}

/** What becomes of one contact; a field that is missing stays. Times in ms. */
export interface SlimChange { contact: SlimContact; managerId?: string | null; state?: State; startsAt?: number }
interface Signed { at: Date; managerId: string }

/** Changes those whose version is still the one that was read, in one statement; gives their ids. A planned one's way from date to date is kept. */
export async function changeSlim(tx: Tx, changes: readonly SlimChange[], signed: Signed): Promise<Set<string>> {
  const ids = await updateSlim(tx, changes, signed.at)
  const moved = movedOf(changes, ids)
  await keepMoves(tx, moved, signed)
  await reindexTexts(tx, moved.map((move) => move.id))
  return ids
}

/** The same for changes that are taken back: what they added to a meeting's way is taken out of it. */
export async function putBackSlim(tx: Tx, changes: readonly (SlimChange & { changedAt: Date })[], signed: Signed): Promise<Set<string>> {
  if (changes.length === 0) return new Set()
  const ids = await updateSlim(tx, changes, signed.at)
  const [moved, changedAt] = [movedOf(changes, ids), new Map(changes.map((change) => [change.contact.id, change.changedAt.getTime()]))]
  if (moved.length === 0) return ids
  const added = JSON.stringify(moved.map(({ id, to }) => [id, to, changedAt.get(id)]))
  const gone = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM ContactMove WHERE id IN (SELECT m.id FROM json_each(${added}) j JOIN ContactMove m ON m.contactId = j.value ->> 0 AND m.fromAt = j.value ->> 1 AND m.movedAt = j.value ->> 2) RETURNING contactId AS id`
  await tx.$executeRaw`UPDATE CalendarMeeting SET moves = max(moves - 1, 0) WHERE contactId IN (SELECT value FROM json_each(${JSON.stringify(gone.map((row) => row.id))}))`
  await keepMoves(tx, moved.filter(({ id }) => !gone.some((row) => row.id === id)), signed)
  await reindexTexts(tx, moved.map((move) => move.id))
  return ids
}

async function updateSlim(tx: Tx, changes: readonly SlimChange[], at: Date): Promise<Set<string>> {
  const rows = JSON.stringify(changes.map(({ contact: { id, version, durationMinutes }, managerId, state, startsAt }) =>
    ({ id, version, managerId, state, startsAt, ...(startsAt !== undefined && { endsAt: startsAt + (durationMinutes ?? 0) * 60_000 }) })))
  const changed = await tx.$queryRaw<{ id: string }[]>`
    WITH r (v) AS MATERIALIZED (SELECT jsonb(value) FROM json_each(${rows}))
    UPDATE Contact SET managerId = iif(json_type(v, '$.managerId') IS NULL, managerId, v ->> 'managerId'), state = COALESCE(v ->> 'state', state), startsAt = COALESCE(v ->> 'startsAt', startsAt), endsAt = COALESCE(v ->> 'endsAt', endsAt),
      updatedAt = ${at.getTime()}, version = version + 1
    FROM r WHERE Contact.id = v ->> 'id' AND Contact.version = v ->> 'version' AND undoneAt IS NULL RETURNING Contact.id AS id`
  const ids = new Set(changed.map((row) => row.id))
  await rejoin(tx, changes.filter(({ contact }) => ids.has(contact.id)))
  return ids
}

/** Who takes part in those that have several, or one named by a calendar, goes with whom they are given to. */
async function rejoin(tx: Tx, changes: readonly SlimChange[]): Promise<void> {
  const joint = changes.flatMap(({ contact, managerId }) => (managerId === undefined || contact.joint.length === 0 ? [] : [{ id: contact.id, managers: managersAfter(contact, { from: contact.managerId, to: managerId }) }]))
  if (joint.length === 0) return
  const rows = JSON.stringify(joint.flatMap(({ id, managers }) => managers.map((managerId, position) => [id, managerId, position])))
  await tx.contactManager.deleteMany({ where: { contactId: { in: joint.map(({ id }) => id) } } })
  await tx.$executeRaw`INSERT INTO ContactManager (contactId, managerId, position) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${rows})`
}

interface Move { id: string; isPlanned: boolean; from: number; to: number }
const movedOf = (changes: readonly SlimChange[], ids: ReadonlySet<string>): Move[] =>
  changes.flatMap(({ contact, startsAt }) => (startsAt !== undefined && startsAt !== contact.startsAt && ids.has(contact.id) ? [{ id: contact.id, isPlanned: contact.status === 'planned', from: contact.startsAt, to: startsAt }] : []))

async function keepMoves(tx: Tx, moved: readonly Move[], { at, managerId }: Signed): Promise<void> {
  const moves = JSON.stringify(moved.filter(({ isPlanned }) => isPlanned).map(({ id, from, to }) => [uuidv7(), id, from, to]))
  if (moves === '[]') return
  await tx.$executeRaw`INSERT INTO ContactMove (id, contactId, fromAt, toAt, movedAt, managerId) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, ${at.getTime()}, ${managerId} FROM json_each(${moves})`
  await tx.$executeRaw`UPDATE CalendarMeeting SET moves = moves + 1 WHERE contactId IN (SELECT value ->> 1 FROM json_each(${moves}))`
}
