import type { z } from 'zod'
import type { listCounterparties, listPersons } from '@counterpane/shared/contract/client'
import { parseAddress } from '@counterpane/shared/matching/address'
import { searchWords } from '@counterpane/shared/text/fold'
import type { Db } from '../../platform/db/database'
import { likePattern, marks, type SqlParameter } from '../../platform/db/sql'
import { readCursor, toPage } from '../../platform/http/cursor'
import type { CounterpartyRecord, PersonRecord } from './client-records'
import { loadCounterparties, loadPersons } from './client-rows'

export type CounterpartyFilter = z.output<typeof listCounterparties>
export type PersonFilter = z.output<typeof listPersons>
export interface ClientPage<T> { items: T[]; nextCursor: string | null }

/**
 * Lists stand in the order of `nameKey`: the words of the name in the order of the alphabet, without case, quotes and punctuation. It has an
 * index, and OOO "Vector" stands beside Vector.
 */
export function createClientsRepository({ sql }: Pick<Db, 'sql'>) {
  function page<T>({ table, where, filter, limit, load }: { table: 'Counterparty' | 'ContactPerson'; where: Where; filter: { q?: string; cursor?: string }; limit: number; load: (ids: string[]) => T[] }): ClientPage<T> {
    for (const word of new Set(searchWords(filter.q ?? ''))) where.add("k.searchText LIKE ? ESCAPE '\\'", likePattern(word))
    if (filter.cursor !== undefined) where.add('(k.nameKey, k.id) > (?, ?)', ...readCursor(filter.cursor, ['string', 'string']))
    // A search reads the whole table once and sorts what it found; walking the index would fetch every row from another place (5 times slower at 100,000).
    const order = filter.q ? '+k.nameKey, k.id' : 'k.nameKey, k.id'
    const rows = sql.all<{ id: string; nameKey: string }>(`SELECT k.id, k.nameKey FROM ${table} k WHERE ${where.text()} ORDER BY ${order} LIMIT ?`, [...where.parameters, limit + 1])
    const { rows: found, nextCursor } = toPage(rows, limit, (row) => [row.nameKey, row.id])
    return { items: load(found.map((row) => row.id)), nextCursor }
  }
  return {
    findCounterparty: (id: string): CounterpartyRecord | null => loadCounterparties(sql, [id])[0] ?? null,
    findPerson: (id: string): PersonRecord | null => loadPersons(sql, [id])[0] ?? null,
    listCounterparties(filter: CounterpartyFilter, limit: number): ClientPage<CounterpartyRecord> {
      const where = conditions()
      for (const field of ['managerId', 'kind', 'class', 'industry', 'region'] as const) {
        const values = filter[field]
        if (values) where.add(`k.${field} IN (${marks(values)})`, ...values)
      }
      if (filter.vip !== undefined) where.add('k.vip = ?', filter.vip ? 1 : 0)
      return page({ table: 'Counterparty', where, filter, limit, load: (ids) => loadCounterparties(sql, ids) })
    },
    listPersons(filter: PersonFilter, limit: number): ClientPage<PersonRecord> {
      const where = conditions()
      if (filter.counterpartyId) where.add(`k.counterpartyId IN (${marks(filter.counterpartyId)})`, ...filter.counterpartyId)
      if (filter.address !== undefined) where.add('k.id IN (SELECT personId FROM PersonAddress WHERE addressKey = ?)', parseAddress(filter.address)?.addressKey ?? '')
      return page({ table: 'ContactPerson', where, filter, limit, load: (ids) => loadPersons(sql, ids) })
    },
  }
}
export type ClientsRepository = ReturnType<typeof createClientsRepository>

type Where = ReturnType<typeof conditions>
function conditions() {
  const texts: string[] = []
  const parameters: SqlParameter[] = []
  return {
    parameters,
    add(condition: string, ...values: SqlParameter[]) { texts.push(condition); parameters.push(...values) },
    text: () => (texts.length > 0 ? texts.join(' AND ') : 'TRUE'),
  }
}
