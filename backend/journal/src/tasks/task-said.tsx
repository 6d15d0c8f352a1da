import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { Button } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import type { TaskDesk } from './task-desk'

/** What the last order did, with the way back; it stays until the next one. */
export function TaskSaid({ desk: { said, error, orders } }: { desk: TaskDesk }) {
  const { locale, text: say } = useSurroundings()
  const undo = said?.undo
  return (
    <>
      <div className="jn-task-said" role="status" data-said={said ? true : undefined}>
        {said && <span className="jn-breakable">{said.text}</span>}
        {undo && <Button size="small" onClick={() => void orders.takeBack(undo)}>{tasksTexts[locale].said.undo}</Button>}
        {said && <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={say.close} onClick={orders.forget} />}
      </div>
      {error !== null && <ProblemNotice error={error} />}
    </>
  )
}
