import { assertHeld } from '@counterpane/backend/features/calendar-sync/holds.repository'
import { ProviderFailure, type ProviderFailureCode } from '@counterpane/backend/ports/provider-failure'
import { createWorkerHouse, idleRound, type WorkerHouse } from '../support/calendar-workers'

const minute = 60_000
const hour = 60 * minute
let house: WorkerHouse
afterEach(() => house.close())
const fails = (code: ProviderFailureCode, seconds: number | null = null) => () => Promise.reject(new ProviderFailure(code, seconds))

test('a calendar is read when it is due, is healthy after it, and is looked at again by the clock', async () => {
  house = await createWorkerHouse()
  const worker = await house.worker(() => ({ kind: 'full', changed: true, cursor: 'c1' }))
  await worker.tick()
  const since = house.clock.now()
  expect(await house.row()).toMatchObject({ state: 'healthy', problem: null, since, lastRoundAt: since, failures: 0, dueAt: new Date(house.clock.at() + 300_000) })
  await worker.tick()
  expect(house.rounds()).toBe(1)
  house.clock.advance(5 * minute)
  await worker.tick()
  expect(house.rounds()).toBe(2)
  expect((await house.row()).since).toEqual(since)
})

test('an idle round writes nothing; the heartbeat tells later when it was', async () => {
  house = await createWorkerHouse()
  const cursors: unknown[] = []
  const worker = await house.worker((run, nth) => { cursors.push(run.cursor); return { kind: nth === 1 ? 'full' : 'delta', changed: nth === 1, cursor: `c${nth}` } })
  await worker.tick()
  for (let round = 2; round < 5; round++) {
    house.clock.advance(5 * minute)
    await worker.tick() // the heartbeat is due in this look, before the round
    expect(house.rounds()).toBe(round)
  }
  house.clock.advance(10_000)
  await house.ring()
  await worker.tick()
  expect(cursors).toEqual([null, 'c1', 'c2', 'c3', 'c4'])
  const at = house.clock.at()
  house.clock.advance(5 * minute)
  await worker.tick()
  const before = house.writes()
  house.clock.advance(15_000)
  await worker.tick()
  expect([house.writes(), (await house.row()).lastRoundAt?.getTime()]).toEqual([before, at])
  house.clock.advance(5_000)
  await worker.tick()
  expect(await house.row()).toMatchObject({ lastRoundAt: new Date(at + 5 * minute), dueAt: new Date(at + 10 * minute) })
})

test.each([
  ['rate-limited', 7.5, 'waiting', 'throttled', 7_500, 8_500], ['rate-limited', 86_400, 'waiting', 'throttled', 86_400_000, 86_460_000], ['rate-limited', 0, 'waiting', 'throttled', 0, 1_000],
  ['rate-limited', null, 'waiting', 'throttled', 5_000, 30_000], ['temporary', 1_200, 'waiting', 'unreachable', 1_200_000, 1_260_000], ['temporary', null, 'waiting', 'unreachable', 5_000, 30_000], ['timed-out', null, 'waiting', 'unreachable', 5_000, 30_000],
  ['auth-expired', null, 'needs-sign-in', 'signed-out', hour, hour + minute], ['consent-missing', null, 'needs-sign-in', 'no-consent', hour, hour + minute],
  ['forbidden', null, 'not-permitted', 'refused', hour, hour + minute], ['not-configured', null, 'not-permitted', 'not-configured', hour, hour + minute],
  ['gone', null, 'not-permitted', 'no-mailbox', 24 * hour, 24 * hour + minute], ['rejected', null, 'waiting', 'unreadable-answer', 5_000, 30_000],
] as const)('%s (%s s) makes the calendar %s for %s, and it is tried again in time', async (code, seconds, state, problem, from, to) => {
  house = await createWorkerHouse()
  const worker = await house.worker(fails(code, seconds))
  await worker.tick()
  const row = await house.row()
  expect(row).toMatchObject({ state, problem, since: house.clock.now(), failures: 1, waitUntil: seconds === null ? null : new Date(house.clock.at() + seconds * 1_000) })
  expect(row.dueAt.getTime() - house.clock.at()).toBeGreaterThanOrEqual(from)
  expect(row.dueAt.getTime() - house.clock.at()).toBeLessThanOrEqual(to)
  house.clock.advance(from - 1)
  await worker.tick()
  const tried = house.rounds()
  expect(tried).toBe(1)
  house.clock.advance(to - from + 1)
  await worker.tick()
  expect(house.rounds()).toBe(2)
  expect((await house.row()).since).toEqual(row.since)
})

test('a database that can’t be written to, and what nobody foresaw, are told apart', async () => {
  house = await createWorkerHouse({ count: 2 })
  const worker = await house.worker((run) => Promise.reject(run.hold.managerId === house.first ? Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }) : new TypeError('x of undefined')))
  await worker.tick()
  expect((await house.row()).problem).toBe('storage')
  expect((await house.row(house.ids[1])).problem).toBe('unreadable-answer')
})

test.each(['rate-limited', 'temporary'] as const)('a round that is asked for starts at once whatever our own patience says, but not before the provider’s (%s) ends, and neither does a program started anew', async (code) => {
  house = await createWorkerHouse()
  const answers = [fails('temporary'), fails(code, 60), () => idleRound]
  const worker = await house.worker((_run, nth) => answers[nth - 1]!())
  await worker.tick()
  await house.ring() // a bell knows nothing of our patience
  await worker.tick()
  expect(house.rounds()).toBe(1)
  await house.press()
  await worker.tick()
  expect(house.rounds()).toBe(2)
  await house.press()
  await worker.tick()
  const again = await house.worker(() => idleRound, { own: true })
  house.clock.advance(59_999)
  await worker.tick()
  await worker.stop()
  await again.tick()
  expect(house.rounds()).toBe(2)
  house.clock.advance(1)
  await again.tick()
  expect(house.rounds()).toBe(3)
  const row = await house.row()
  expect([row.state, row.asksTaken]).toEqual(['healthy', row.asks])
})

test.each(['idle', 'changed', 'failing'])('asked during a round that ends %s, one more follows', async (end) => {
  house = await createWorkerHouse()
  await house.set({ state: 'healthy', problem: null, cursor: 'c' })
  const worker = await house.worker(async (_run, nth) => {
    if (nth > 1) return idleRound
    await house.press()
    await house.press()
    if (end === 'failing') throw new ProviderFailure('forbidden')
    return { ...idleRound, changed: end === 'changed' }
  })
  await worker.tick()
  await worker.tick()
  await worker.tick()
  expect(house.rounds()).toBe(2)
  expect(await house.row()).toMatchObject({ state: 'healthy', asks: 2, asksTaken: 2 })
})

test('a ring that comes while its round begins is not lost', async () => {
  house = await createWorkerHouse()
  const worker = await house.worker(async (_run, nth) => { if (nth === 1) await house.ring(); return idleRound })
  await worker.tick()
  house.clock.advance(3_000)
  await worker.tick()
  expect(house.rounds()).toBe(2)
})

test('rings that do not end make a round every three seconds, the last of them too; a person does not wait', async () => {
  house = await createWorkerHouse()
  const worker = await house.worker()
  await worker.tick()
  const before = house.rounds()
  for (let ring = 0; ring < 90; ring++) { house.clock.advance(100); await house.ring(); await worker.tick() }
  expect(house.rounds() - before).toBe(3)
  await house.ring()
  house.clock.advance(2_900)
  await worker.tick()
  expect(house.rounds() - before).toBe(3)
  house.clock.advance(100)
  await worker.tick()
  expect(house.rounds() - before).toBe(4)
  await house.press()
  await worker.tick()
  expect(house.rounds() - before).toBe(5)
  expect(await house.row()).toMatchObject({ asksTaken: (await house.row()).asks })
})

test('whoever is named in the table as due by somebody else is read, held or not', async () => {
  house = await createWorkerHouse()
  const worker = await house.worker()
  await worker.tick()
  house.clock.advance(1_000)
  await house.set({ dueAt: house.clock.now() })
  await worker.tick()
  expect(house.rounds()).toBe(2)
})

test('one calendar’s trouble does not stop the others, and at most eight are read at once, six of them whole', async () => {
  house = await createWorkerHouse({ count: 12 })
  for (const id of house.ids.slice(0, 2)) await house.set({ cursor: 'c', dueAt: new Date(house.clock.at() - 1) }, id)
  const [now, most] = [{ all: 0, whole: 0 }, { all: 0, whole: 0 }]
  const worker = await house.worker(async (run) => {
    const whole = house.ids.indexOf(run.hold.managerId) >= 2 ? 1 : 0
    now.all++
    now.whole += whole
    most.all = Math.max(most.all, now.all)
    most.whole = Math.max(most.whole, now.whole)
    await new Promise((resolve) => setTimeout(resolve, 50))
    now.all--
    now.whole -= whole
    if (run.hold.managerId === house.first) throw new Error('poison')
    return idleRound
  })
  await worker.tick()
  expect([house.rounds(), most]).toEqual([12, { all: 8, whole: 6 }])
  expect(await house.db.prisma.calendarMailbox.count({ where: { state: 'healthy' } })).toBe(11)
})

test('a full round of a calendar that was healthy is said while it runs', async () => {
  house = await createWorkerHouse()
  await house.set({ state: 'healthy', problem: null, cursor: 'c', lastRoundAt: new Date(1), roundKind: 'full', since: new Date(1) })
  const worker = await house.worker(async (run) => {
    run.onProgress?.()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await house.row()).toMatchObject({ state: 'catching-up', problem: 'full-round', since: house.clock.now() })
    return { kind: 'full', changed: true, cursor: 'd' }
  })
  await worker.tick()
  expect(await house.row()).toMatchObject({ state: 'healthy', problem: null })
})

test('a manager who is switched off is not read', async () => {
  house = await createWorkerHouse()
  await house.db.prisma.manager.update({ where: { id: house.first }, data: { active: false } })
  await (await house.worker()).tick()
  expect(house.rounds()).toBe(0)
})

test('a clock that is set back by a day does not stop the reading', async () => {
  house = await createWorkerHouse()
  const worker = await house.worker()
  await worker.tick()
  house.clock.advance(-24 * hour)
  await worker.tick()
  expect(house.rounds()).toBe(2)
  const second = await house.worker(undefined, { own: true })
  house.clock.advance(-24 * hour)
  await second.tick() // a lease from the day after tomorrow is nobody's
  expect(house.rounds()).toBe(3)
})

test('chores follow a round that went well; one that fails harms nobody', async () => {
  house = await createWorkerHouse()
  const done: string[] = []
  const chores = [() => Promise.reject(new ProviderFailure('temporary')), async (managerId: string, hold: { managerId: string; owner: string; fence: number }) => { await house.db.write((tx) => assertHeld(tx, hold)); done.push(managerId) }]
  const worker = await house.worker((_run, nth) => (nth === 1 ? idleRound : fails('temporary')()), { chores })
  await worker.tick()
  house.clock.advance(5 * minute)
  await worker.tick()
  expect(done).toEqual([house.first])
})

test('housekeeping is done once an hour, by itself', async () => {
  house = await createWorkerHouse()
  let kept = 0
  const worker = await house.worker(undefined, { housekeeping: [() => Promise.reject(new Error('no')), async () => void kept++] })
  for (let quarter = 0; quarter < 9; quarter++) { await worker.tick(); house.clock.advance(15 * minute) }
  expect(kept).toBe(3)
})
