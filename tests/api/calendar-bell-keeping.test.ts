import { sha256 } from '@counterpane/backend/platform/crypto/digest'
import { ProviderFailure } from '@counterpane/backend/ports/provider-failure'
import { createWorkerHouse, idleRound, type WorkerHouse } from '../support/calendar-workers'

const minute = 60_000
const day = 24 * 60 * minute
const urls = { url: 'https://crm.example/webhooks/graph', lifecycleUrl: 'https://crm.example/webhooks/graph/lifecycle' }
let house: WorkerHouse
beforeEach(async () => { house = await createWorkerHouse() })
afterEach(() => house.close())
const aWorker = () => house.worker(() => idleRound, { bellUrls: () => urls, pollSeconds: 3_600 })
const bells = () => house.db.prisma.calendarSubscription.findMany({ orderBy: { createdAt: 'asc' } })

test('a bell is hung up after the first complete round, and what changed before it is read once more', async () => {
  const worker = await aWorker()
  await worker.tick()
  const [order] = house.bells.orders
  expect(order).toMatchObject(urls)
  expect(Buffer.from(order!.secret, 'base64url')).toHaveLength(32)
  const [bell] = await bells()
  expect(bell).toMatchObject({ id: order!.id, subscriptionId: `sub-${order!.id}`, secretHash: sha256(order!.secret), expiresAt: new Date(house.clock.at() + 7 * day) })
  expect(Math.abs(bell!.renewAt.getTime() - house.clock.at() - 3.5 * day)).toBeLessThan(day)
  house.clock.advance(3_000)
  await worker.tick()
  expect(house.rounds()).toBe(2)
  expect(JSON.stringify(await house.row()) + JSON.stringify(await bells())).not.toContain(order!.secret)
})

test('no bell is hung up where no round was complete, nor where nobody could ring', async () => {
  await (await house.worker(() => Promise.reject(new ProviderFailure('temporary')), { bellUrls: () => urls })).tick()
  await house.press()
  await (await house.worker(() => idleRound)).tick()
  expect([house.bells.orders, await bells()]).toEqual([[], []])
})

test('it is renewed at half its life, in place when the provider can', async () => {
  const worker = await aWorker()
  await worker.tick()
  const [bell] = await bells()
  house.clock.advance(3 * day)
  await worker.tick()
  expect(house.bells.orders).toHaveLength(1)
  house.clock.advance(day)
  await worker.tick()
  const after = await bells()
  expect(house.bells.orders).toHaveLength(2)
  expect(after).toMatchObject([{ id: bell!.id, secretHash: bell!.secretHash, subscriptionId: bell!.subscriptionId, expiresAt: new Date(house.clock.at() + 7 * day) }])
})

test('where renewing means a new one, the old one may ring until it ends', async () => {
  house.bells.renewByNewOnes()
  const worker = await aWorker()
  await worker.tick()
  const [old] = await bells()
  house.clock.advance(4 * day)
  await worker.tick()
  expect((await bells()).map(({ subscriptionId }) => subscriptionId)).toEqual([old!.subscriptionId, `sub-${house.bells.orders[1]!.id}`])
  expect(house.bells.ended).toEqual([old!.subscriptionId])
  house.clock.advance(3 * day + 1)
  await worker.tick()
  expect((await bells()).map(({ id }) => id)).not.toContain(old!.id)
})

test('one that is gone is hung up anew, and a round follows', async () => {
  const worker = await aWorker()
  await worker.tick()
  house.bells.fail.renew = new ProviderFailure('gone')
  house.clock.advance(4 * day)
  const before = house.rounds()
  await worker.tick()
  expect((await bells()).map(({ subscriptionId }) => subscriptionId)).toEqual([`sub-${house.bells.orders.at(-1)!.id}`])
  house.clock.advance(3_000)
  await worker.tick()
  expect(house.rounds() - before).toBe(2)
})

test('one that the provider took away while we were not looking is hung up anew at the next round', async () => {
  const worker = await aWorker()
  await worker.tick()
  await house.db.prisma.calendarSubscription.deleteMany()
  house.clock.advance(5_000)
  await house.ring()
  await worker.tick()
  expect(await bells()).toHaveLength(1)
})

test('a provider that refuses is asked again in an hour, not at each round, and the calendar is read by the clock', async () => {
  house.bells.fail.subscribe = new ProviderFailure('rejected')
  const worker = await aWorker()
  await worker.tick()
  const [refused] = await bells()
  expect(refused!.subscriptionId).toBeNull()
  expect(refused!.expiresAt.getTime()).toBeLessThanOrEqual(refused!.createdAt.getTime())
  for (let time = 0; time < 3; time++) { house.clock.advance(10 * minute); await house.ring(); await worker.tick() }
  expect([house.bells.orders.length, house.rounds(), (await house.row()).state]).toEqual([1, 4, 'healthy'])
  house.bells.fail.subscribe = null
  house.clock.advance(45 * minute)
  await worker.tick()
  expect((await bells()).map(({ subscriptionId }) => subscriptionId)).toEqual([`sub-${house.bells.orders[1]!.id}`])
})

test('a provider that does not answer is asked again soon, and is not called one that refuses', async () => {
  house.bells.fail.subscribe = new ProviderFailure('timed-out')
  const worker = await aWorker()
  await worker.tick()
  const [pending] = await bells()
  expect(pending!.expiresAt.getTime()).toBeGreaterThan(pending!.createdAt.getTime())
  house.bells.fail.subscribe = null
  house.clock.advance(7 * minute)
  await worker.tick()
  expect((await bells())[0]!.subscriptionId).not.toBeNull()
})
