import { setTimeout as pause } from 'node:timers/promises'
import type { Db, Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import type { ImportTrail, TraceEntry } from './import-trail.repository'

type Left = { noun: 'counterparty' | 'person'; id: string; name: string; reason: 'changed' | 'attached' | 'gone' }
/** What became of some records: those of them that were left are told. */
export interface TakenBack { removed: string[]; putBack: string[]; left: Left[] }
export interface TakeBackSigned { importId: string; setId: string; at: Date; managerId: string }
/** What the room of the clients does; each entry of another record. */
export type TakeBackRecords = (tx: Tx, entries: readonly TraceEntry[], signed: TakeBackSigned) => Promise<TakenBack>
export type TakeBack = ReturnType<typeof createTakeBack>

const handful = 100
/** Others who write get their turn in between. */
const breathMs = 5
/** So many are told of by name. */
const most = 200

/** Takes back all that one import did, the last first: as it stood before, as far as nobody has touched it since. */
export function createTakeBack({ db, clock, trail, takeBackRecords }: { db: Db; clock: Clock; trail: ImportTrail; takeBackRecords: TakeBackRecords }) {
  return async (importId: string, { managerId, signal }: { managerId: string; signal: AbortSignal }) => {
    const told = { removed: 0, putBack: 0, leftCount: 0, left: [] as Left[] }
    const leftIds = new Set<string>()
    const setId = uuidv7()
    let before = trail.end()
    while (!signal.aborted) {
      const done = await db.write(async (tx) => {
        const entries = withoutRepeats(trail.entries(importId, before, handful))
        const result = entries.length === 0 ? null : await takeBackRecords(tx, entries, { importId, setId, at: clock.now(), managerId })
        return result && { result, last: entries.at(-1)!.place }
      })
      if (!done) break
      before = done.last
      told.removed += done.result.removed.length
      told.putBack += done.result.putBack.length
      const fresh = done.result.left.filter(({ id }) => !leftIds.has(id))
      for (const { id } of fresh) leftIds.add(id)
      told.leftCount += fresh.length
      told.left.push(...fresh.slice(0, Math.max(0, most - told.left.length)))
      await pause(breathMs)
    }
    return { told, stopped: signal.aborted }
  }
}

/** One unit of work sees each record as it stood before it: a record that comes again waits for the next. */
function withoutRepeats(entries: readonly TraceEntry[]): TraceEntry[] {
  const seen = new Set<string>()
  const again = entries.findIndex(({ nounId }) => { const repeats = seen.has(nounId); seen.add(nounId); return repeats })
  return again < 0 ? [...entries] : entries.slice(0, again)
}
