import { dayTexts } from '@counterpane/shared/text/day-journal'
import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useDayChanges, type WayBack } from '../api/day-queries'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'

/** What was just done, and the way back. */
export interface Said { words: string; undo: WayBack | null }

/** `fresh`: changes when the lists were drawn anew: whoever worked by keyboard goes on from here when their row has gone. */
export function DaySaid({ said, fresh, onUndone }: { said: Said | null; fresh: unknown; onUndone: (words: string) => void }) {
  const { locale } = useSurroundings()
  const text = dayTexts[locale]
  const { undo } = useDayChanges()
  const target = said?.undo
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => { if (said && document.activeElement === document.body) box.current?.focus() }, [said, fresh])
  return (
    <div ref={box} tabIndex={-1} className="jn-day-said" data-said={said ? true : undefined}>
      <span role="status">{said?.words}</span>
      {target && <Button size="small" appearance="subtle" disabled={undo.isPending} onClick={() => undo.mutate(target, { onSuccess: (left) => onUndone(left > 0 ? text.undoneExcept(left) : text.undoneSaid) })}>{text.undo}</Button>}
      {undo.error && <ProblemNotice error={undo.error} />}
    </div>
  )
}
