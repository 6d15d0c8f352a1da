import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { QueryClient } from '@tanstack/react-query'
import { rowsIn, withFitting, withoutStrays, type RowList } from './row-list'
import { rowsKey, type RowsQuery } from './row-queries'

/** Asks of contacts that changed whether the lists on screen still hold them. Answers with those that some list no longer does. */
export async function askFitting({ call, queries }: { call: HttpClient; queries: QueryClient }, changed: readonly string[]): Promise<readonly string[]> {
  const lists = queries.getQueriesData<RowList>({ queryKey: rowsKey, type: 'active' })
  const strays = await Promise.all(lists.map(async ([queryKey, list]) => {
    const here = new Set(list ? Array.from(rowsIn(list), ({ id }) => id) : [])
    const asked = changed.filter((id) => here.has(id))
    if (asked.length === 0) return []
    const { items } = await call('listJournal', { query: { ...queryKey[rowsKey.length] as RowsQuery, id: asked, limit: asked.length } })
    queries.setQueryData<RowList>(queryKey, (now) => now && withFitting(now, asked, items))
    return asked.filter((id) => !items.some((row) => row.id === id))
  }))
  return [...new Set(strays.flat())]
}

export const letStraysGo = (queries: QueryClient) => queries.setQueriesData<RowList>({ queryKey: rowsKey }, (list) => list && withoutStrays(list))
