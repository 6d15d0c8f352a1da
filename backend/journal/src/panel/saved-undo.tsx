import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useUndoChange } from '../api/change-queries'
import { useMe, useSurroundings } from '../api/journal-context'
import { useSetsUndone } from '../api/outcome-changes'
import { ProblemNotice } from '../parts/problem-notice'

const offeredFor = 10_000

/** "Saved. Undo" for a while after an edit. While a hand or the focus is on it, it stays. */
export function SavedUndo({ contactId, setIds, said, onEnd }: { contactId: string; setIds?: readonly string[] | undefined; said: string; onEnd: () => void }) {
  const { locale } = useSurroundings()
  const say = panelTexts[locale].saved
  const me = useMe()
  const { undoNewest } = useUndoChange('contact', contactId)
  const undoSets = useSetsUndone()
  const undo = setIds ? undoSets : undoNewest
  const [held, hold] = useState(false)
  const answered = undo.data !== undefined || undo.error !== null
  useEffect(() => {
    if (held || undo.isPending) return
    const timer = setTimeout(onEnd, offeredFor)
    return () => clearTimeout(timer)
    // A new function each time it is drawn must not begin the time anew.
  }, [held, undo.isPending, answered])
  const words = setIds ? undoSets.data && (undoSets.data.left > 0 ? say.leftSome(undoSets.data.left) : say.undone) : wordsOf(undoNewest.data)
  return (
    <div className="jn-saved" onMouseEnter={() => hold(true)} onMouseLeave={() => hold(false)} onFocus={() => hold(true)} onBlur={() => hold(false)}>
      <span role="status" className="jn-said">{words ?? said}</span>
      {!answered && <Button size="small" appearance="subtle" disabled={undo.isPending} onClick={() => (setIds ? undoSets.mutate(setIds) : undoNewest.mutate(me.id))}>{say.undo}</Button>}
      {undo.error && <ProblemNotice error={undo.error} />}
    </div>
  )

  function wordsOf(answer: typeof undoNewest.data) {
    if (answer === undefined) return undefined
    if (answer === null) return say.nothing
    if (answer.left.length === 0) return say.undone
    return answer.undone.includes(contactId) ? say.leftNext : say.left
  }
}
