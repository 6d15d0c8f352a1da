import { describeError } from '../../platform/log/describe-error'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'

const everyMs = 3_600_000

/** What is done once an hour by whichever process looks; one at a time, and one's trouble is not the others'. */
export function createHousekeeping({ clock, log, tasks }: { clock: Clock; log: Log; tasks: readonly (() => Promise<void>)[] }): () => Promise<void> {
  let doneAt = -Infinity
  let doing: Promise<void> | null = null

  async function keep() {
    for (const task of tasks) await task().catch((error: unknown) => log.error({ error: describeError(error) }, 'housekeeping failed'))
  }
  return () => {
    const now = clock.now().getTime()
    if (doing || Math.abs(now - doneAt) < everyMs) return doing ?? Promise.resolve()
    doneAt = now
    return (doing = keep().finally(() => { doing = null }))
  }
}
