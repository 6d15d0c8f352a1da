import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { JournalRow } from '@counterpane/shared/contract/journal'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { askFitting, letStraysGo } from './fitting-rows'
import { newList, sizeOf, type RowList } from './row-list'
import { rowsKey } from './row-queries'

const row = (id: string, subject = '') => ({ id, subject }) as JournalRow

it('asks with the filters of the view which of the changed rows still fit, and names those that do not', async () => {
  const queries = new QueryClient()
  const query = { status: ['planned'], sort: '-startsAt' }
  const key = [...rowsKey, query]
  queries.setQueryData(key, newList({ items: [row('a'), row('b'), row('c')], nextCursor: null }))
  const leave = new QueryObserver(queries, { queryKey: key, staleTime: Infinity, queryFn: () => Promise.reject(new Error('nobody asks for all of it')) }).subscribe(() => undefined)
  const asked: unknown[] = []
  const call = ((name: string, input: unknown) => { asked.push([name, input]); return Promise.resolve({ items: [row('b', 'New words')], nextCursor: null }) }) as unknown as HttpClient
  expect(await askFitting({ call, queries }, ['a', 'b', 'elsewhere'])).toEqual(['a'])
  expect(asked).toEqual([['listJournal', { query: { ...query, id: ['a', 'b'], limit: 2 } }]])
  const list = () => queries.getQueryData<RowList>(key)
  expect(list()).toMatchObject({ strays: ['a'], pages: [{ rows: [{ id: 'a' }, { id: 'b', subject: 'New words' }, { id: 'c' }] }] })
  letStraysGo(queries)
  expect(list() && sizeOf(list() as RowList)).toBe(2)
  leave()
  queries.clear()
})
