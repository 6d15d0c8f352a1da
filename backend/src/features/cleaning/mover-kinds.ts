import type { LeftKind } from '@counterpane/shared/contract/cleaning'
import type { Tx } from '../../platform/db/database'
import type { Mover, Passing } from './merge.types'

interface Owned {
  ids(tx: Tx, owner: string): Promise<{ id: string }[]>
  /** Gives those that are still `from`'s to `to`; how many they were. `ids`: a JSON list. */
  give(tx: Tx, ids: string, passing: Passing): Promise<number>
}
/** Rows with one owner: they change hands. */
export const owned = (what: LeftKind, { ids, give }: Owned): Mover => ({
  what,
  async move(tx, passing) {
    const found = (await ids(tx, passing.from)).map((row) => row.id)
    if (found.length > 0) await give(tx, JSON.stringify(found), passing)
    return found
  },
  async back(tx, { moved, from, to, at }) {
    const found = moved as string[]
    return found.length === 0 ? 0 : found.length - await give(tx, JSON.stringify(found), { from: to, to: from, at })
  },
})

interface Shared<R> {
  read(tx: Tx, owner: string): Promise<R[]>
  keyOf(row: R): string
  /** Rows whose other side is gone are left out; gives how many were written. `after`: so many stand before them; null: each where it stood. */
  insert(tx: Tx, rows: readonly R[], place: { owner: string; after: number | null }): Promise<number>
  remove(tx: Tx, owner: string, rows: readonly R[]): Promise<void>
}
interface SharedMoved<R> { rows: R[]; moved: string[] }
/** Rows of which an owner has each only once: what the other has too is not given twice, and comes back with the undoing. */
export const shared = <R>(what: LeftKind, { read, keyOf, insert, remove }: Shared<R>): Mover => ({
  what,
  async move(tx, { from, to }): Promise<SharedMoved<R>> {
    const [rows, there] = [await read(tx, from), await read(tx, to)]
    const known = new Set(there.map(keyOf))
    const fresh = rows.filter((row) => !known.has(keyOf(row)))
    await remove(tx, from, rows)
    await insert(tx, fresh, { owner: to, after: there.length })
    return { rows, moved: fresh.map(keyOf) }
  },
  async back(tx, { moved: kept, from, to }) {
    const { rows, moved } = kept as SharedMoved<R>
    const given = new Set(moved)
    const there = (await read(tx, to)).filter((row) => given.has(keyOf(row)))
    const still = new Set(there.map(keyOf))
    await remove(tx, to, there)
    const own = rows.filter((row) => !given.has(keyOf(row)) || still.has(keyOf(row)))
    return rows.length - await insert(tx, own, { owner: from, after: null })
  },
})
