import type { RetentionRules } from '@counterpane/shared/contract/trail'
import type { NeverScope } from '@counterpane/shared/domain/trail-codes'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from '../api/journal-context'

export function useNeverList(scope: NeverScope, q: string) {
  const { call } = useSurroundings()
  return useInfiniteQuery({
    queryKey: ['never-register', scope, q], initialPageParam: '', placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => call('listNeverRegister', { query: { scope, limit: 100, ...(q !== '' && { q }), ...(pageParam !== '' && { cursor: pageParam }) }, signal }),
    getNextPageParam: (page) => page.nextCursor,
  })
}
export function useNeverChanges(scope: NeverScope) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['never-register', scope] })
  return {
    add: useMutation({ mutationFn: (text: string) => call('addNeverRegister', { body: { scope, text } }), onSuccess }),
    remove: useMutation({ mutationFn: (id: string) => call('deleteNeverRegister', { id }), onSuccess, onError: onSuccess }),
  }
}

export interface TrailAsked { from?: string; to?: string; managerId?: string; noun?: string; action?: string; thing?: string; setId?: string }
export function useTrail(asked: TrailAsked) {
  const { call, locale } = useSurroundings()
  return useInfiniteQuery({
    queryKey: ['trail', locale, asked], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call('searchTrail', { query: { ...asked, limit: 50, ...(pageParam !== '' && { cursor: pageParam }) }, signal }),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useRetention() {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['retention'], queryFn: ({ signal }) => call('getRetention', { signal }) })
}
export function useRetentionDeeds() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['retention'] })
  return {
    preview: useMutation({ mutationFn: (body: RetentionRules) => call('previewRetention', { body }) }),
    save: useMutation({ mutationFn: (body: RetentionRules) => call('putRetention', { body }), onSuccess }),
    run: useMutation({ mutationFn: () => call('runRetention'), onSuccess }),
  }
}

export function usePersonalReports() {
  const { call } = useSurroundings()
  return useInfiniteQuery({
    queryKey: ['personal-reports'], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call('listPersonalDataReports', { query: { limit: 20, ...(pageParam !== '' && { cursor: pageParam }) }, signal }),
    getNextPageParam: (page) => page.nextCursor,
  })
}
export function usePersonalData() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['personal-reports'] })
  return {
    find: useMutation({ mutationFn: (body: BodyOf<'findPersonalData'>) => call('findPersonalData', { body }) }),
    allow: useMutation({ mutationFn: (address: string) => call('allowErasedAddress', { body: { address } }) }),
    handOut: useMutation({ mutationFn: (id: string) => call('exportPersonalData', { id }), onSuccess }),
    // Whoever was erased stands in every list that was read before.
    erase: useMutation({ mutationFn: ({ id, confirm }: { id: string; confirm: string }) => call('erasePersonalData', { id, body: { confirm } }), onSuccess: () => queries.invalidateQueries() }),
  }
}
