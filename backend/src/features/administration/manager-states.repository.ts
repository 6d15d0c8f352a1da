import type { ManagedManager } from '@counterpane/shared/contract/administration'
import type { Locale, Role } from '@counterpane/shared/domain/codes'
import type { AddressKeys } from '@counterpane/shared/matching/address'
import type { Db, Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import { stateTag } from '../../platform/http/state-tag'

/** What an administrator decides of a manager; `addresses`: the main one first. */
export interface ManagerState { name: string; role: Role; active: boolean; addresses: string[]; teamId: string | null; firmIds: string[]; locale: Locale | null }
export interface StateChange extends Partial<Omit<ManagerState, 'addresses'>> { addresses?: AddressKeys[] }

interface Row {
  id: string; name: string; role: Role; active: number; locale: Locale | null; teamId: string | null; teamName: string | null; addresses: string; firms: string; identities: string
  lastSeenAt: number | null; invitedUntil: number | null; clients: number; plans: number; tasks: number; calendar: ManagedManager['calendar']
}
const select = `SELECT m.id, m.name, m.role, m.active, m.locale, m.teamId, t.name AS teamName,
  (SELECT json_group_array(a.address) FROM (SELECT address FROM ManagerAddress WHERE managerId = m.id ORDER BY main DESC, address) a) AS addresses,
  (SELECT json_group_array(json_object('id', f.id, 'name', f.name)) FROM (SELECT f.id, f.name FROM ManagerFirm mf JOIN Firm f ON f.id = mf.firmId WHERE mf.managerId = m.id ORDER BY f.id) f) AS firms,
  (SELECT json_group_array(json_object('provider', i.provider, 'boundAt', i.boundAt)) FROM (SELECT provider, boundAt FROM Identity WHERE managerId = m.id ORDER BY boundAt) i) AS identities,
  (SELECT MAX(seenAt) FROM Session WHERE managerId = m.id) AS lastSeenAt,
  (SELECT MAX(expiresAt) FROM Invitation WHERE managerId = m.id AND usedAt IS NULL AND expiresAt > ?) AS invitedUntil,
  (SELECT COUNT(*) FROM Counterparty WHERE managerId = m.id) AS clients, COALESCE(p.plans, 0) AS plans,
  (SELECT COUNT(*) FROM Task WHERE managerId = m.id AND doneAt IS NULL) AS tasks,
  (SELECT state FROM CalendarMailbox WHERE managerId = m.id) AS calendar
  FROM Manager m LEFT JOIN Team t ON t.id = m.teamId
  LEFT JOIN (SELECT managerId, COUNT(*) AS plans FROM Contact WHERE status = 'planned' AND undoneAt IS NULL GROUP BY managerId) p ON p.managerId = m.id`

/** On the reading thread: plans are counted over all that is planned, which are few beside what was held. */
export function createManagerStates({ side }: Pick<Db, 'side'>) {
  return {
    list: async (now: Date) => (await side.all<Row>(`${select} ORDER BY m.active DESC, m.name, m.id`, [now.getTime()])).map(present),
    find: async (id: string, now: Date) => (await side.all<Row>(`${select} WHERE m.id = ?`, [now.getTime(), id])).map(present)[0] ?? null,
  }
}
export type ManagerStates = ReturnType<typeof createManagerStates>

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
function present({ teamId, teamName, addresses, firms, identities, ...row }: Row): ManagedManager {
  const [listed, ours] = [JSON.parse(addresses) as string[], JSON.parse(firms) as { id: string; name: string }[]]
  const bound = JSON.parse(identities) as { provider: string; boundAt: number }[]
  const state: ManagerState = { name: row.name, role: row.role, active: row.active === 1, addresses: listed, teamId, firmIds: ours.map(({ id }) => id), locale: row.locale }
  return {
    ...row, etag: stateTag(state), active: state.active, addresses: listed, firms: ours, team: teamId === null ? null : { id: teamId, name: teamName ?? '' },
    identities: bound.map(({ provider, boundAt }) => ({ provider, boundAt: new Date(boundAt).toISOString() })), lastSeenAt: instant(row.lastSeenAt), invitedUntil: instant(row.invitedUntil),
  }
}

/** As the unit of work sees it; in the same order as it is presented, so that both have one tag. */
export async function readManagerState(tx: Tx, id: string): Promise<ManagerState | null> {
  const found = await tx.manager.findUnique({
    where: { id }, select: { name: true, role: true, active: true, teamId: true, locale: true, addresses: { orderBy: [{ main: 'desc' }, { address: 'asc' }], select: { address: true } }, firms: { orderBy: { firmId: 'asc' }, select: { firmId: true } } },
  })
  if (!found) return null
  const { name, role, active, addresses, teamId, firms, locale } = found
  return { name, role: role as Role, active, addresses: addresses.map(({ address }) => address), teamId, firmIds: firms.map(({ firmId }) => firmId), locale: locale as Locale | null }
}

export async function insertManagerState(tx: Tx, id: string, { change: { addresses = [], firmIds = [], name = '', ...rest }, at }: { change: StateChange; at: Date }): Promise<void> {
  await tx.manager.create({ data: { id, name, ...rest, createdAt: at }, select: { id: true } })
  await putLists(tx, id, { addresses, firmIds })
}

export async function updateManagerState(tx: Tx, id: string, { addresses, firmIds, ...columns }: StateChange): Promise<void> {
  if (Object.keys(columns).length > 0) await tx.manager.update({ where: { id }, data: columns, select: { id: true } })
  if (addresses) await tx.managerAddress.deleteMany({ where: { managerId: id } })
  if (firmIds) await tx.managerFirm.deleteMany({ where: { managerId: id } })
  await putLists(tx, id, { addresses: addresses ?? [], firmIds: firmIds ?? [] })
}

async function putLists(tx: Tx, managerId: string, { addresses, firmIds }: { addresses: readonly AddressKeys[]; firmIds: readonly string[] }) {
  if (addresses.length > 0) await tx.managerAddress.createMany({ data: addresses.map(({ address, addressKey }, i) => ({ id: uuidv7(), managerId, address, addressKey, main: i === 0 })) })
  if (firmIds.length > 0) await tx.managerFirm.createMany({ data: firmIds.map((firmId) => ({ managerId, firmId })) })
}

export const countAdministrators = (tx: Tx): Promise<number> => tx.manager.count({ where: { role: 'administrator', active: true } })
/** Codes that nobody has used: whoever is gone needs none. */
export const dropInvitations = (tx: Tx, managerId: string) => tx.invitation.deleteMany({ where: { managerId, usedAt: null } })

/** Whose of the others an address is, switched off or not: one address belongs to one of us. */
export async function ownerOf(tx: Tx, addressKeys: readonly string[], but: string | null): Promise<{ name: string; addressKey: string } | null> {
  const found = await tx.managerAddress.findFirst({ where: { addressKey: { in: [...addressKeys] }, ...(but !== null && { managerId: { not: but } }) }, select: { addressKey: true, manager: { select: { name: true } } } })
  return found && { name: found.manager.name, addressKey: found.addressKey }
}
