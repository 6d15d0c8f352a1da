import { ProblemError } from '@counterpane/shared/contract/http-client'
import type { SavedView } from '@counterpane/shared/contract/journal'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from './journal-context'

/** Contact persons as one types. */
export function useFoundPersons(q: string, enabled: boolean) {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['persons-found', q], enabled, queryFn: ({ signal }) => call('listPersons', { query: { q, limit: 50 }, signal }) })
}

const gone = (error: unknown) => {
  if (error instanceof ProblemError && error.problem.status === 404) return null
  throw error
}
/** Names of what a filter holds by id; null when there is none any more, undefined while it is not known. */
export function useNamesOf(kind: 'counterparty' | 'person', ids: readonly string[]): ReadonlyMap<string, string | null | undefined> {
  const { call } = useSurroundings()
  const route = kind === 'counterparty' ? 'getCounterparty' : 'getPerson'
  const answers = useQueries({
    queries: ids.map((id) => ({ queryKey: [`${kind}-name`, id], staleTime: 600_000, queryFn: ({ signal }: { signal: AbortSignal }) => call(route, { id, signal }).then(({ name }) => name).catch(gone) })),
  })
  return new Map(ids.map((id, index) => [id, answers[index]?.data]))
}

const viewsKey = ['views'] as const
export function useViews() {
  const { call } = useSurroundings()
  return useQuery({ queryKey: viewsKey, staleTime: 60_000, queryFn: ({ signal }) => call('listViews', { signal }) })
}
export function useViewChanges() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: viewsKey })
  return {
    create: useMutation({ mutationFn: (body: BodyOf<'createView'>) => call('createView', { body }), onSuccess }),
    patch: useMutation({ mutationFn: ({ view, body }: { view: SavedView; body: BodyOf<'patchView'> }) => call('patchView', { id: view.id, body, ifMatch: view.etag }), onSuccess, onError: onSuccess }),
    remove: useMutation({ mutationFn: (view: SavedView) => call('deleteView', { id: view.id, ifMatch: view.etag }), onSuccess, onError: onSuccess }),
  }
}
export type ViewChanges = ReturnType<typeof useViewChanges>
