import type { SqlParameter } from '../../platform/db/sql'

/** A segment as a condition on a client, alias `c`; null: there is none that the asker may know of. */
export type SegmentCondition = (segmentId: string, caller: { id: string }) => { text: string; values: readonly (string | number)[] } | null
/** A condition on a task, alias `t`. */
export interface TaskCondition { text: string; values: readonly SqlParameter[] }

/** Tasks with a client of one of these segments. A segment that is not there holds nobody. */
export function ofSegments(ids: readonly string[], conditionOf: (id: string) => ReturnType<SegmentCondition>): TaskCondition {
  const found = [...new Set(ids)].flatMap((id) => conditionOf(id) ?? [])
  if (found.length === 0) return { text: '0', values: [] }
  return { text: `t.counterpartyId IN (SELECT c.id FROM Counterparty c WHERE ${found.map(({ text }) => `(${text})`).join(' OR ')})`, values: found.flatMap(({ values }) => values) }
}
