import { createGraphCalendar } from '@counterpane/backend/adapters/graph/graph-calendar'
import { createSyncRound } from '@counterpane/backend/features/calendar-sync/sync-round.service'
import { createSyncWorker } from '@counterpane/backend/features/calendar-sync/sync-worker'
import { createMatchSide } from '@counterpane/backend/features/calendar-sync/matched-side'
import { changeContacts, insertContacts } from '@counterpane/backend/features/contacts/contact-writes.repository'
import { createRegisteringRepository } from '@counterpane/backend/features/registering/registering.repository'
import { createEvidenceRepository } from '@counterpane/backend/features/sidebar/evidence.repository'
import { createOwnSideRepository } from '@counterpane/backend/features/sidebar/own-side.repository'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { plainPolicy } from '../support/calendar-house'
import { createWorkerHouse, type WorkerHouse } from '../support/calendar-workers'
import { startGraphStand, type GraphStand } from '../support/graph-stand'

const count = 200
const day = 86_400_000
const minute = 60_000
let house: WorkerHouse
let stand: GraphStand

beforeEach(async () => {
  house = await createWorkerHouse({ count })
  stand = await startGraphStand({ clock: { ...house.clock, set: () => {} } })
  for (const id of house.ids) {
    const address = `${id}@firm.example`
    stand.world.addMailbox({ address, kind: 'exchange' })
    stand.world.create({ organizer: { name: id, address }, span: { allDay: false, from: house.clock.at() + day, to: house.clock.at() + day + 3_600_000 }, subject: 'Plans' })
  }
}, 60_000)
afterEach(async () => { await stand.close(); await house.close() })

/** The worker with its own rounds and the real adapter; as many requests at once as the provider ever saw. */
async function aWorker() {
  const { db, clock } = house
  const { source } = createGraphCalendar({ settings: stand.settings, clock })
  const log = createLogger('silent')
  const accessOf = (managerId: string) => ({ mailbox: `${managerId}@firm.example`, refreshToken: null })
  const seen = { most: 0, under: 0 }
  const round = createSyncRound({
    db, clock, log, accessOf, sourceOf: () => source, policy: () => plainPolicy, windowAt: (now) => ({ from: now.getTime() - 30 * day, to: now.getTime() + 60 * day }),
    matchSide: createMatchSide({ exact: createEvidenceRepository(db).exact, own: createOwnSideRepository(db).get }), contacts: { insertContacts, changeContacts, firmFor: createRegisteringRepository(db).firmFor },
  })
  const worker = createSyncWorker({
    db, clock, log, sourceOf: () => source, accessOf, bellUrls: () => null, pollSeconds: 300, chores: [], housekeeping: [],
    round: async (run) => {
      seen.most = Math.max(seen.most, seen.under += 1)
      return round(run).finally(() => { seen.under -= 1 })
    },
  })
  return { worker, seen }
}
const healthy = () => house.db.prisma.calendarMailbox.count({ where: { state: 'healthy', problem: null, failures: 0 } })
const entries = () => house.db.prisma.calendarEntry.count({ where: { standing: 'planned' } })

async function tickFor(worker: { tick(): Promise<void> }, ms: number, until: () => Promise<boolean> = () => Promise.resolve(false), stepMs = 15_000): Promise<number> {
  for (let at = 0; at < ms; at += stepMs) {
    await worker.tick()
    if (await until()) return at
    house.clock.advance(stepMs)
  }
  return ms
}

test('when the provider forgets all its cursors at once, two hundred calendars are read anew a few at a time, and nothing is lost', async () => {
  const { worker, seen } = await aWorker()
  await tickFor(worker, minute, async () => await healthy() === count)
  expect(await entries()).toBe(count)
  const before = stand.graph.gate.totals().requests
  stand.graph.expireRounds()
  const took = await tickFor(worker, 15 * minute, async () => await house.db.prisma.calendarMailbox.count({ where: { baselineAt: { gt: new Date(house.clock.at() - 15 * minute), not: new Date('2026-11-22T09:00:00Z') }, state: 'healthy' } }) === count)
  const { requests, early, tooMany } = stand.graph.gate.totals()
  expect(took).toBeLessThan(15 * minute)
  expect(await entries()).toBe(count)
  // The old cursor, the first page, and little else; never more than eight calendars under way.
  expect(requests - before).toBeLessThanOrEqual(count * 6)
  expect({ early, tooMany }).toEqual({ early: 0, tooMany: 0 })
  expect(seen.most).toBeLessThanOrEqual(8)
}, 180_000)

test('after an hour in which the provider answered nobody, two hundred calendars are healthy within a quarter of an hour', async () => {
  const { worker } = await aWorker()
  await tickFor(worker, minute, async () => await healthy() === count)
  const end = stand.graph.troubles.always({ kind: 'status', status: 503 })
  const before = stand.graph.gate.totals().requests
  await tickFor(worker, 60 * minute, undefined, minute)
  expect(await healthy()).toBe(0)
  expect(stand.graph.gate.totals().requests - before).toBeLessThanOrEqual(count * 20)
  end()
  const took = await tickFor(worker, 15 * minute, async () => await healthy() === count, minute)
  expect(took).toBeLessThan(15 * minute)
  expect(await entries()).toBe(count)
  expect(stand.graph.gate.totals()).toMatchObject({ early: 0, tooMany: 0 })
}, 300_000)
