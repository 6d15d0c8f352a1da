import type { Task } from '@counterpane/shared/contract/task'
import { nearDate } from '@counterpane/shared/text/dates'
import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { useMemo, useRef, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useTaskChanges, type TaskPatch } from '../api/task-changes'

export type TaskForm = 'done' | 'postpone' | 'hand-over' | 'edit'
/** What was just done, in words, and the way back. */
export interface Said { text: string; undo?: () => Promise<string> }

/** Everything that is done with tasks on the page; every order says what it did and can be taken back. */
export function useTaskDesk() {
  const { call, locale } = useSurroundings()
  const text = tasksTexts[locale]
  const changes = useTaskChanges()
  const [work, setWork] = useState<{ id: string; form: TaskForm } | null>(null)
  const [chosen, setChosen] = useState<ReadonlyMap<string, Task>>(new Map())
  const [said, say] = useState<Said | null>(null)
  const [error, fail] = useState<unknown>(null)
  const current = useRef(changes)
  current.current = changes

  const orders = useMemo(() => {
    const patch = (id: string, body: TaskPatch, etag?: string) => current.current.patch.mutateAsync({ id, body, etag })
    const back = (order: () => Promise<unknown>) => async () => { await order(); return text.said.undone }
    const tried = async (order: () => Promise<Said>) => {
      fail(null)
      try {
        say(await order())
        return true
      } catch (problem) {
        fail(problem)
        return false
      }
    }
    return {
      open: (id: string, form: TaskForm) => setWork((now) => (now?.id === id && now.form === form ? null : { id, form })),
      close: () => setWork(null),
      toggle: (task: Task) => setChosen((now) => {
        const next = new Map(now)
        if (!next.delete(task.id)) next.set(task.id, task)
        return next
      }),
      chooseNone: () => setChosen(new Map()),
      forget: () => { say(null); fail(null) },
      tell: (words: string) => say({ text: words }),
      finish: (task: Task, { result, minutes }: { result: string; minutes: number | null }) => tried(async () => {
        await patch(task.id, { done: true, result, minutes })
        setChosen((now) => new Map([...now].filter(([id]) => id !== task.id)))
        const next = task.repeat ? (await call('listTasks', { query: { managerId: task.manager.id, done: 'false', q: task.title.slice(0, 200), limit: 50 } })).items.find(({ repeatOfId }) => repeatOfId === task.id) : undefined
        const words = [text.said.done(task.title), next && text.said.next(nearDate(next.dueAt, { locale, now: new Date() }))].filter(Boolean).join('. ')
        return { text: words, undo: back(() => patch(task.id, { done: false, result: task.result, minutes: task.minutes })) }
      }),
      reopen: (task: Task) => tried(async () => {
        await patch(task.id, { done: false })
        return { text: text.said.reopened(task.title), undo: back(() => patch(task.id, { done: true })) }
      }),
      save: async (task: Task, body: TaskPatch) => {
        await patch(task.id, body, task.etag)
        const { title, dueAt, repeat, minutes } = task
        say({ text: text.said.saved, undo: back(() => patch(task.id, { title, dueAt, repeat, minutes, managerId: task.manager.id, counterpartyId: task.counterparty?.id ?? null })) })
      },
      move: (terms: readonly { task: Task; dueAt: string }[]) => tried(async () => {
        await current.current.move.mutateAsync(terms.map(({ task, dueAt }) => ({ id: task.id, dueAt })))
        return { text: text.said.moved(terms.length), undo: back(() => current.current.move.mutateAsync(terms.map(({ task }) => ({ id: task.id, dueAt: task.dueAt })))) }
      }),
      handOver: (tasks: readonly Task[], manager: { id: string; name: string }) => tried(async () => {
        const { results, setId } = await current.current.handOver.mutateAsync({ ids: tasks.map(({ id }) => id), managerId: manager.id })
        const given = results.filter(({ outcome }) => outcome === 'handed-over').length
        const skipped = results.filter(({ outcome }) => outcome === 'done-already' || outcome === 'not-found').length
        setChosen(new Map())
        const undo = setId === null ? undefined : async () => {
          const { left } = await current.current.undoSet.mutateAsync(setId)
          return left.length > 0 ? `${text.said.undone}. ${text.said.left(left.length)}` : text.said.undone
        }
        return { text: [text.said.given(given, manager.name), skipped > 0 && text.said.skipped(skipped)].filter(Boolean).join('. '), undo }
      }),
      takeBack: (undo: () => Promise<string>) => tried(async () => ({ text: await undo() })),
    }
  }, [call, locale, text])
  return { work, chosen, said, error, orders }
}
export type TaskDesk = ReturnType<typeof useTaskDesk>
export type TaskOrders = TaskDesk['orders']
