import type { RuleGroup } from '@counterpane/shared/domain/rule-fields'
import type { Db, Tx } from '../../platform/db/database'
import type { RuleSql } from './rule-sql'
import type { Node } from './segment-graph'

export interface SegmentFields { name: string; shared: boolean; rule: RuleGroup | null }
/** `owner` null: whoever made it has left. */
export interface SegmentRecord extends SegmentFields { id: string; kind: 'hand' | 'rule'; version: number; ownerId: string; owner: { id: string; name: string } | null; members: number | null; createdAt: number; updatedAt: number }
type Row = Omit<SegmentRecord, 'shared' | 'rule' | 'owner'> & { shared: number; rule: string | null; activeId: string | null; ownerName: string | null }

const select = `SELECT s.id, s.name, s.kind, s.shared, json(s.rule) AS rule, s.version, s.ownerId, m.id AS activeId, m.name AS ownerName, s.createdAt, s.updatedAt,
  CASE s.kind WHEN 'hand' THEN (SELECT COUNT(*) FROM SegmentMember x WHERE x.segmentId = s.id) END AS members
  FROM Segment s LEFT JOIN Manager m ON m.id = s.ownerId AND m.active = 1`
const shownMost = 2_000
const toRecord = ({ shared, rule, activeId, ownerName, ...row }: Row): SegmentRecord =>
  ({ ...row, shared: shared === 1, rule: ruleOf(rule), owner: activeId === null ? null : { id: activeId, name: ownerName ?? '' } })
const ruleOf = (json: string | null) => (json === null ? null : JSON.parse(json) as RuleGroup | null)

export function createSegmentsRepository({ sql, side }: Pick<Db, 'sql' | 'side'>) {
  return {
    list: (managerId: string): SegmentRecord[] => sql.all<Row>(`${select} WHERE s.ownerId = ? OR s.shared = 1 ORDER BY s.ownerId IS NOT ?, s.createdAt, s.id LIMIT ${shownMost}`, [managerId, managerId]).map(toRecord),
    find: (id: string): SegmentRecord | null => sql.all<Row>(`${select} WHERE s.id = ?`, [id]).map(toRecord)[0] ?? null,
    node: (id: string) => sql.first<{ kind: 'hand' | 'rule'; rule: string | null; ownerId: string; shared: number }>('SELECT kind, json(rule) AS rule, ownerId, shared FROM Segment WHERE id = ?', [id]),
    nodes: (): Node[] => sql.all<{ id: string; name: string; ownerId: string; shared: number; rule: string | null }>('SELECT id, name, ownerId, shared, json(rule) AS rule FROM Segment').map((row) => ({ ...row, shared: row.shared === 1, rule: ruleOf(row.rule) })),
    /** Saved views and selections whose address names it; of others' own ones their number only. */
    uses: (id: string) => sql.first<{ n: number }>("SELECT (SELECT COUNT(*) FROM SavedView WHERE instr(search, ?1) > 0) + (SELECT COUNT(*) FROM ClientSelection WHERE instr(search, ?1) > 0) AS n", [id])?.n ?? 0,
    count: async ({ text, values }: RuleSql) => (await side.all<{ n: number }>(`SELECT COUNT(*) AS n FROM Counterparty c WHERE ${text}`, values))[0]?.n ?? 0,
    /** In the order of their names. */
    ids: async ({ text, values }: RuleSql, { after, limit }: { after: readonly [string, string] | null; limit: number }) =>
      side.all<{ id: string; name: string }>(`SELECT c.id, c.name FROM Counterparty c WHERE ${after ? '(c.name, c.id) > (?, ?) AND ' : ''}${text} ORDER BY c.name, c.id LIMIT ?`, [...(after ?? []), ...values, limit]),
    membersAmong: (id: string, ids: readonly string[]) => sql.all<{ id: string }>('SELECT counterpartyId AS id FROM SegmentMember WHERE segmentId = ? AND counterpartyId IN (SELECT value FROM json_each(?))', [id, JSON.stringify(ids)]).map((row) => row.id),
    clientsAmong: (ids: readonly string[]) => sql.all<{ id: string }>('SELECT id FROM Counterparty WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]).map((row) => row.id),
    change: (id: string) => sql.first<{ segmentId: string; before: string; at: number; managerId: string | null; undoneAt: number | null }>(
      "SELECT nounId AS segmentId, json(after) AS before, at, managerId, undoneAt FROM AuditEntry WHERE id = ? AND noun = 'segment' AND action = 'members-changed'", [id]),
    changeIdOf: (setId: string) => sql.first<{ id: string }>("SELECT id FROM AuditEntry WHERE setId = ? AND noun = 'segment' AND action = 'members-changed'", [setId])?.id ?? null,
  }
}
export type SegmentsRepository = ReturnType<typeof createSegmentsRepository>

const asJson = <T extends Partial<SegmentFields>>({ rule, ...rest }: T) => ({ ...rest, ...(rule && { rule: rule as object }) })
export const insertSegment = (tx: Tx, { id, at, ...fields }: SegmentFields & { id: string; kind: string; ownerId: string; at: Date }) =>
  tx.segment.create({ data: { id, ...asJson(fields), rule: fields.rule === null ? undefined : fields.rule as object, createdAt: at, updatedAt: at }, select: { id: true } })
export const updateSegment = (tx: Tx, id: string, { change, at }: { change: Partial<SegmentFields> & { ownerId?: string }; at: Date }) =>
  tx.segment.update({ where: { id }, data: { ...asJson(change), rule: change.rule ? change.rule as object : undefined, updatedAt: at, version: { increment: 1 } }, select: { id: true } })
export const deleteSegment = (tx: Tx, id: string) => tx.segment.delete({ where: { id }, select: { id: true } })
export const countOwned = (tx: Tx, ownerId: string) => tx.segment.count({ where: { ownerId } })

/** Many at once, a statement each. */
export async function writeMembers(tx: Tx, id: string, { add, remove, at }: { add: readonly string[]; remove: readonly string[]; at: Date }): Promise<void> {
  if (remove.length > 0) await tx.$executeRaw`DELETE FROM SegmentMember WHERE segmentId = ${id} AND counterpartyId IN (SELECT value FROM json_each(${JSON.stringify(remove)}))`
  if (add.length > 0) await tx.$executeRaw`INSERT OR IGNORE INTO SegmentMember (segmentId, counterpartyId, addedAt) SELECT ${id}, k.id, ${at.getTime()} FROM json_each(${JSON.stringify(add)}) j JOIN Counterparty k ON k.id = j.value`
}
export const markChangeUndone = (tx: Tx, id: string, at: Date) => tx.auditEntry.updateMany({ where: { id, undoneAt: null }, data: { undoneAt: at } })
