import type { MarkRule } from '@counterpane/shared/contract/journal'
import { useCallback, useMemo, useState } from 'react'
import { readLocalText, writeLocalText } from '../view/remembered-view'
import { readMarks, writeMarks } from './kept-marks'

const key = 'counterpane.journal.marks'

/** The rules by which rows are marked at this workplace. */
export interface Marks { marks: readonly MarkRule[]; setMarks: (marks: readonly MarkRule[]) => void }
export function useMarks(): Marks {
  const [marks, keep] = useState<readonly MarkRule[]>(() => readMarks(readLocalText(key)))
  const setMarks = useCallback((next: readonly MarkRule[]) => {
    keep(next)
    writeLocalText(key, writeMarks(next))
  }, [])
  return useMemo(() => ({ marks, setMarks }), [marks, setMarks])
}
