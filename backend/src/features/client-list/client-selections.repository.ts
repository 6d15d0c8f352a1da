import type { ViewColumn } from '@counterpane/shared/contract/journal'
import type { Db, Tx } from '../../platform/db/database'

export interface SelectionFields { name: string; shared: boolean; search: string; columns: ViewColumn[] }
/** `owner` null: whoever made it has left. */
export interface SelectionRecord extends SelectionFields { id: string; version: number; owner: { id: string; name: string } | null; createdAt: number; updatedAt: number }
interface Row { id: string; version: number; ownerId: string | null; ownerName: string | null; name: string; shared: number; search: string; columns: string; createdAt: number; updatedAt: number }

/** More shared ones than a team can make use of; they are not left out silently by anybody's doing, since each manager has a bound of its own. */
const shownMost = 2_000
const select = `SELECT v.id, v.version, m.id AS ownerId, m.name AS ownerName, v.name, v.shared, v.search, json(v.columns) AS columns, v.createdAt, v.updatedAt
  FROM ClientSelection v LEFT JOIN Manager m ON m.id = v.ownerId AND m.active = 1`

export function createClientSelectionsRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** One's own, then everybody's, in the order of their making. */
    list: (managerId: string): SelectionRecord[] =>
      sql.all<Row>(`${select} WHERE v.ownerId = ? OR v.shared = 1 ORDER BY v.ownerId IS NOT ?, v.createdAt, v.id LIMIT ${shownMost}`, [managerId, managerId]).map(toRecord),
    find(id: string): SelectionRecord | null {
      const row = sql.first<Row>(`${select} WHERE v.id = ?`, [id])
      return row && toRecord(row)
    },
  }
}
export type ClientSelectionsRepository = ReturnType<typeof createClientSelectionsRepository>

const toRecord = ({ ownerId, ownerName, shared, columns, ...row }: Row): SelectionRecord => ({
  ...row, shared: shared === 1, owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? '' }, columns: JSON.parse(columns) as ViewColumn[],
})

/** As the unit of work sees it. */
export async function readSelection(tx: Tx, id: string) {
  const row = await tx.clientSelection.findUnique({ where: { id } })
  if (!row) return null
  const owner = await tx.manager.findFirst({ where: { id: row.ownerId, active: true }, select: { id: true } })
  const { name, shared, search, version } = row
  return { version, ownerId: owner?.id ?? null, fields: { name, shared, search, columns: row.columns as unknown as ViewColumn[] } }
}
export const countSelections = (tx: Tx, ownerId: string) => tx.clientSelection.count({ where: { ownerId } })
export const insertSelection = (tx: Tx, { id, ownerId, at, ...fields }: SelectionFields & { id: string; ownerId: string; at: Date }) =>
  tx.clientSelection.create({ data: { id, ownerId, ...asJson(fields), createdAt: at, updatedAt: at }, select: { id: true } })
export const updateSelection = (tx: Tx, id: string, { change, ownerId, at }: { change: Partial<SelectionFields>; ownerId: string | undefined; at: Date }) =>
  tx.clientSelection.update({ where: { id }, data: { ...asJson(change), ...(ownerId !== undefined && { ownerId }), updatedAt: at, version: { increment: 1 } }, select: { id: true } })
export const deleteSelection = (tx: Tx, id: string) => tx.clientSelection.delete({ where: { id }, select: { id: true } })

const asJson = <T extends Partial<SelectionFields>>({ columns, ...rest }: T) => ({ ...rest, ...(columns && { columns: columns as object[] }) })
