import type { MarkRule, MarkTone } from '@counterpane/shared/contract/journal'

/** As the contract has them; the lists stand here too because the contract's own come with all its schemas. */
export const markColumns = ['method', 'direction', 'status', 'state', 'priority', 'type', 'firm', 'manager', 'registeredBy', 'clientClass', 'vip', 'source', 'overdue', 'private', 'noResult', 'minutes'] as const satisfies readonly MarkRule['column'][]
export const tones = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'grey'] as const satisfies readonly MarkTone[]
export const rulesAtMost = 50

function isRule(value: unknown): value is MarkRule {
  if (typeof value !== 'object' || value === null) return false
  const { column, values, tone, label } = value as Record<string, unknown>
  return markColumns.some((one) => one === column) && tones.some((one) => one === tone) && typeof label === 'string' && Array.isArray(values) && values.length > 0 && values.every((one) => typeof one === 'string' && one !== '')
}

/** The rules as a browser keeps them: what an older version or a broken storage left there is taken out. */
export function readMarks(text: string | null): MarkRule[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRule).slice(0, rulesAtMost) : []
  } catch { return [] }
}
export const writeMarks = (marks: readonly MarkRule[]) => JSON.stringify(marks)
