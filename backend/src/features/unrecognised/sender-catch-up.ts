import { setTimeout as pause } from 'node:timers/promises'
import { describeError } from '../../platform/log/describe-error'
import type { Db } from '../../platform/db/database'
import type { Log } from '../../platform/log/logger'
import { anyUnkeyed, keySomeSenders } from './sender-keying.repository'

const [breathMs, idleMs] = [20, 5_000]

/** Keeps the senders of what waits keyed: at leisure in the background, so that whoever opens the queue finds little to do or nothing, and at once when the queue is asked. */
export function createSenderCatchUp({ db, log }: { db: Pick<Db, 'sql' | 'write'>; log: Log }) {
  const end = new AbortController()
  let running: Promise<void> | null = null
  let rushing: Promise<void> | null = null

  async function keep() {
    while (!end.signal.aborted) {
      const count = await (anyUnkeyed(db) ? keySomeSenders(db) : Promise.resolve(0)).catch((error: unknown) => { log.error({ error: describeError(error) }, 'senders without a client could not be given their keys'); return 0 })
      await pause(count === 0 ? idleMs : breathMs, undefined, { signal: end.signal, ref: false }).catch(() => undefined)
    }
  }
  async function rush() {
    while (await keySomeSenders(db) > 0) await pause(0)
  }
  return {
    start() { running ??= keep() },
    async stop() { end.abort(); await running; await rushing },
    /** Everything that has been registered until now is keyed after this. */
    async now(): Promise<void> {
      if (!anyUnkeyed(db)) return
      await (rushing ??= rush().finally(() => { rushing = null }))
    },
  }
}
export type SenderCatchUp = ReturnType<typeof createSenderCatchUp>
