import type { AnswerOf } from '@counterpane/shared/contract/http-client'
import { keepPreviousData, useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/react-query'
import { useSurroundings } from './journal-context'

export type TaskPages = InfiniteData<AnswerOf<'listTasks'>, string | null>
export type TasksQuery = Record<string, string | readonly string[] | undefined>
const first: string | null = null
const pageSize = 100

export function useTasks(query: TasksQuery, { enabled = true } = {}) {
  const { call } = useSurroundings()
  return useInfiniteQuery({
    queryKey: ['tasks', query], enabled, initialPageParam: first, getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor, placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => call('listTasks', { query: { ...query, limit: pageSize, cursor: pageParam }, signal }),
    // Colleagues' work shows by itself as long as nobody has read further.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) <= 1 && state.status !== 'error' ? 60_000 : false),
  })
}

export function useTaskCounts(query: TasksQuery, enabled: boolean) {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['task-counts', query], enabled, placeholderData: keepPreviousData, queryFn: ({ signal }) => call('taskCounts', { query, signal }) })
}
