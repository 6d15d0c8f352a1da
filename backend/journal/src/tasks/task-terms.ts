import type { Task } from '@counterpane/shared/contract/task'

export const termSections = ['overdue', 'today', 'week', 'later'] as const
export type TermSection = (typeof termSections)[number]

/** Midnight after the reader's today, as an instant. */
export const endOfDay = (now: Date) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
/** Midnight after the Sunday of the reader's week. */
const endOfWeek = (now: Date) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1 + ((7 - now.getDay()) % 7))

export function sectionOf({ dueAt }: Pick<Task, 'dueAt'>, now: Date): TermSection {
  const due = new Date(dueAt)
  if (due < now) return 'overdue'
  if (due < endOfDay(now)) return 'today'
  return due < endOfWeek(now) ? 'week' : 'later'
}

/** Tasks by term, the earliest first, in the parts of the list that have any. */
export function byTerm(tasks: readonly Task[], now: Date): { section: TermSection; tasks: Task[] }[] {
  const inOrder = [...tasks].sort((a, b) => a.dueAt.localeCompare(b.dueAt))
  return termSections.map((section) => ({ section, tasks: inOrder.filter((task) => sectionOf(task, now) === section) })).filter((part) => part.tasks.length > 0)
}

/** The same hour that the task has, so many days from today. */
export function postponedBy(days: number, { dueAt }: Pick<Task, 'dueAt'>, now: Date): Date {
  const due = new Date(dueAt)
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, due.getHours(), due.getMinutes())
}
