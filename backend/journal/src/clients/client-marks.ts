import type { ClientRow } from '@counterpane/shared/contract/client-list'
import type { MarkTone } from '@counterpane/shared/contract/journal'
import { useCallback, useState } from 'react'
import { tones } from '../marks/kept-marks'
import { readLocalText, writeLocalText } from '../view/remembered-view'

export const clientMarkKinds = ['silent', 'vip', 'class', 'overdue'] as const
export type ClientMarkKind = (typeof clientMarkKinds)[number]
/** `value`: days of silence, a class; of the others nothing. */
export interface ClientMark { kind: ClientMarkKind; value: string; tone: MarkTone; label: string }
const key = 'counterpane.clients.marks'
const usual: readonly ClientMark[] = [{ kind: 'overdue', value: '', tone: 'red', label: '' }, { kind: 'silent', value: '30', tone: 'orange', label: '' }]
const dayMs = 86_400_000

export function markOfClient(row: ClientRow, marks: readonly ClientMark[], now: number): ClientMark | null {
  return marks.find(({ kind, value }) => {
    if (kind === 'vip') return row.vip
    if (kind === 'class') return value !== '' && row.class === value
    if (kind === 'overdue') return row.next?.overdue === true
    return Number(value) > 0 && (row.lastHeldAt === null || Date.parse(row.lastHeldAt) < now - Number(value) * dayMs)
  }) ?? null
}
function isMark(one: unknown): one is ClientMark {
  if (typeof one !== 'object' || one === null) return false
  const { kind, value, tone, label } = one as Record<string, unknown>
  return clientMarkKinds.some((known) => known === kind) && tones.some((known) => known === tone) && typeof value === 'string' && typeof label === 'string'
}
function kept(): readonly ClientMark[] {
  try {
    const read: unknown = JSON.parse(readLocalText(key) ?? 'null')
    return Array.isArray(read) ? read.filter(isMark).slice(0, 20) : usual
  } catch { return usual }
}
/** The rules by which clients are marked at this workplace. */
export function useClientMarks() {
  const [marks, keep] = useState(kept)
  const setMarks = useCallback((next: readonly ClientMark[]) => { keep(next); writeLocalText(key, JSON.stringify(next)) }, [])
  return { marks, setMarks }
}
