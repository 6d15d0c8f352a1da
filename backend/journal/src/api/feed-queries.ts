import type { FeedKind } from '@counterpane/shared/contract/client'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from './journal-context'
import { taskCache } from './task-changes'

const first: string | null = null
const everything: readonly FeedKind[] = ['contact', 'task', 'note', 'document', 'move']

/** What there is with a client, page after page; without a kind all of it. */
export function useClientFeed(counterpartyId: string, kind: FeedKind | null) {
  const { call } = useSurroundings()
  return useInfiniteQuery({
    queryKey: ['feed', counterpartyId, kind ?? 'all'], initialPageParam: first, getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor, placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => call('feed', { id: counterpartyId, query: { kind: kind ?? everything, limit: 50, cursor: pageParam }, signal }),
  })
}

/** Kept under the feed's name: whatever makes the feed old makes this old too. */
export function useStanding(counterpartyId: string) {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['feed', counterpartyId, 'standing'], queryFn: ({ signal }) => call('clientStanding', { id: counterpartyId, signal }) })
}

/** The next step with a client: linked to the last contact when there is one. */
export function usePlanStep(counterpartyId: string, lastId: string | null) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ at, method = 'call', ...step }: BodyOf<'planNext'>) => (lastId === null
      ? call('createContact', { body: { startsAt: at, method, direction: 'outgoing', status: 'planned', counterpartyId, ...step } })
      : call('planNext', { id: lastId, body: { at, method, ...step } })),
    onSuccess: () => Promise.all(['feed', 'contacts', 'contact', 'strip'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  })
}

export function useFeedTask(id: string) {
  const { call } = useSurroundings()
  const cache = taskCache(useQueryClient())
  return useMutation({ mutationFn: (done: boolean) => call('patchTask', { id, body: { done, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone } }), onSuccess: cache.changed })
}
