import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useUndoChange } from '../api/change-queries'
import { useMe, useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'

const offeredFor = 10_000

/** "Saved. Undo" for a while after an edit. While a hand or the focus is on it, it stays. */
export function SavedUndo({ contactId, said, onEnd }: { contactId: string; said: string; onEnd: () => void }) {
  const { locale } = useSurroundings()
  const say = panelTexts[locale].saved
  const me = useMe()
  const { undoNewest } = useUndoChange('contact', contactId)
  const [held, hold] = useState(false)
  const answered = undoNewest.data !== undefined || undoNewest.error !== null
  useEffect(() => {
    if (held || undoNewest.isPending) return
    const timer = setTimeout(onEnd, offeredFor)
    return () => clearTimeout(timer)
    // A new function each time it is drawn must not begin the time anew.
  }, [held, undoNewest.isPending, answered])
  const answer = undoNewest.data
  const words = answer === undefined ? said : answer === null ? say.nothing : answer.left.length > 0 ? say.left : say.undone
  return (
    <div className="jn-saved" onMouseEnter={() => hold(true)} onMouseLeave={() => hold(false)} onFocus={() => hold(true)} onBlur={() => hold(false)}>
      <span role="status" className="jn-said">{words}</span>
      {!answered && <Button size="small" appearance="subtle" disabled={undoNewest.isPending} onClick={() => undoNewest.mutate(me.id)}>{say.undo}</Button>}
      {undoNewest.error && <ProblemNotice error={undoNewest.error} />}
    </div>
  )
}
