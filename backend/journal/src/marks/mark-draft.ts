import type { MarkRule } from '@counterpane/shared/contract/journal'
import { tones } from './kept-marks'
import type { MarkColumn } from './mark-of'

/** A rule that is being written; `key` keeps its fields its own while rules change places. */
export interface DraftRule extends Omit<MarkRule, 'column' | 'values'> { key: number; column: MarkColumn; values: readonly string[] }
const facts: readonly MarkColumn[] = ['vip', 'overdue', 'private', 'noResult']
export const isFact = (column: MarkColumn) => facts.includes(column)

let made = 0
export const draftOf = (rule: MarkRule): DraftRule => ({ ...rule, key: ++made })
export const newDraft = (after: number): DraftRule => ({ key: ++made, column: 'state', values: [], tone: tones[after % tones.length] ?? 'red', label: '' })
/** Values of one column mean nothing in another. */
export const withColumn = (rule: DraftRule, column: MarkColumn): DraftRule => ({ ...rule, column, values: isFact(column) ? ['true'] : [] })
export const ruleOf = ({ column, values, tone, label }: DraftRule): MarkRule => ({ column, values: [...values], tone, label: label.trim() })
export const isWhole = ({ column, values }: DraftRule) => values.length > 0 && (column !== 'minutes' || values.every((value) => /^\d{1,6}$/.test(value)))

export function moved<T>(list: readonly T[], index: number, by: 1 | -1): T[] {
  const next = [...list]
  const [one, other] = [next[index], next[index + by]]
  if (one === undefined || other === undefined) return next
  next[index] = other
  next[index + by] = one
  return next
}
