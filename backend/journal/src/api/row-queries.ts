import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ContactsQuery, FiltersQuery } from '../view/journal-view'
import { useSurroundings } from './journal-context'
import { refreshed, worthAsking, type Reading } from './row-refresh'
import { pageAt, sizeOf, slimmed, withPage, type RowList } from './row-list'

export type RowsQuery = Omit<ContactsQuery, 'limit'> & { teamId?: readonly string[] | string; mainManagerId?: readonly string[]; mainCounterpartyId?: readonly string[] }
/** All lists of rows begin with this key, so that whoever changes contacts finds them. */
export const rowsKey = ['contacts', 'rows'] as const
const firstPage = 100
const furtherPage = 200
/** How many rows before the end the next page is asked for. */
const ahead = 160
const fromTheTop: Reading = { atTop: true, first: 0, last: 0 }

interface Asker { call: HttpClient; queries: QueryClient }
const ask = ({ call }: Asker, query: RowsQuery, cursor: string | null, signal?: AbortSignal) =>
  call('listJournal', { query: { ...query, cursor, limit: cursor === null ? firstPage : furtherPage }, signal })

/** Rows of one question. Asking again brings what is new to where one reads, however many pages have been loaded. */
export const rowsOptions = (asker: Asker, query: RowsQuery, reading: () => Reading = () => fromTheTop) => ({
  queryKey: [...rowsKey, query], structuralSharing: false as const,
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const known = () => asker.queries.getQueryData<RowList>([...rowsKey, query])
    const answers = await Promise.all(worthAsking(known(), reading()).map((cursor) => ask(asker, query, cursor, signal)))
    // Pages may have been loaded meanwhile.
    return refreshed(known(), answers, reading())
  },
})

/** Asks for the pages that are read now, and lets go of those far away. A failure waits until it is asked to try again. */
export function useMoreRows() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const asked = useRef(new Set<string>())
  const [state, setState] = useState<{ loading: number; error: unknown }>({ loading: 0, error: null })
  const failed = useRef<(() => void)[]>([])

  const load = useCallback(async (query: RowsQuery, cursor: string | null) => {
    const name = JSON.stringify([query, cursor])
    if (asked.current.has(name)) return
    asked.current.add(name)
    setState(({ loading, error }) => ({ loading: loading + 1, error }))
    try {
      const answer = await queries.fetchQuery({ queryKey: ['row-page', query, cursor], gcTime: 0, queryFn: ({ signal }) => ask({ call, queries }, query, cursor, signal) })
      queries.setQueryData<RowList>([...rowsKey, query], (list) => list && withPage(list, cursor, answer))
      asked.current.delete(name)
      setState(({ loading, error }) => ({ loading: loading - 1, error }))
    } catch (error) {
      failed.current.push(() => asked.current.delete(name))
      setState(({ loading }) => ({ loading: loading - 1, error }))
    }
  }, [call, queries])

  const need = useCallback((query: RowsQuery, list: RowList, first: number, last: number) => {
    for (const page of list.pages.slice(pageAt(list, Math.max(0, first - ahead)), pageAt(list, last + ahead) + 1)) if (!page.rows) void load(query, page.cursor)
    if (list.next !== null && last > sizeOf(list) - ahead) void load(query, list.next)
    const slim = slimmed(list, first, last)
    if (slim !== list) queries.setQueryData<RowList>([...rowsKey, query], (now) => now && slimmed(now, first, last))
  }, [load, queries])

  const retry = useCallback(() => {
    for (const forget of failed.current.splice(0)) forget()
    setState(({ loading }) => ({ loading, error: null }))
  }, [])
  return useMemo(() => ({ ...state, need, retry }), [state, need, retry])
}

/** The journal's rows. Without a living connection to the server they are asked for again now and then. */
export function useRows(query: RowsQuery, { enabled, live, reading }: { enabled: boolean; live: boolean; reading: () => Reading }) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  return useQuery({
    ...rowsOptions({ call, queries }, query, reading), enabled, placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (live || state.status === 'error' ? false : 30_000),
  })
}

/** How many there are in all; asked for after the rows, which one waits for. */
export function useCount(filters: FiltersQuery, enabled: boolean) {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['contacts', 'count', filters], enabled, queryFn: ({ signal }) => call('countJournal', { query: { ...filters }, signal }) })
}

/** A value that is there for callbacks without being a reason to make them anew. */
export function useLatest<T>(value: T) {
  const latest = useRef(value)
  useEffect(() => { latest.current = value })
  return latest
}
