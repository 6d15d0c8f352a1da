import type { ViewColumn } from '@counterpane/shared/contract/journal'
import { useCallback, useMemo, useState } from 'react'
import { readLocalText, writeLocalText } from '../view/remembered-view'
import { isColumn, usualColumns } from './grid-columns'

/** Which columns the journal has at this workplace, in their order and width. */
export interface Columns { columns: readonly ViewColumn[]; setColumns: (columns: readonly ViewColumn[]) => void; reset: () => void }
/** A list's columns: where they are remembered, which there are, and which stand when nobody chose. */
export interface ColumnKind { storageKey: string; usual: readonly ViewColumn[]; isKnown: (key: string) => boolean }
const ofJournal: ColumnKind = { storageKey: 'counterpane.journal.columns', usual: usualColumns.map((key) => ({ key, width: null })), isKnown: isColumn }
export const leastColumn = 48
export const mostColumn = 1_000

/** What is known of columns that come from elsewhere: each once, of a width that can be drawn; none at all are the usual ones. */
export function tidyColumns(columns: unknown, { usual, isKnown } = ofJournal): readonly ViewColumn[] {
  if (!Array.isArray(columns)) return usual
  const seen = new Set<string>()
  const tidy = columns.flatMap((one: unknown): ViewColumn[] => {
    if (typeof one !== 'object' || one === null || !('key' in one) || typeof one.key !== 'string' || !isKnown(one.key) || seen.has(one.key)) return []
    seen.add(one.key)
    const width = 'width' in one && typeof one.width === 'number' ? Math.round(Math.min(mostColumn, Math.max(leastColumn, one.width))) : null
    return [{ key: one.key, width }]
  })
  return tidy.length > 0 ? tidy : usual
}
function remembered(kind: ColumnKind): readonly ViewColumn[] {
  try { return tidyColumns(JSON.parse(readLocalText(kind.storageKey) ?? 'null'), kind) } catch { return kind.usual }
}

export function useColumns(kind = ofJournal): Columns {
  const [columns, keep] = useState(() => remembered(kind))
  const setColumns = useCallback((next: readonly ViewColumn[]) => {
    const tidy = tidyColumns(next, kind)
    keep(tidy)
    writeLocalText(kind.storageKey, JSON.stringify(tidy))
  }, [kind])
  const reset = useCallback(() => setColumns(kind.usual), [setColumns, kind])
  return useMemo(() => ({ columns, setColumns, reset }), [columns, setColumns, reset])
}
