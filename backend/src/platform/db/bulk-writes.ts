import type { Prisma } from '../../../prisma/generated/client'
import type { Connection } from './connection'
import { runOn } from './writer-client'

/** The writing connection, and the unit of work whose turn on it is now. */
export interface WriterTurn { connection: Connection | null; work: object | null }
type Value = string | number | null

type Tx = Prisma.TransactionClient
const doors = new WeakMap<Tx, () => Connection>()

/** Lets statements of this unit of work go past Prisma. Called when the unit of work has just begun. */
export function openDoor(tx: Tx, turn: WriterTurn): void {
  const { work } = turn
  if (work === null) return
  doors.set(tx, () => {
    // The turn may have ended by the clock while its work went on: the connection is somebody else's then.
    if (turn.work !== work || !turn.connection) throw new Error('the unit of work is over')
    return turn.connection
  })
}

/**
 * One statement of many rows, in the same unit of work as everything else of `tx`. Prisma copies each parameter several times over: a list of hundreds of rows costs more
 * there than its writing. Values are bound, as everywhere.
 */
export function writeBulk(tx: Tx) {
  const door = doors.get(tx)
  return async (strings: TemplateStringsArray, ...values: readonly Value[]): Promise<void> => {
    if (door) runOn(door(), strings.join('?'), values)
    else await tx.$executeRaw(strings, ...values)
  }
}
