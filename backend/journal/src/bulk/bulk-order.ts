import type { AnswerOf, BodyOf } from '@counterpane/shared/contract/http-client'
import type { JournalRow } from '@counterpane/shared/contract/journal'
import { readLocal } from '../view/period'

export type BulkChange = BodyOf<'changeMany'>['change']
export type BulkOutcome = AnswerOf<'changeMany'>['results'][number]['outcome']
type Item = BodyOf<'changeMany'>['items'][number]
/** One change for many contacts. Putting planned contacts on one date is several: each by its own number of days. */
export interface BulkOrder { change: BulkChange; items: readonly Item[] }
export const atOnce = 500
const longestPostponing = 3_650

const itemOf = ({ id, etag }: JournalRow): Item => ({ id, etag })
export const isPlanned = ({ status }: Pick<JournalRow, 'status'>) => status === 'planned'
export const sizeOfOrders = (orders: readonly BulkOrder[]) => orders.reduce((sum, { items }) => sum + items.length, 0)
export const orderOf = (change: BulkChange, rows: readonly JournalRow[]): BulkOrder[] => (rows.length > 0 ? [{ change, items: rows.map(itemOf) }] : [])

/** Whole days of the reader's calendar between two moments, whatever summer time does to their length. */
function daysBetween(from: Date, to: Date): number {
  const noon = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((noon(to) - noon(from)) / 86_400_000)
}
/** Each contact to this local date, at its own time of day; null when the date is none or too far away. */
export function ordersToDate(date: string, rows: readonly JournalRow[]): BulkOrder[] | null {
  const target = readLocal(date)
  if (!target) return null
  const groups = new Map<number, JournalRow[]>()
  for (const row of rows) {
    const days = daysBetween(new Date(row.startsAt), target)
    const group = groups.get(days)
    if (group) group.push(row)
    else groups.set(days, [row])
  }
  if ([...groups.keys()].some((days) => Math.abs(days) > longestPostponing)) return null
  return [...groups].map(([postponeDays, group]) => ({ change: { postponeDays }, items: group.map(itemOf) }))
}

/** In portions that the server answers quickly, so that one sees how far it is and may stop. */
export function* portions(orders: readonly BulkOrder[]): Generator<BulkOrder> {
  for (const { change, items } of orders) for (let from = 0; from < items.length; from += atOnce) yield { change, items: items.slice(from, from + atOnce) }
}

export interface BulkTally { counts: Record<BulkOutcome, number>; setIds: readonly string[]; left: readonly BulkOrder[]; error: unknown; stopped: boolean }
export const emptyTally: BulkTally = { counts: { changed: 0, unchanged: 0, stale: 0, 'not-found': 0, 'not-planned': 0, forbidden: 0 }, setIds: [], left: [], error: null, stopped: false }
export function withAnswer(tally: BulkTally, { setId, results }: AnswerOf<'changeMany'>): BulkTally {
  const counts = { ...tally.counts }
  for (const { outcome } of results) counts[outcome]++
  return { ...tally, counts, setIds: setId === null ? tally.setIds : [...tally.setIds, setId] }
}
