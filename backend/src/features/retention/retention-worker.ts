import type { Clock } from '../../ports/clock'
import { describeError } from '../../platform/log/describe-error'
import type { Log } from '../../platform/log/logger'
import type { RetentionRun } from './retention-run'
import type { Retention } from './retention.service'

const lookEveryMs = 10 * 60_000
const onceInMs = 24 * 60 * 60_000

/** Once a day, in whichever process comes first; the first look is soon after the start, when the start itself is over. */
export function createRetentionWorker({ run, retention, clock, log }: { run: RetentionRun; retention: Retention; clock: Clock; log: Log }) {
  const end = new AbortController()
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()

  async function look(): Promise<void> {
    const rules = retention.rules()
    const lastRunAt = retention.lastRunAt()
    if (Object.values(rules).every((days) => days === null) || (lastRunAt !== null && clock.now().getTime() - lastRunAt < onceInMs)) return
    const { deleted, busy } = await run({ managerId: null, signal: end.signal })
    if (!busy) log.info({ deleted }, 'what was kept long enough was deleted')
  }
  const wait = (ms: number) => {
    timer = setTimeout(() => {
      running = look().catch((error: unknown) => log.error({ error: describeError(error) }, 'retention did not run')).then(() => { if (!end.signal.aborted) wait(lookEveryMs) })
    }, ms).unref()
  }
  return {
    start: () => wait(60_000),
    async close() {
      end.abort()
      if (timer) clearTimeout(timer)
      await running
    },
  }
}
