import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from '../api/journal-context'
import type { OpenSender, QueueView } from './queue-view'

const first: string | null = null
const nextOf = (page: { nextCursor: string | null }) => page.nextCursor
const queueKey = 'unrecognised'
const goingMs = 2_000

export function useQueue({ q, mine, decided, sort }: Omit<QueueView, 'open' | 'recent'>) {
  const { call, locale } = useSurroundings()
  const asked = { ...(q && { q }), mine, decided, sort }
  return useInfiniteQuery({
    queryKey: [queueKey, 'groups', asked, locale], initialPageParam: first, getNextPageParam: nextOf, placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => call('listUnrecognised', { query: { ...asked, limit: 25, cursor: pageParam }, signal }),
  })
}

/** What was decided lately; a decision that is being carried out is looked at again until it has come to its end. */
export function useRecentDecisions() {
  const { call } = useSurroundings()
  return useInfiniteQuery({
    queryKey: [queueKey, 'recent'], initialPageParam: first, getNextPageParam: nextOf,
    queryFn: ({ pageParam, signal }) => call('recentDecisions', { query: { limit: 20, cursor: pageParam }, signal }),
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(({ going }) => going)) ? goingMs : false),
  })
}

export function useSenderContacts({ kind, value }: OpenSender, mine: boolean) {
  const { call } = useSurroundings()
  return useInfiniteQuery({
    queryKey: [queueKey, 'contacts', kind, value, mine], initialPageParam: first, getNextPageParam: nextOf,
    queryFn: ({ pageParam, signal }) => call('unrecognisedContacts', { query: { kind, mine, ...(kind !== 'none' && { value }), limit: 30, cursor: pageParam }, signal }),
  })
}

/** What a decision repairs is read anew wherever it is shown. */
export function useDecisions() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const outdate = () => Promise.all([queueKey, 'strip', 'contacts', 'contact', 'counterparty', 'counterparties', 'persons', 'feed', 'standing'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
  return {
    decide: useMutation({ mutationFn: (body: BodyOf<'decideUnrecognised'>) => call('decideUnrecognised', { body }), onSuccess: outdate, onError: () => queries.invalidateQueries({ queryKey: [queueKey] }) }),
    undo: useMutation({ mutationFn: (id: string) => call('undoUnrecognised', { id }), onSuccess: outdate }),
    undoContact: useMutation({ mutationFn: (id: string) => call('undoContact', { id }), onSuccess: outdate }),
  }
}
export type Decisions = ReturnType<typeof useDecisions>
