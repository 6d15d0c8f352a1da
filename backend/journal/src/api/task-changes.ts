import type { BodyOf } from '@counterpane/shared/contract/http-client'
import type { Task } from '@counterpane/shared/contract/task'
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useSurroundings } from './journal-context'
import type { TaskPages, TasksQuery } from './task-queries'

const isDoneList = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] === 'tasks' && (queryKey[1] as TasksQuery | undefined)?.done === 'true'

/** The list keeps its place: a changed task is put where it stands. Only what was added or comes again makes lists be asked anew. */
export function taskCache(queries: QueryClient) {
  const othersAreOld = () => { for (const key of ['task-counts', 'feed', 'standing', 'day', 'changes']) void queries.invalidateQueries({ queryKey: [key] }) }
  return {
    changed(task: Task) {
      queries.setQueriesData<TaskPages>({ queryKey: ['tasks'] }, (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map((item) => (item.id === task.id ? task : item)) })) })
      void queries.invalidateQueries(task.repeat ? { queryKey: ['tasks'] } : { predicate: isDoneList })
      othersAreOld()
    },
    async listsAreOld() {
      othersAreOld()
      await queries.invalidateQueries({ queryKey: ['tasks'] })
    },
  }
}

export type TaskPatch = Omit<BodyOf<'patchTask'>, 'timeZone'>
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

export function useTaskChanges() {
  const { call } = useSurroundings()
  const cache = taskCache(useQueryClient())
  const patchOne = ({ id, body, etag }: { id: string; body: TaskPatch; etag?: string }) => call('patchTask', { id, body: { ...body, timeZone: ownZone() }, ifMatch: etag })
  return {
    add: useMutation({ mutationFn: (body: BodyOf<'createTask'>) => call('createTask', { body }), onSuccess: () => cache.listsAreOld() }),
    patch: useMutation({ mutationFn: patchOne, onSuccess: cache.changed }),
    /** One after another, so that what was moved before a failure is on screen too. */
    move: useMutation({
      mutationFn: async (terms: readonly { id: string; dueAt: string }[]) => {
        for (const { id, dueAt } of terms) cache.changed(await patchOne({ id, body: { dueAt } }))
      },
    }),
    handOver: useMutation({ mutationFn: (body: BodyOf<'handOverTasks'>) => call('handOverTasks', { body }), onSettled: () => cache.listsAreOld() }),
    refresh: () => cache.listsAreOld(),
    undoSet: useMutation({ mutationFn: (setId: string) => call('undoChangeSet', { id: setId }), onSettled: () => cache.listsAreOld() }),
  }
}
export type TaskChanges = ReturnType<typeof useTaskChanges>
