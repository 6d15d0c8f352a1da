import type { TwinNoun } from '@counterpane/shared/contract/cleaning'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from '../api/journal-context'

const first: string | null = null

export function useDuplicates(noun: TwinNoun, dismissed: boolean) {
  const { call } = useSurroundings()
  return useInfiniteQuery({
    queryKey: ['duplicates', noun, dismissed], initialPageParam: first, getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor, placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => call('listDuplicates', { query: { noun, dismissed: dismissed ? 'true' : undefined, limit: 20, cursor: pageParam }, signal }),
  })
}

export function useDuplicateSearch() {
  const { call } = useSurroundings()
  return useQuery({
    queryKey: ['duplicate-search'], queryFn: ({ signal }) => call('duplicateSearch', { signal }),
    // A search that runs is looked at until it ends.
    refetchInterval: ({ state }) => (state.data?.search?.state === 'running' ? 700 : false),
  })
}

/** Whatever shows clients may look different after any of these. */
export function useCleaning() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  // Not waited for: a form that asked may be off the screen by then, and what it wanted to say with it.
  const allOld = () => void queries.invalidateQueries()
  const listsOld = () => { for (const key of ['duplicates', 'duplicate-search', 'duplicates-of']) void queries.invalidateQueries({ queryKey: [key] }) }
  return {
    search: useMutation({ mutationFn: () => call('startDuplicateSearch', {}), onSuccess: (answer) => queries.setQueryData(['duplicate-search'], answer) }),
    cancel: useMutation({ mutationFn: () => call('cancelDuplicateSearch', {}), onSuccess: listsOld }),
    judge: useMutation({ mutationFn: ({ id, dismissed }: { id: string; dismissed: boolean }) => call('dismissDuplicate', { id, body: { dismissed } }), onSuccess: listsOld }),
    merge: useMutation({ mutationFn: (body: BodyOf<'createMerge'>) => call('createMerge', { body }), onSuccess: allOld }),
    undo: useMutation({ mutationFn: (id: string) => call('undoMerge', { id }), onSettled: allOld }),
  }
}
export type Cleaning = ReturnType<typeof useCleaning>

export function useTwinsOf(id: string) {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['duplicates-of', id], queryFn: ({ signal }) => call('duplicatesOf', { id, query: { noun: 'counterparty' }, signal }) })
}
export function useClientDomains(id: string) {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['client-domains', id], queryFn: ({ signal }) => call('clientDomains', { id, signal }) })
}
export function useFormerPersons(id: string) {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['former-persons', id], queryFn: ({ signal }) => call('formerPersons', { id, signal }) })
}
export function useClientCleaning(id: string) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  return {
    judgeDomain: useMutation({ mutationFn: (body: BodyOf<'judgeClientDomain'>) => call('judgeClientDomain', { id, body }), onSuccess: (answer) => { queries.setQueryData(['client-domains', id], answer); void queries.invalidateQueries({ queryKey: ['counterparty', id] }) } }),
    employer: useMutation({ mutationFn: ({ personId, body }: { personId: string; body: BodyOf<'changeEmployer'> }) => call('changeEmployer', { id: personId, body }), onSuccess: () => void queries.invalidateQueries() }),
    undoSet: useMutation({ mutationFn: (setId: string) => call('undoChangeSet', { id: setId }), onSettled: () => void queries.invalidateQueries() }),
  }
}
