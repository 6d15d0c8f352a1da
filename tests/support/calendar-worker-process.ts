// node calendar-worker-process.js DATABASE: a worker over that file whose rounds take two seconds and say what becomes of them. Its clock runs thirty
// times as fast as the machine's, so that leases end while one waits.
import { assertHeld } from '@counterpane/backend/features/calendar-sync/holds.repository'
import { createSyncWorker } from '@counterpane/backend/features/calendar-sync/sync-worker'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { ProviderFailure } from '@counterpane/backend/ports/provider-failure'

const start = Date.parse('2026-11-22T09:00:00Z')
/** The beginning is the same for all processes of an hour. */
const clock = { now: () => new Date(start + (Date.now() % 3_600_000) * 30) }
const say = (word: string) => process.stdout.write(`${word}\n`)

async function work(path: string) {
  const db = await openDatabase({ path })
  createSyncWorker({
    db, clock, log: createLogger('silent'), sourceOf: () => { throw new ProviderFailure('not-configured') }, accessOf: () => ({ mailbox: '', refreshToken: null }), bellUrls: () => null,
    pollSeconds: 3_600, chores: [], housekeeping: [],
    async round({ hold }) {
      say(`begin ${hold.fence}`)
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      await db.write((tx) => assertHeld(tx, hold)).then(() => say('wrote'), (error: Error) => { say(`refused ${error.name}`); throw error })
      return { kind: 'full', changed: true, cursor: 'c' }
    },
  }).start()
  setInterval(() => undefined, 1_000) // the worker itself keeps no process alive
}

work(process.argv[2] ?? '').catch((error: unknown) => { process.stderr.write(`${String(error)}\n`); process.exit(1) })
