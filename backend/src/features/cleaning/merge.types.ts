import type { LeftKind } from '@counterpane/shared/contract/cleaning'
import type { Tx } from '../../platform/db/database'

/** From whom to whom, and when. */
export interface Passing { from: string; to: string; at: Date }

/**
 * One table that refers to clients or persons. `move` gives what it has to remember for the way back; `back` is called with the merge's own `from` and `to`, once the one
 * that went is there again, and gives how many of them stay because somebody changed them since.
 */
export interface Mover { what: LeftKind; move(tx: Tx, passing: Passing): Promise<unknown>; back(tx: Tx, passing: Passing & { moved: unknown }): Promise<number> }
/** By the column that refers, `Table.column`. */
export type Movers = Readonly<Record<string, Mover>>
