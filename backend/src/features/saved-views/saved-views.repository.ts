import type { MarkRule, ViewColumn } from '@counterpane/shared/contract/journal'
import type { Db, Tx } from '../../platform/db/database'

export interface ViewFields { name: string; shared: boolean; search: string; columns: ViewColumn[]; marks: MarkRule[] }
/** `owner` null: whoever made it has left. */
export interface ViewRecord extends ViewFields { id: string; version: number; owner: { id: string; name: string } | null; createdAt: number; updatedAt: number }
interface Row { id: string; version: number; ownerId: string | null; ownerName: string | null; name: string; shared: number; search: string; columns: string; marks: string; createdAt: number; updatedAt: number }

/** More shared ones than a team can make use of; they are not left out silently by anybody's doing, since each manager has a bound of its own. */
const shownMost = 2_000
const select = `SELECT v.id, v.version, m.id AS ownerId, m.name AS ownerName, v.name, v.shared, v.search, json(v.columns) AS columns, json(v.marks) AS marks, v.createdAt, v.updatedAt
  FROM SavedView v LEFT JOIN Manager m ON m.id = v.ownerId AND m.active = 1`

export function createSavedViewsRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** One's own, then everybody's, in the order of their making. */
    list: (managerId: string): ViewRecord[] =>
      sql.all<Row>(`${select} WHERE v.ownerId = ? OR v.shared = 1 ORDER BY v.ownerId IS NOT ?, v.createdAt, v.id LIMIT ${shownMost}`, [managerId, managerId]).map(toRecord),
    find(id: string): ViewRecord | null {
      const row = sql.first<Row>(`${select} WHERE v.id = ?`, [id])
      return row && toRecord(row)
    },
  }
}
export type SavedViewsRepository = ReturnType<typeof createSavedViewsRepository>

const toRecord = ({ ownerId, ownerName, shared, columns, marks, ...row }: Row): ViewRecord => ({
  ...row, shared: shared === 1, owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? '' }, columns: JSON.parse(columns) as ViewColumn[], marks: JSON.parse(marks) as MarkRule[],
})

/** As the unit of work sees it. */
export async function readView(tx: Tx, id: string) {
  const row = await tx.savedView.findUnique({ where: { id } })
  if (!row) return null
  const owner = await tx.manager.findFirst({ where: { id: row.ownerId, active: true }, select: { id: true } })
  const { name, shared, search, version } = row
  return { version, ownerId: owner?.id ?? null, fields: { name, shared, search, columns: row.columns as unknown as ViewColumn[], marks: row.marks as unknown as MarkRule[] } }
}
export const countViews = (tx: Tx, ownerId: string) => tx.savedView.count({ where: { ownerId } })
export const insertView = (tx: Tx, { id, ownerId, at, ...fields }: ViewFields & { id: string; ownerId: string; at: Date }) =>
  tx.savedView.create({ data: { id, ownerId, ...asJson(fields), createdAt: at, updatedAt: at }, select: { id: true } })
export const updateView = (tx: Tx, id: string, { change, ownerId, at }: { change: Partial<ViewFields>; ownerId: string | undefined; at: Date }) =>
  tx.savedView.update({ where: { id }, data: { ...asJson(change), ...(ownerId !== undefined && { ownerId }), updatedAt: at, version: { increment: 1 } }, select: { id: true } })
export const deleteView = (tx: Tx, id: string) => tx.savedView.delete({ where: { id }, select: { id: true } })

const asJson = <T extends Partial<ViewFields>>({ columns, marks, ...rest }: T) => ({ ...rest, ...(columns && { columns: columns as object[] }), ...(marks && { marks: marks as object[] }) })
