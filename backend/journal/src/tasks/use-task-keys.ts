import { useKeys } from '../parts/use-keys'
import type { TaskDesk, TaskForm } from './task-desk'

const lines = () => [...document.querySelectorAll<HTMLElement>('.jn-task')]
const current = () => document.activeElement?.closest<HTMLElement>('.jn-task') ?? null

/** The list by keyboard: the task that holds the focus is the one that keys are about. */
export function useTaskKeys({ orders }: TaskDesk): void {
  const move = (step: number) => {
    const all = lines()
    const here = current()
    const next = here ? all[all.indexOf(here) + step] : all[0]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  const open = (form: TaskForm) => {
    const line = current()
    if (line?.dataset.id && line.dataset.done === undefined) orders.open(line.dataset.id, form)
  }
  useKeys({
    j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1), x: () => current()?.querySelector<HTMLInputElement>('.jn-task-select')?.click(),
    d: () => current()?.querySelector<HTMLButtonElement>('.jn-task-tick')?.click(), p: () => open('postpone'), e: () => open('edit'), h: () => open('hand-over'),
    '/': () => document.querySelector<HTMLInputElement>('.jn-task-filters .jn-search input')?.focus(),
  })
}
