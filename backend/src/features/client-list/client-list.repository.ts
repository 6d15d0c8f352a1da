import type { ClientSort } from '@counterpane/shared/contract/client-list'
import type { Db } from '../../platform/db/database'
import type { SqlParameter } from '../../platform/db/sql'
import { writeCursor } from '../../platform/http/cursor'
import { placeOf, type Place } from './client-list-cursor'
import { silentSince, textOf, valuesOf, type Condition } from './client-list-filter'
import { stretchesOf, type Stretch } from './client-list-order'
import { createClientListPlan, type ClientListAsked, type Finding } from './client-list-plan'

export interface IdsAsked extends ClientListAsked { sort: ClientSort; cursor?: string; limit: number }
export interface Page { ids: string[]; nextCursor: string | null }
type Row = Record<string, string | number | null>
/** So many stretches are looked into to see what lies ahead. */
const sampledMost = 3
const collator = new Intl.Collator('ru')

/** Which clients a list has, in its order. Read beside the main thread: a filter may have to look at every client. */
export function createClientList({ sql, side }: Pick<Db, 'sql' | 'side'>) {
  const plan = createClientListPlan({ side })
  const managersByName = () => sql.all<{ id: string; name: string }>('SELECT id, name FROM Manager').sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
  const pageOf = (found: { id: string; key: (string | number | null)[] }[], limit: number): Page =>
    ({ ids: found.slice(0, limit).map(({ id }) => id), nextCursor: found.length > limit ? writeCursor(found[limit - 1]!.key) : null })

  /** Few clients of many managers are put in order at once, by the place of each one's manager. */
  async function fewByManager({ conditions, few, stretches, start, descending, limit }: { conditions: readonly Condition[]; few: Finding; stretches: readonly Stretch[]; start: Place | null; descending: boolean; limit: number }): Promise<Page> {
    const places = JSON.stringify(stretches.flatMap(({ values }) => values))
    const beyond = start ? ` AND (place > ? OR (place = ? AND (k.name, k.id) ${descending ? '<' : '>'} (?, ?)))` : ''
    const way = descending ? ' DESC' : ''
    const rows = await side.all<Row>(`SELECT k.id, k.name, k.managerId, COALESCE(r.at, ${stretches.length - 1}) AS place FROM ${few.from} LEFT JOIN (SELECT key AS at, value AS id FROM json_each(?)) r ON r.id = k.managerId
      WHERE ${textOf(conditions)}${beyond} ORDER BY place, k.name${way}, k.id${way} LIMIT ?`, [...few.values, places, ...valuesOf(conditions), ...(start ? [start.stretch, start.stretch, ...start.key] : []), limit + 1])
    return pageOf(rows.map(({ id, name, managerId, place }) => ({ id: String(id), key: [place ?? 0, managerId ?? null, name ?? '', id ?? ''] })), limit)
  }

  return {
    async ids({ sort, cursor, limit, ...asked }: IdsAsked): Promise<Page> {
      const stretches = stretchesOf(sort, asked.filter, sort.endsWith('manager') ? managersByName() : [])
      const start = placeOf(cursor, stretches)
      const descending = sort.startsWith('-')
      const turn = (at: number) => ({ after: start?.stretch === at ? start.key : null, descending, silentSince: asked.filter.silentDays === undefined ? null : silentSince(asked.filter.silentDays, asked.now) })
      const first = start?.stretch ?? 0
      const walk = {
        covered: ['name', 'manager'].includes(sort.replace('-', '')),
        sample: async (conditions: readonly Condition[], rows: number) => {
          const sum = { rows: 0, fit: 0 }
          for (let at = first; at < stretches.length && at < first + sampledMost && sum.rows < rows; at++) {
            const [seen] = await side.all<{ rows: number; fit: number }>(...sampleOf(stretches[at]!, { ...turn(at), conditions, limit: rows - sum.rows }))
            sum.rows += seen?.rows ?? 0
            sum.fit += seen?.fit ?? 0
          }
          return sum.fit
        },
      }
      const { conditions, few } = await plan.of(asked, walk)
      if (few && sort.endsWith('manager')) return fewByManager({ conditions, few, stretches, start, descending, limit })
      const found: { id: string; key: (string | number | null)[] }[] = []
      for (let at = first; at < stretches.length && found.length <= limit; at++) {
        const stretch = stretches[at]!
        const rows = await side.all<Row>(...questionOf(stretch, { ...turn(at), conditions, few, limit: limit + 1 - found.length }))
        found.push(...rows.map((row) => ({ id: String(row.id), key: [at, stretch.values[0] ?? null, ...stretch.keys.map((_, i) => row[`key${i}`] ?? null)] })))
      }
      return pageOf(found, limit)
    },
    async count(asked: ClientListAsked): Promise<number> {
      const { conditions, few } = await plan.ofCount(asked)
      const [row] = await side.all<{ amount: number }>(`SELECT COUNT(*) AS amount FROM ${few.from} WHERE ${textOf(conditions)}`, [...few.values, ...valuesOf(conditions)])
      return row?.amount ?? 0
    },
  }
}
export type ClientList = ReturnType<typeof createClientList>

interface Turn { conditions: readonly Condition[]; after: (string | number)[] | null; descending: boolean; limit: number; silentSince: number | null }
/** Where a stretch begins, and how it goes on from there. */
function walkOf({ where, values, keys }: Stretch, { after, descending, silentSince }: Turn) {
  const beyond = after ? ` AND (${keys.join(', ')}) ${descending ? '<' : '>'} (${keys.map(() => '?').join(', ')})` : ''
  // Who was in contact since is not among the silent: the walk begins where they do.
  const silent = keys[0] === 'o.lastHeldAt' && silentSince !== null
  return { where: `${where}${beyond}${silent ? ' AND o.lastHeldAt < ?' : ''}`, values: [...values, ...(after ?? []), ...(silent ? [silentSince] : [])], order: keys.map((key) => key + (descending ? ' DESC' : '')).join(', ') }
}
function questionOf(stretch: Stretch, turn: Turn & { few: Finding | null }): [string, SqlParameter[]] {
  const { where, values, order } = walkOf(stretch, turn)
  const { few, conditions, limit } = turn
  const text = `SELECT k.id, ${stretch.keys.map((key, i) => `${key} AS key${i}`).join(', ')} FROM ${few ? few.from + stretch.beside : stretch.from} WHERE ${where} AND ${textOf(conditions)} ORDER BY ${order} LIMIT ?`
  return [text, [...(few?.values ?? []), ...values, ...valuesOf(conditions), limit]]
}
function sampleOf(stretch: Stretch, turn: Turn): [string, SqlParameter[]] {
  const { where, values, order } = walkOf(stretch, turn)
  return [`SELECT COUNT(*) AS rows, TOTAL(fits) AS fit FROM (SELECT (${textOf(turn.conditions)}) AS fits FROM ${stretch.from} WHERE ${where} ORDER BY ${order} LIMIT ?)`, [...valuesOf(turn.conditions), ...values, turn.limit]]
}
