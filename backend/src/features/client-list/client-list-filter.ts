import type { z } from 'zod'
import type { countClients, listClientRows } from '@counterpane/shared/contract/client-list'
import { searchWords } from '@counterpane/shared/text/fold'
import { marks, type SqlParameter } from '../../platform/db/sql'

export type ClientFilter = z.output<typeof countClients>
export type ClientsAsked = z.output<typeof listClientRows>
/** A condition on the client `k`. `gather`: the ids of all who fulfil it, as a question of its own. */
export interface Condition { text: string; values: SqlParameter[]; gather?: string }
const dayMs = 86_400_000

const words = ['kind', 'class', 'industry', 'region', 'status', 'turnover', 'adSourceId', 'managerId'] as const

/** What every row of the list fulfils; the words of the search stand apart, since they have an index of their own. */
export function conditionsOf(filter: ClientFilter, now: Date): Condition[] {
  const all: Condition[] = words.flatMap((field) => (filter[field] ? [anyOf(field, filter[field])] : []))
  const add = (text: string, ...values: SqlParameter[]) => { all.push({ text, values }) }
  if (filter.id) add('k.id IN (SELECT value FROM json_each(?))', JSON.stringify(filter.id))
  if (filter.vip !== undefined) add('k.vip = ?', filter.vip ? 1 : 0)
  if (filter.teamId) add(`k.managerId IN (SELECT id FROM Manager WHERE teamId IN (${marks(filter.teamId)}))`, ...filter.teamId)
  if (filter.silentDays !== undefined) add('NOT EXISTS (SELECT 1 FROM ClientActivity a WHERE a.counterpartyId = k.id AND a.lastHeldAt >= ?)', silentSince(filter.silentDays, now))
  if (filter.hasOpenTasks !== undefined) add(`${filter.hasOpenTasks ? '' : 'NOT '}EXISTS (SELECT 1 FROM Task t INDEXED BY "ClientList_tasks" WHERE t.counterpartyId = k.id AND t.doneAt IS NULL AND t.kind = 'task')`)
  if (filter.hasNextStep !== undefined) {
    add(`${filter.hasNextStep ? '' : 'NOT '}EXISTS (SELECT 1 FROM Contact c INDEXED BY "ClientList_planned" WHERE c.counterpartyId = k.id AND c.status = 'planned' AND c.undoneAt IS NULL)`)
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

/** The words asked of each row as it comes: quick as long as many fit. */
export const wordsInRow = (q: string | undefined): Condition[] => wordsOf(q).map((word) => ({ text: 'instr(k.searchText, ?) > 0', values: [word] }))
export const wordsOf = (q: string | undefined) => [...new Set(searchWords(q ?? ''))]

export const textOf = (conditions: readonly Condition[]) => (conditions.length > 0 ? conditions.map(({ text }) => text).join(' AND ') : 'TRUE')
export const valuesOf = (conditions: readonly Condition[]): SqlParameter[] => conditions.flatMap(({ values }) => values)
/** Whether something is looked up for each client beside the characteristics that the indexes hold. */
export const looksUp = (conditions: readonly Condition[]) => conditions.some(({ text }) => /EXISTS|searchText/.test(text))
