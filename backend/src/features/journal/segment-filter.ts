import { condition, prices } from './filter-parts'
import type { Condition } from './listing.types'

/** A segment as a condition on a client, alias `c`; null: there is none that the asker may know of. */
export type SegmentCondition = (segmentId: string, caller: { id: string }) => { text: string; values: readonly (string | number)[] } | null

/** Contacts with clients of one of these segments, filed under them or also involving them. A segment that is not there holds nobody. */
export function ofSegments(ids: readonly string[], conditionOf: (id: string) => ReturnType<SegmentCondition>): Condition {
  const found = [...new Set(ids)].flatMap((id) => conditionOf(id) ?? [])
  if (found.length === 0) return condition('segmentId', { sql: '0', parameters: [] }, () => false)
  // The clients are found once for the whole question; inside, `c` is a client.
  const clients = `SELECT c.id FROM Counterparty c WHERE ${found.map(({ text }) => `(${text})`).join(' OR ')}`
  const values = found.flatMap((one) => one.values)
  const sql = `COALESCE(c.counterpartyId IN (${clients}) OR EXISTS (SELECT 1 FROM ContactCounterparty z WHERE z.contactId = c.id AND z.counterpartyId IN (${clients})), 0)`
  return condition('segmentId', { sql, parameters: [...values, ...values] }, null, { price: prices.probe * 3 })
}
