import type { ClientSort } from '@counterpane/shared/contract/client-list'
import type { Db } from '../../platform/db/database'
import type { SqlParameter } from '../../platform/db/sql'
import { readCursor, writeCursor } from '../../platform/http/cursor'
import { AppError } from '@counterpane/shared/errors/app-error'
import { conditionsOf, silentSince, wordsBeforehand, wordsInRow, type ClientFilter, type Condition } from './client-list-filter'
import { everything, stretchesOf, type Stretch } from './client-list-order'

export interface ClientListAsked { filter: ClientFilter; extra: Condition[]; now: Date }
export interface IdsAsked extends ClientListAsked { sort: ClientSort; cursor?: string; limit: number }

/** So many rows are looked at to tell whether many fit a filter. */
const sample = 500
const many = 25
const collator = new Intl.Collator('ru')

/** Which clients a list has, in its order. Read beside the main thread: a filter may have to look at every client. */
export function createClientList({ sql, side }: Pick<Db, 'sql' | 'side'>) {
  async function fitsMany(conditions: readonly Condition[]): Promise<boolean> {
    if (conditions.length === 0) return true
    const [row] = await side.all<{ fit: number }>(`SELECT COUNT(*) AS fit FROM (SELECT * FROM Counterparty INDEXED BY "ClientList_name" ORDER BY name, id LIMIT ${sample}) k WHERE ${textOf(conditions)}`, valuesOf(conditions))
    return (row?.fit ?? 0) >= many
  }
  const managersByName = () => sql.all<{ id: string; name: string }>('SELECT id, name FROM Manager').sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)).map(({ id }) => id)

  /** The conditions of a question, and whether its order is walked or few rows are sorted. */
  async function plan({ filter, extra, now }: ClientListAsked): Promise<{ conditions: Condition[]; walk: boolean }> {
    const others = [...conditionsOf(filter, now), ...extra]
    const walk = await fitsMany([...others, ...wordsInRow(filter.q)])
    return { conditions: [...others, ...(walk ? wordsInRow(filter.q) : wordsBeforehand(filter.q))], walk }
  }

  /** Few clients of many managers are read at once and put in order here. */
  async function fewByManager({ conditions, stretches, start, descending, limit }: { conditions: readonly Condition[]; stretches: readonly Stretch[]; start: Place | null; descending: boolean; limit: number }) {
    const found = await side.all<{ id: string; name: string; managerId: string | null }>(`SELECT k.id, k.name, k.managerId FROM ${everything} WHERE ${textOf(conditions)}`, valuesOf(conditions))
    const placeOfManager = new Map(stretches.map(({ values }, at) => [values[0] ?? null, at]))
    const keyed = found.map(({ id, name, managerId }) => ({ id, key: [placeOfManager.get(managerId) ?? stretches.length - 1, managerId, name, id] as const }))
    const way = descending ? -1 : 1
    // As the database compares: by bytes of UTF-8, which is the order of code points.
    const bytes = (text: string) => Buffer.from(text)
    const compare = (a: Keyed, b: Keyed) => a[0] - b[0] || way * (Buffer.compare(bytes(a[2]), bytes(b[2])) || Buffer.compare(bytes(a[3]), bytes(b[3])))
    const after = start ? keyed.filter(({ key }) => compare(key, [start.stretch, null, String(start.key[0]), String(start.key[1])]) > 0) : keyed
    const page = after.sort((a, b) => compare(a.key, b.key)).slice(0, limit)
    const last = page.at(-1)
    return { ids: page.map(({ id }) => id), nextCursor: after.length > limit && last ? writeCursor([...last.key]) : null }
  }

  return {
    async ids({ sort, cursor, limit, ...asked }: IdsAsked): Promise<{ ids: string[]; nextCursor: string | null }> {
      const stretches = stretchesOf(sort, sort.endsWith('manager') ? managersByName() : [])
      const { conditions, walk } = await plan(asked)
      const start = placeOf(cursor, stretches)
      if (!walk && sort.endsWith('manager')) return fewByManager({ conditions, stretches, start, descending: sort.startsWith('-'), limit })
      const found: { id: string; key: (string | number | null)[] }[] = []
      for (let at = start?.stretch ?? 0; at < stretches.length && found.length <= limit; at++) {
        const stretch = stretches[at]!
        const after = start && start.stretch === at ? start.key : null
        // Who was in contact since is not among the silent: the walk begins where they do.
        const begun = stretch.keys[0] === 'o.lastHeldAt' && asked.filter.silentDays !== undefined ? [...conditions, { text: 'o.lastHeldAt < ?', values: [silentSince(asked.filter.silentDays, asked.now)] }] : conditions
        const rows = await side.all<Record<string, string | number | null>>(...questionOf(stretch, { conditions: begun, walk, after, descending: sort.startsWith('-'), limit: limit + 1 - found.length }))
        found.push(...rows.map((row) => ({ id: String(row.id), key: [at, stretch.values[0] ?? null, ...stretch.keys.map((_, i) => row[`key${i}`] ?? null)] })))
      }
      const page = found.slice(0, limit)
      const last = page.at(-1)
      return { ids: page.map(({ id }) => id), nextCursor: found.length > limit && last ? writeCursor(last.key) : null }
    },
    async count(asked: ClientListAsked): Promise<number> {
      const conditions = [...conditionsOf(asked.filter, asked.now), ...asked.extra, ...wordsBeforehand(asked.filter.q)]
      const [row] = await side.all<{ amount: number }>(`SELECT COUNT(*) AS amount FROM ${everything} WHERE ${textOf(conditions)}`, valuesOf(conditions))
      return row?.amount ?? 0
    },
  }
}
export type ClientList = ReturnType<typeof createClientList>

const textOf = (conditions: readonly Condition[]) => (conditions.length > 0 ? conditions.map(({ text }) => text).join(' AND ') : 'TRUE')
const valuesOf = (conditions: readonly Condition[]): SqlParameter[] => conditions.flatMap(({ values }) => values)

type Keyed = readonly [stretch: number, managerId: string | null, name: string, id: string]
interface Place { stretch: number; key: (string | number)[] }
interface Turn { conditions: readonly Condition[]; walk: boolean; after: (string | number)[] | null; descending: boolean; limit: number }
function questionOf({ from, few, where, values, keys }: Stretch, { conditions, walk, after, descending, limit }: Turn): [string, SqlParameter[]] {
  const way = descending ? ' DESC' : ''
  const beyond = after ? ` AND (${keys.join(', ')}) ${descending ? '<' : '>'} (${keys.map(() => '?').join(', ')})` : ''
  const text = `SELECT k.id, ${keys.map((key, i) => `${key} AS key${i}`).join(', ')} FROM ${walk ? from : few} WHERE ${where} AND ${textOf(conditions)}${beyond} ORDER BY ${keys.map((key) => key + way).join(', ')} LIMIT ?`
  return [text, [...values, ...valuesOf(conditions), ...(after ?? []), limit]]
}

/** In which stretch, and after which row of it, the next page begins. A stretch that is one manager's is found by the manager. */
function placeOf(cursor: string | undefined, stretches: readonly Stretch[]): Place | null {
  if (cursor === undefined) return null
  const shapes = new Set(stretches.map(({ keys }) => keys.length))
  const key = [...shapes].map((length) => { try { return readCursor(cursor, ['number', 'any', ...Array.from({ length }, () => 'any' as const)]) } catch { return null } }).find(Boolean)
  const [at, owner, ...rest] = key ?? []
  const known = typeof owner === 'string' ? stretches.findIndex(({ values }) => values[0] === owner) : Number(at)
  if (!key || stretches[known]?.keys.length !== rest.length || rest.some((part) => part === null)) throw new AppError('invalid-request', { errors: [{ path: 'cursor', message: 'not a cursor of this list' }] })
  return { stretch: known, key: rest as (string | number)[] }
}
