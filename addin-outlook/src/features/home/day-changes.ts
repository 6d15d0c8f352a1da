import type { Contact } from '@counterpane/shared/contract/contact'
import type { MyDay } from '@counterpane/shared/contract/my-day'
import type { Task } from '@counterpane/shared/contract/task'

const without = <T extends { id: string }>({ items, total }: { items: T[]; total: number }, id: string) => {
  const left = items.filter((one) => one.id !== id)
  return { items: left, total: total - (items.length - left.length) }
}
const withChanged = <T extends { id: string }>({ items, total }: { items: T[]; total: number }, changed: T) => ({ items: items.map((one) => (one.id === changed.id ? changed : one)), total })

/** A task that was done or moved leaves its list at once, or stays where its new term still belongs. The day lies between `from` and `to`; what is past within it is overdue too. */
export function withTaskChanged(day: MyDay, task: Task, { from, to }: { from: Date; to: Date }): MyDay {
  const due = new Date(task.dueAt)
  const overdue = !task.done && task.overdue
  const today = !task.done && !overdue && due >= from && due < to
  return {
    ...day,
    overdueTasks: overdue ? withChanged(day.overdueTasks, task) : without(day.overdueTasks, task.id),
    todayTasks: today ? withChanged(day.todayTasks, task) : without(day.todayTasks, task.id),
  }
}

/** Several that were answered for at once, whoever did it, are asked about no more and planned no more. */
export function withAnswered(day: MyDay, ids: readonly string[]): MyDay {
  return ids.reduce((known, id) => ({ ...known, withoutOutcome: without(known.withoutOutcome, id), plannedToday: without(known.plannedToday, id) }), day)
}

/** A meeting that has its outcome is asked about no more; a moved one stands in the plan while its new time is today. */
export function withOutcome(day: MyDay, contact: Contact, { to }: { to: Date }): MyDay {
  const planned = contact.status === 'planned' && new Date(contact.startsAt) < to
  return { ...day, withoutOutcome: without(day.withoutOutcome, contact.id), plannedToday: planned ? withChanged(day.plannedToday, contact) : without(day.plannedToday, contact.id) }
}
