import type { Connection } from '@counterpane/backend/platform/db/connection'
import { createDice, type Dice } from './dice'

type Value = string | number
/** One filter as the address says it. */
export type Drawn = readonly (readonly [name: string, value: string])[]
export interface DrawnFilters { names: readonly string[]; draw(name: string): Drawn; pair(): Drawn }

const day = 86_400_000
const spans = [1, 7, 31, 92, 365]
/** The columns of closed lists, by the names of their filters. */
const columns = { method: 'method', status: 'status', state: 'state', priority: 'priority', source: 'source', type: 'typeId', firmId: 'firmId', managerId: 'managerId', registeredById: 'registeredById' } as const

/** The indexed filters with values that stand in the database: each value of a closed list alike, however many contacts have it; clients and people by chance. */
export function drawFilters(db: Connection, seed: number): DrawnFilters {
  const dice = createDice(seed)
  const valuesOf = (sql: string, ...parameters: unknown[]) => (db.prepare(sql).all(...parameters) as { value: Value }[]).map((row) => String(row.value))
  const some = (table: string) => {
    const { last } = db.prepare(`SELECT MAX(rowid) AS last FROM ${table}`).all()[0] as { last: number }
    return valuesOf(`SELECT id AS value FROM ${table} WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY id`, JSON.stringify(Array.from({ length: 200 }, () => 1 + dice.below(last))))
  }
  const lists: Record<string, readonly string[]> = {
    ...Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, valuesOf(`SELECT DISTINCT ${column} AS value FROM Contact WHERE ${column} IS NOT NULL ORDER BY 1`)])),
    counterpartyId: some('Counterparty'), personId: some('ContactPerson'), teamId: valuesOf('SELECT id AS value FROM Team ORDER BY id'), overdue: ['true'], noNextStep: ['true'], noOutcome: ['true'],
  }
  const edges = db.prepare('SELECT (SELECT MIN(startsAt) FROM Contact) AS first, (SELECT MAX(startsAt) FROM Contact) AS last').all()[0] as { first: number; last: number }
  const names = [...Object.keys(lists), 'period']
  const draw = (name: string): Drawn => (name === 'period' ? period(dice, edges) : [[name, dice.pick(lists[name] ?? [])]])
  return {
    names, draw,
    pair() {
      const [first, second] = [dice.pick(names), dice.pick(names)]
      return first === second ? this.pair() : [...draw(first), ...draw(second)]
    },
  }
}

function period(dice: Dice, { first, last }: { first: number; last: number }): Drawn {
  const from = first + dice.below(Math.max(1, last - first))
  return [['from', new Date(from).toISOString()], ['to', new Date(from + dice.pick(spans) * day).toISOString()]]
}

/** The first page of rows, as the journal's page asks for it. */
export const rowsPath = (filters: Drawn, more: Readonly<Record<string, string>> = {}) => `/api/journal/rows?${new URLSearchParams([...filters.map(([name, value]) => [name, value]), ...Object.entries(more), ['limit', '100']]).toString()}`
