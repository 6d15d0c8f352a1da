import { setTimeout as pause } from 'node:timers/promises'
import { describeError } from '../log/describe-error'
import type { Log } from '../log/logger'
import { indexSomeClients } from './client-text-catch-up'
import type { Db } from './database'
import { refoldSome } from './text-refold'
import { reindexTexts } from './text-writes'

export interface TextCatchUpDeps { db: Db; log: Log; idleMs?: number }
export interface TextCatchUp {
  /** From now on, in the background, until `stop`. */
  start(): void
  stop(): Promise<void>
  /** Everything that waits, now; how many rows it were. */
  all(): Promise<number>
}

/** Small enough that a writer in between hardly waits (some 20 ms), and never more than a few long letters at once. */
const slice = { contacts: 200, characters: 2_000_000 }
/** Between two slices the processor is everybody else's. */
const breathMs = 20
const defaultIdleMs = 5_000

/** Puts into the full-text index what is not there yet: contacts of a database older than the index, of a bulk import, or moved to another time behind the index's back; then whatever an earlier version folded otherwise. */
export function createTextCatchUp({ db, log, idleMs = defaultIdleMs }: TextCatchUpDeps): TextCatchUp {
  const end = new AbortController()
  let running: Promise<void> | null = null

  async function next(): Promise<number> {
    const waiting = db.sql.all<{ contactId: string; size: number }>(`SELECT contactId, length(text) AS size FROM ContactText WHERE docId IS NULL LIMIT ${slice.contacts}`)
    let characters = 0
    const ids = waiting.filter(({ size }, i) => (characters += size) <= slice.characters || i === 0).map(({ contactId }) => contactId)
    if (ids.length === 0) return await indexSomeClients(db) || refoldSome(db)
    await db.write((tx) => reindexTexts(tx, ids))
    return ids.length
  }
  async function keep(): Promise<void> {
    let done = 0
    while (!end.signal.aborted) {
      const count = await next().catch((error: unknown) => { log.error({ error: describeError(error) }, 'contacts could not be put into the full-text index'); return 0 })
      if (count === 0 && done > 1_000) log.info({ contacts: done }, 'the full-text index has caught up')
      done = count === 0 ? 0 : done + count
      await pause(count === 0 ? idleMs : breathMs, undefined, { signal: end.signal, ref: false }).catch(() => undefined)
    }
  }
  return {
    start() { running ??= keep() },
    async stop() {
      end.abort()
      await running
    },
    async all() {
      let total = 0
      for (let count = await next(); count > 0; count = await next()) total += count
      return total
    },
  }
}
