import { isDeepStrictEqual } from 'node:util'
import type { Connection } from '@counterpane/backend/platform/db/connection'

type Json = Record<string, unknown>
interface RowsPage { items: Json[]; nextCursor: string | null }
export interface RowsCompared { paths: readonly string[]; ours(path: string): Promise<unknown>; floor(path: string): Promise<unknown>; masked(ids: readonly string[]): ReadonlySet<string> }

/** Words and files, which the product shows only to those who may read them: the floor knows nothing of rights. */
const masks = ['subject', 'result', 'comment', 'files']

/** The same rows in the same order with the same fields for the same filters; how many rows were compared. */
export async function assertSameRows({ paths, ours, floor, masked }: RowsCompared): Promise<number> {
  let compared = 0
  for (const path of paths) {
    const [a, b] = [(await ours(path)) as RowsPage, (await floor(path)) as RowsPage]
    const differs = (what: string, one: unknown, other: unknown) => new Error(`the floor answers otherwise to ${path}: ${what}: ${JSON.stringify(one)?.slice(0, 400)} / ${JSON.stringify(other)?.slice(0, 400)}`)
    const [ids, floorIds] = [a, b].map((page) => page.items.map((row) => String(row.id))) as [string[], string[]]
    const other = Array.from({ length: Math.max(ids.length, floorIds.length) }).findIndex((_, at) => ids[at] !== floorIds[at])
    if (other >= 0) throw differs(`row ${other + 1}`, ids.slice(other, other + 5), floorIds.slice(other, other + 5))
    if (a.nextCursor !== b.nextCursor) throw differs('nextCursor', a.nextCursor, b.nextCursor)
    const without = masked(ids)
    for (const [at, row] of a.items.entries()) {
      const same = b.items[at] as Json
      const names = [...new Set([...Object.keys(row), ...Object.keys(same)])].filter((name) => !(without.has(String(row.id)) && masks.includes(name)))
      for (const name of names) if (!isDeepStrictEqual(row[name], same[name])) throw differs(`${name} of ${String(row.id)}`, row[name], same[name])
    }
    compared += ids.length
  }
  return compared
}

/** Whose words not everybody reads. */
export const maskedAmong = (db: Connection) => (ids: readonly string[]): ReadonlySet<string> =>
  new Set((db.prepare("SELECT id FROM Contact WHERE id IN (SELECT value FROM json_each(?)) AND (private = 1 OR visibility <> 'full')").all(JSON.stringify(ids)) as { id: string }[]).map((row) => row.id))
