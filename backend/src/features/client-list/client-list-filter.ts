import type { z } from 'zod'
import type { countClients, listClientRows } from '@counterpane/shared/contract/client-list'
import { searchWords } from '@counterpane/shared/text/fold'
import { marks, type SqlParameter } from '../../platform/db/sql'

export type ClientFilter = z.output<typeof countClients>
export type ClientsAsked = z.output<typeof listClientRows>
/** A condition on the client `k`. */
export interface Condition { text: string; values: SqlParameter[] }
const dayMs = 86_400_000

const words = ['kind', 'class', 'industry', 'region', 'status', 'turnover', 'adSourceId', 'managerId'] as const

/** What every row of the list fulfils; the words of the search stand apart, since they can be read in two ways. */
export function conditionsOf(filter: ClientFilter, now: Date): Condition[] {
  const all: Condition[] = words.flatMap((field) => (filter[field] ? [anyOf(field, filter[field])] : []))
  const add = (text: string, ...values: SqlParameter[]) => { all.push({ text, values }) }
  if (filter.id) add('k.id IN (SELECT value FROM json_each(?))', JSON.stringify(filter.id))
  if (filter.vip !== undefined) add('k.vip = ?', filter.vip ? 1 : 0)
  if (filter.teamId) add(`k.managerId IN (SELECT id FROM Manager WHERE teamId IN (${marks(filter.teamId)}))`, ...filter.teamId)
  if (filter.silentDays !== undefined) add('NOT EXISTS (SELECT 1 FROM ClientActivity a WHERE a.counterpartyId = k.id AND a.lastHeldAt >= ?)', silentSince(filter.silentDays, now))
  if (filter.hasOpenTasks !== undefined) add(`${filter.hasOpenTasks ? '' : 'NOT '}EXISTS (SELECT 1 FROM Task t WHERE t.counterpartyId = k.id AND t.doneAt IS NULL AND t.kind = 'task')`)
  if (filter.hasNextStep !== undefined) {
    add(`${filter.hasNextStep ? '' : 'NOT '}EXISTS (SELECT 1 FROM Contact c INDEXED BY "Contact_counterpartyId_status_startsAt_idx" WHERE c.counterpartyId = k.id AND c.status = 'planned' AND c.undoneAt IS NULL)`)
  }
  if (filter.createdFrom !== undefined) add('k.createdAt >= ?', Date.parse(filter.createdFrom))
  if (filter.createdTo !== undefined) add('k.createdAt <= ?', Date.parse(filter.createdTo))
  return all
}

export const silentSince = (days: number, now: Date) => now.getTime() - days * dayMs

function anyOf(field: (typeof words)[number], values: readonly string[]): Condition {
  const named = values.filter((value) => value !== 'none')
  const texts = [...(named.length > 0 ? [`k.${field} IN (${marks(named)})`] : []), ...(named.length < values.length ? [`k.${field} IS NULL`] : [])]
  return { text: `(${texts.join(' OR ')})`, values: named }
}

const wordsOf = (q: string | undefined) => [...new Set(searchWords(q ?? ''))]
/** The words asked of each row as it comes: quick as long as many fit. */
export const wordsInRow = (q: string | undefined): Condition[] => wordsOf(q).map((word) => ({ text: 'instr(k.searchText, ?) > 0', values: [word] }))
/** The words looked for beforehand in their own index: quick as long as few fit. */
export function wordsBeforehand(q: string | undefined): Condition[] {
  const found = wordsOf(q)
  if (found.length === 0) return []
  return [{ text: `k.id IN (SELECT w.id FROM Counterparty w INDEXED BY "ClientList_words" WHERE ${found.map(() => 'instr(w.searchText, ?) > 0').join(' AND ')})`, values: found }]
}
