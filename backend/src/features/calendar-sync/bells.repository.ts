import type { CalendarProvider } from '@counterpane/shared/contract/calendar'
import type { Tx } from '../../platform/db/database'
import type { SqlReader } from '../../platform/db/sql'
import type { Bell } from '../../ports/calendar-source'
import { assertHeld, type Hold } from './holds.repository'

/** Without a subscriptionId: ordered and not answered yet; refused when it ends where it began. Instants in ms. */
export interface BellRow { id: string; subscriptionId: string | null; resourceId: string | null; secretHash: string; expiresAt: number; renewAt: number; createdAt: number }
export interface KnownBell extends BellRow { managerId: string; pending: 0 | 1 }

const columns = 's.id, s.subscriptionId, s.resourceId, s.secretHash, s.expiresAt, s.renewAt, s.createdAt'

/** The newest first. */
export const listBells = (sql: SqlReader, managerId: string, provider: CalendarProvider): BellRow[] =>
  sql.all(`SELECT ${columns} FROM CalendarSubscription s WHERE s.managerId = ? AND s.provider = ? ORDER BY s.createdAt DESC, s.id DESC`, [managerId, provider])

const known = `SELECT ${columns}, s.managerId, c.asks > c.asksTaken AS pending FROM CalendarSubscription s JOIN CalendarMailbox c ON c.managerId = s.managerId WHERE s.provider = ?`

/** The bell of that name, and those whose provider has not said yet how it calls them: one may ring before we have heard its name. */
export const bellsNamed = (sql: SqlReader, subscriptionId: string): KnownBell[] => [
  ...sql.all<KnownBell>(`${known} AND s.subscriptionId = ?`, ['graph', subscriptionId]), ...sql.all<KnownBell>(`${known} AND s.subscriptionId IS NULL`, ['graph']),
]
export const bellOfChannel = (sql: SqlReader, channelId: string): KnownBell | null => sql.first<KnownBell>(`${known} AND s.id = ?`, ['google', channelId])

/** The order stands before the provider is asked: it may ring before it answers. */
export async function orderBell(tx: Tx, hold: Hold, { id, provider, secretHash, at, until }: { id: string; provider: CalendarProvider; secretHash: string; at: Date; until: Date }): Promise<void> {
  await assertHeld(tx, hold)
  const { managerId } = hold
  await tx.calendarSubscription.deleteMany({ where: { managerId, OR: [{ subscriptionId: null }, { expiresAt: { lte: at } }] } })
  await tx.calendarSubscription.create({ data: { id, managerId, provider, secretHash, expiresAt: until, renewAt: until, createdAt: at }, select: { id: true } })
}

/** `first`: nothing rang before it, so a round is asked for that reads what changed until now. */
export async function keepBellAnswer(tx: Tx, hold: Hold, { id, bell, renewAt, first = false }: { id: string; bell: Bell; renewAt: Date; first?: boolean }): Promise<void> {
  await assertHeld(tx, hold)
  if (first) await tx.calendarMailbox.updateMany({ where: { managerId: hold.managerId }, data: { asks: { increment: 1 } } })
  const { subscriptionId, resourceId, expiresAt } = bell
  await tx.calendarSubscription.updateMany({ where: { id }, data: { subscriptionId, resourceId, expiresAt: new Date(expiresAt), renewAt } })
}

/** `refused`: seen by people until another try is answered. */
export async function postponeBell(tx: Tx, hold: Hold, { id, renewAt, refusedAt }: { id: string; renewAt: Date; refusedAt?: Date | undefined }): Promise<void> {
  await assertHeld(tx, hold)
  await tx.calendarSubscription.updateMany({ where: { id }, data: { renewAt, ...(refusedAt && { expiresAt: refusedAt }) } })
}

export async function forgetBells(tx: Tx, hold: Hold, ids: readonly string[]): Promise<void> {
  await assertHeld(tx, hold)
  await tx.calendarSubscription.deleteMany({ where: { managerId: hold.managerId, id: { in: [...ids] } } })
}

export interface Rings { managerIds: readonly string[]; gone: readonly string[]; renew: readonly string[]; at: Date }

/** One mark for each calendar that has none yet; bells that are gone and those that must be renewed, by their ids. */
export async function markRung(tx: Tx, { managerIds, gone, renew, at }: Rings): Promise<void> {
  await tx.$executeRaw`UPDATE CalendarMailbox SET asks = asksTaken + 1 WHERE asks <= asksTaken AND managerId IN (SELECT value FROM json_each(${JSON.stringify(managerIds)}))`
  if (gone.length > 0) await tx.calendarSubscription.deleteMany({ where: { id: { in: [...gone] } } })
  if (renew.length > 0) await tx.calendarSubscription.updateMany({ where: { id: { in: [...renew] } }, data: { renewAt: at } })
}
