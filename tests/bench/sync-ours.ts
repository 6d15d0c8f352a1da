import { createGraphCalendar } from '@counterpane/backend/adapters/graph/graph-calendar'
import { createMatchSide } from '@counterpane/backend/features/calendar-sync/matched-side'
import { createSyncRound } from '@counterpane/backend/features/calendar-sync/sync-round.service'
import { changeContacts, insertContacts } from '@counterpane/backend/features/contacts/contact-writes.repository'
import { createRegisteringRepository } from '@counterpane/backend/features/registering/registering.repository'
import { createEvidenceRepository } from '@counterpane/backend/features/sidebar/evidence.repository'
import { createOwnSideRepository } from '@counterpane/backend/features/sidebar/own-side.repository'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { measured, readJob, tell } from './sync-job'

/** The first full round of one calendar, by the product itself: adapter, round, matching and tables as the composition puts them together. */
async function run() {
  const { path, baseUrl, managerId, mailbox, clock: at, window } = readJob()
  const clock = { now: () => new Date(at) }
  const db = await openDatabase({ path })
  const now = clock.now()
  await db.prisma.calendarMailbox.create({ data: { managerId, provider: 'graph', mailbox, since: now, dueAt: now, createdAt: now, leaseOwner: 'bench', leaseUntil: new Date('2100-01-01'), fence: 1 } })
  const { source } = createGraphCalendar({ settings: { baseUrl, identity: { kind: 'fixed', token: 'bench' } }, clock })
  const ownSide = createOwnSideRepository(db)
  const round = createSyncRound({
    db, clock, log: createLogger('silent'), sourceOf: () => source, accessOf: () => ({ mailbox, refreshToken: null }), windowAt: () => window,
    policy: () => ({ internal: false, free: false, allDayAbsence: false, declined: false, private: 'ignore', heldAfterDays: null, putInCalendar: false }),
    matchSide: createMatchSide({ exact: createEvidenceRepository(db).exact, own: () => ownSide.get() }),
    contacts: { insertContacts, changeContacts, firmFor: createRegisteringRepository(db).firmFor },
  })
  const figures = await measured(() => round({ hold: { managerId, owner: 'bench', fence: 1 }, signal: new AbortController().signal }))
  tell(figures, (query) => Number(db.sql.first<{ n: number }>(query)?.n))
  await db.close()
}

run().then(() => process.exit(0), (error: unknown) => { process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`); process.exit(1) })
