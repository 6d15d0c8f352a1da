import type { Contact } from '@counterpane/shared/contract/contact'
import { ProblemError } from '@counterpane/shared/contract/http-client'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSurroundings } from './journal-context'

const nextPage = (page: { nextCursor: string | null }) => page.nextCursor
const first: string | null = null

/** Who is signed in; null is nobody. */
export function useWhoAmI() {
  const { call } = useSurroundings()
  return useQuery({
    queryKey: ['me'], staleTime: Infinity,
    queryFn: ({ signal }) => call('me', { signal }).catch((error: unknown) => {
      if (error instanceof ProblemError && error.problem.status === 401) return null
      throw error
    }),
  })
}
export function useManagers() {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['managers'], staleTime: 600_000, queryFn: ({ signal }) => call('listManagers', { signal }) })
}
export function useDictionaries() {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['dictionaries'], staleTime: 600_000, queryFn: ({ signal }) => call('dictionaries', { signal }) })
}

const underWay: ReadonlySet<string | undefined> = new Set(['placing', 'changing', 'removing'])

export function useContact(id: string | null, known?: Contact) {
  const { call } = useSurroundings()
  return useQuery({
    queryKey: ['contact', id], enabled: id !== null, queryFn: ({ signal }) => call('getContact', { id: id ?? '', signal }), placeholderData: known,
    // An order to the calendar is carried out behind the scenes: one looks until it is.
    refetchInterval: ({ state }) => (underWay.has(state.data?.appointment?.state) ? 3_000 : false),
  })
}
export function useCounterparty(id: string | null) {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['counterparty', id], enabled: Boolean(id), queryFn: ({ signal }) => call('getCounterparty', { id: id ?? '', signal }) })
}
export function usePersonsOf(counterpartyId: string | null) {
  const { call } = useSurroundings()
  return useQuery({
    queryKey: ['persons', counterpartyId], enabled: Boolean(counterpartyId),
    queryFn: ({ signal }) => call('listPersons', { query: { counterpartyId, limit: 200 }, signal }),
  })
}
export function useCounterparties(q: string, enabled = true) {
  const { call } = useSurroundings()
  return useInfiniteQuery({
    queryKey: ['counterparties', q], enabled, initialPageParam: first, getNextPageParam: nextPage, placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => call('listCounterparties', { query: { q, limit: 50, cursor: pageParam }, signal }),
  })
}

/** A value that follows another one only after it has rested, so that typing does not ask at each letter. */
export function useRested<T>(value: T, milliseconds = 250): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return rested
}
