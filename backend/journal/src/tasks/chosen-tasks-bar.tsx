import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { HandOverChoice } from './hand-over-choice'
import { PostponeChoice } from './postpone-choice'
import type { TaskDesk } from './task-desk'

/** What can be done with all ticked tasks at once. */
export function ChosenTasksBar({ desk: { chosen, orders } }: { desk: TaskDesk }) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale]
  const [form, show] = useState<'hand-over' | 'postpone' | null>(null)
  const tasks = [...chosen.values()]
  if (tasks.length === 0) return null
  return (
    <div className="jn-task-chosen" role="region" aria-label={text.chosen(tasks.length)}>
      <div className="jn-buttons">
        <strong role="status">{text.chosen(tasks.length)}</strong>
        <Button size="small" onClick={() => show('hand-over')}>{text.handOverMany}</Button>
        <Button size="small" onClick={() => show('postpone')}>{text.postponeMany}</Button>
        <Button size="small" appearance="subtle" onClick={orders.chooseNone}>{text.clearChoice}</Button>
      </div>
      {form === 'hand-over' && <HandOverChoice onClose={() => show(null)} onGive={(manager) => { show(null); void orders.handOver(tasks, manager) }} />}
      {form === 'postpone' && <PostponeChoice tasks={tasks} onClose={() => show(null)} onMove={(terms) => { show(null); void orders.move(terms).then((moved) => { if (moved) orders.chooseNone() }) }} />}
    </div>
  )
}
