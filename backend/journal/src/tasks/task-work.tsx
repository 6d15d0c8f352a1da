import type { Task } from '@counterpane/shared/contract/task'
import { ChangesPart } from '../panel/changes-part'
import { useKeys } from '../parts/use-keys'
import type { TaskForm, TaskOrders } from './task-desk'
import { TaskDoneForm } from './task-done-form'
import { TaskEditForm } from './task-edit-form'
import { HandOverChoice } from './hand-over-choice'
import { focusTask } from './focus-task'
import { PostponeChoice } from './postpone-choice'

/** What opens under a task: Esc closes it, and the task has the focus again. */
export function TaskWork({ task, form, orders }: { task: Task; form: TaskForm; orders: TaskOrders }) {
  const close = () => {
    orders.close()
    focusTask(task.id)
  }
  useKeys({ Escape: close })
  return (
    <div className="jn-task-work">
      {form === 'done' && <TaskDoneForm task={task} orders={orders} onClose={close} />}
      {form === 'edit' && <><TaskEditForm task={task} orders={orders} onClose={close} /><ChangesPart noun="task" id={task.id} /></>}
      {form === 'postpone' && <PostponeChoice tasks={[task]} onClose={close} onMove={(terms) => { orders.close(); void orders.move(terms).then(() => focusTask(task.id)) }} />}
      {form === 'hand-over' && <HandOverChoice without={task.manager.id} onClose={close} onGive={(manager) => { orders.close(); void orders.handOver([task], manager) }} />}
    </div>
  )
}
