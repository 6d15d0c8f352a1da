import type { JournalRow, MarkRule } from '@counterpane/shared/contract/journal'

export type MarkColumn = MarkRule['column']
const idOr = (one: { id: string } | null) => [one?.id ?? 'none']

/** What a row has in a column that rules look at: a code, ids of which any may fit, or yes. */
const valuesOf: Record<Exclude<MarkColumn, 'minutes'>, (row: JournalRow) => string[]> = {
  method: ({ method }) => [method], direction: ({ direction }) => [direction], status: ({ status }) => [status], state: ({ state }) => [String(state)], priority: ({ priority }) => [priority],
  type: ({ type }) => idOr(type), firm: ({ firm }) => idOr(firm), registeredBy: ({ registeredBy }) => idOr(registeredBy), source: ({ source }) => [source],
  manager: ({ manager, managers }) => [...new Set([...idOr(manager), ...managers.map(({ id }) => id)])],
  clientClass: ({ clientClass }) => [clientClass ?? 'none'], vip: ({ vip }) => [String(vip)], overdue: ({ overdue }) => [String(overdue)], private: (row) => [String(row.private)],
  noResult: ({ result }) => [String(result.trim() === '')],
}

function fits(row: JournalRow, { column, values }: MarkRule): boolean {
  // A contact without a length is not a short one.
  if (column === 'minutes') return row.durationMinutes !== null && values.some((least) => row.durationMinutes !== null && row.durationMinutes >= Number(least))
  const has = valuesOf[column]?.(row) ?? []
  return values.some((value) => has.includes(value))
}

/** The first rule that fits the row, or null. */
export const markOf = (row: JournalRow, marks: readonly MarkRule[]): MarkRule | null => marks.find((rule) => fits(row, rule)) ?? null
