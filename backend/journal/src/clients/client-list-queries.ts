import type { ClientRow, ClientSelection } from '@counterpane/shared/contract/client-list'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from '../api/journal-context'
import { queryOf, type ClientListView } from './client-list-view'

const first: string | null = null
const pageSize = 100
export function useClientRows(view: ClientListView) {
  const { call } = useSurroundings()
  const query = { ...queryOf(view), sort: view.sort }
  return useInfiniteQuery({
    queryKey: ['client-rows', query], initialPageParam: first, getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor, placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => call('listClientRows', { query: { ...query, limit: pageSize, cursor: pageParam }, signal }),
  })
}
export function useClientCount(view: ClientListView) {
  const { call } = useSurroundings()
  const query = queryOf(view)
  return useQuery({ queryKey: ['client-count', query], queryFn: ({ signal }) => call('countClients', { query, signal }), placeholderData: keepPreviousData })
}
export function useClientWords() {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['client-words'], staleTime: 300_000, queryFn: ({ signal }) => call('clientWords', { signal }) })
}
export function useSegmentChoices() {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['segments', 'choices'], staleTime: 60_000, retry: false, queryFn: ({ signal }) => call('listSegments', { signal }) })
}
const selectionsKey = ['client-selections'] as const
export function useSelections() {
  const { call } = useSurroundings()
  return useQuery({ queryKey: selectionsKey, staleTime: 60_000, queryFn: ({ signal }) => call('listSelections', { signal }) })
}
export function useSelectionChanges() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: selectionsKey })
  return {
    create: useMutation({ mutationFn: (body: BodyOf<'createSelection'>) => call('createSelection', { body }), onSettled }),
    patch: useMutation({ mutationFn: ({ selection, body }: { selection: ClientSelection; body: BodyOf<'patchSelection'> }) => call('patchSelection', { id: selection.id, body, ifMatch: selection.etag }), onSettled }),
    remove: useMutation({ mutationFn: (selection: ClientSelection) => call('deleteSelection', { id: selection.id, ifMatch: selection.etag }), onSettled }),
  }
}
/** What a change of clients makes old. */
const old = new Set<unknown>(['client-rows', 'client-count', 'client-words', 'counterparty', 'counterparties', 'changes', 'segments'])
export function useClientBulk() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ predicate: ({ queryKey }) => old.has(queryKey[0]) })
  const change = useMutation({ onSettled, mutationFn: async ({ rows, change: wanted, segmentId }: { rows: readonly ClientRow[]; change?: BodyOf<'changeClients'>['change']; segmentId?: string }) => {
    if (segmentId !== undefined) {
      const { changeId, added } = await call('changeMembers', { id: segmentId, body: { add: rows.map(({ id }) => id) } })
      return { undo: changeId, of: 'segment' as const, changed: added, stale: 0 }
    }
    const { setId, results } = await call('changeClients', { body: { items: rows.map(({ id, etag }) => ({ id, etag })), change: wanted ?? {} } })
    return { undo: setId, of: 'clients' as const, changed: results.filter(({ outcome }) => outcome === 'changed').length, stale: results.filter(({ outcome }) => outcome === 'stale').length }
  } })
  const undo = useMutation({ onSettled, mutationFn: async ({ id, of }: { id: string; of: 'segment' | 'clients' }) => {
    if (of === 'clients') return (await call('undoChangeSet', { id })).undone.length
    const { added, removed } = await call('undoMembers', { id })
    return added + removed
  } })
  return { change, undo }
}
