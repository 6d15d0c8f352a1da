import type { Task } from '@counterpane/shared/contract/task'
import { usePane, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { TaskRow } from './task-row'

/** What is owed to this client: overdue first, done and moved in place. */
export function OpenTasks({ tasks, onChanged }: { tasks: Task[]; onChanged: (task: Task) => void }) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const { now } = usePane()
  const at = now().toISOString()
  const inOrder = [...tasks].sort((a, b) => Number(b.dueAt < at) - Number(a.dueAt < at) || a.dueAt.localeCompare(b.dueAt))
  return (
    <section className={pane.section} aria-label={texts.openTasks}>
      <div className={pane.titleRow}><h2 className={pane.title}>{texts.openTasks}</h2>{tasks.length > 0 && <span className={pane.count}>{tasks.length}</span>}</div>
      {tasks.length === 0 ? <p className={pane.quiet}>{texts.noTasks}</p> : (
        <ul className={pane.list}>{inOrder.map((task) => <TaskRow key={task.id} task={task} onChanged={onChanged} />)}</ul>
      )}
    </section>
  )
}
