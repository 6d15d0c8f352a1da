import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '../../platform/db/database'
import { describeError } from '../../platform/log/describe-error'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import { keySomePhones } from './phone-catch-up.repository'

const breathMs = 20

/** Once after each start, in the background: phones of a base older than their keys, or written in bulk without. It ends by itself. */
export function createPhoneCatchUp({ db, clock, log }: { db: Db; clock: Clock; log: Log }) {
  const end = new AbortController()
  let running: Promise<void> | null = null
  async function run() {
    let done = 0
    try {
      for (let count = 1; count > 0 && !end.signal.aborted; done += count) {
        count = await keySomePhones(db, clock.now())
        if (count > 0) await pause(breathMs, undefined, { signal: end.signal, ref: false }).catch(() => undefined)
      }
      if (done > 1_000) log.info({ phones: done }, 'telephone numbers have their keys')
    } catch (error) {
      log.error({ error: describeError(error) }, 'telephone numbers could not be given their keys')
    }
  }
  return {
    start() { running ??= run() },
    async stop() { end.abort(); await running },
  }
}
