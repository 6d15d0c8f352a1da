import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { HoldLost, assertHeld } from '@counterpane/backend/features/calendar-sync/holds.repository'
import { ProviderFailure } from '@counterpane/backend/ports/provider-failure'
import { createWorkerHouse, idleRound, type WorkerHouse } from '../support/calendar-workers'
import { root } from '../support/repository-files'

const minute = 60_000
const hour = 60 * minute
let house: WorkerHouse
afterEach(() => house.close())

test('a stopped worker ends its rounds and gives its calendars back', async () => {
  house = await createWorkerHouse({ count: 2 })
  let aborted = 0
  const worker = await house.worker((run) => new Promise((_resolve, reject) => run.signal.addEventListener('abort', () => { aborted++; reject(run.signal.reason as Error) })))
  void worker.tick()
  await new Promise((resolve) => setTimeout(resolve, 300))
  await worker.stop()
  expect(aborted).toBe(2)
  for (const id of house.ids) expect(await house.row(id)).toMatchObject({ leaseOwner: null, leaseUntil: null, state: 'catching-up', failures: 0 })
  const next = await house.worker(undefined)
  await next.tick()
  expect(house.rounds()).toBe(4)
})

test('a round that gets nowhere for five minutes is given up, retaken, and what it still writes is refused', async () => {
  house = await createWorkerHouse()
  let late: Promise<unknown> | null = null
  let release = () => {}
  const worker = await house.worker((run, nth) => {
    if (nth > 1) return idleRound
    late = new Promise<void>((resolve) => { release = resolve }).then(() => house.db.write((tx) => assertHeld(tx, run.hold)))
    return late.then(() => idleRound)
  })
  void worker.tick()
  await new Promise((resolve) => setTimeout(resolve, 200))
  house.clock.advance(5 * minute)
  await worker.wake()
  void worker.tick()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(house.rounds()).toBe(1)
  house.clock.advance(1)
  await worker.tick()
  expect([house.rounds(), (await house.row()).state]).toEqual([2, 'healthy'])
  release()
  await expect(late).rejects.toThrow(HoldLost)
})

test('two workers over one database never hold one calendar at a time', async () => {
  house = await createWorkerHouse({ count: 12 })
  const at = new Map<string, number>()
  let clashes = 0
  const slowly = (name: string) => async (run: { hold: { managerId: string } }) => {
    const { managerId } = run.hold
    if (at.has(managerId)) clashes++
    at.set(managerId, 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
    at.delete(managerId)
    return { ...idleRound, cursor: name }
  }
  const workers = [await house.worker(slowly('a')), await house.worker(slowly('b'))]
  for (let turn = 0; turn < 6; turn++) {
    await Promise.all(workers.map((worker) => worker.tick()))
    house.clock.advance(5 * minute)
    for (const id of house.ids) await house.ring(id)
  }
  expect(clashes).toBe(0)
  expect([...house.calls.values()].every((count) => count === 6)).toBe(true)
})

test('a dead worker’s calendar is retaken when its lease has ended, not before', async () => {
  house = await createWorkerHouse()
  const dead = await house.worker(undefined)
  await dead.tick()
  const next = await house.worker(undefined)
  await house.press()
  house.clock.advance(89_999)
  await next.tick()
  expect(house.rounds()).toBe(1)
  house.clock.advance(1)
  await next.tick()
  expect(house.rounds()).toBe(2)
  // The dead one wakes up: what it thinks it holds is not its own any more.
  await dead.tick()
  expect(house.rounds()).toBe(2)
})

test('a setting begun anew ends the hold of the old one', async () => {
  house = await createWorkerHouse()
  const fences: number[] = []
  const worker = await house.worker((run) => { fences.push(run.hold.fence); return idleRound })
  await worker.tick()
  const { fence } = await house.row()
  const now = house.clock.now()
  await house.db.prisma.calendarMailbox.delete({ where: { managerId: house.first } })
  await house.db.prisma.calendarMailbox.create({ data: { managerId: house.first, provider: 'google', mailbox: 'x@firm.example', since: now, dueAt: now, createdAt: now, fence: fence + 1 } })
  await worker.tick()
  expect(fences).toEqual([fence, fence + 2])
})

test('two hundred calendars come back within a quarter of an hour after an hour’s outage, not all at once', async () => {
  house = await createWorkerHouse({ count: 200 })
  let seed = 1
  const random = () => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return seed / 2_147_483_648 }
  const begin = house.clock.at()
  const back = new Map<string, number>()
  const perSecond = new Map<number, number>()
  let requests = 0
  const worker = await house.worker((run) => {
    const second = Math.floor((house.clock.at() - begin) / 1_000)
    requests++
    if (house.clock.at() - begin < hour) throw new ProviderFailure('temporary')
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1)
    if (!back.has(run.hold.managerId)) back.set(run.hold.managerId, second)
    return idleRound
  }, { random })
  for (let second = 0; second < 75 * 60; second += 15) {
    await worker.tick()
    house.clock.advance(15_000)
    if (back.size === 200) break
  }
  const lastAt = Math.max(...back.values()) - 3_600
  process.stdout.write(`outage: ${requests} requests of 200 calendars, back after ${lastAt} s, at most ${Math.max(...perSecond.values())} in 15 s\n`)
  expect(back.size).toBe(200)
  expect(lastAt).toBeLessThanOrEqual(900)
  expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(60)
  expect(requests).toBeLessThan(200 * 30)
  expect(await house.db.prisma.calendarMailbox.count({ where: { state: 'healthy', problem: null, failures: 0 } })).toBe(200)
}, 240_000)

/** A worker as a process of its own; what it says, as it says it. */
function aWorkerProcess(database: string, children: ChildProcess[]) {
  const child = spawn(process.execPath, [path.join(root, 'tests/dist/support/calendar-worker-process.js'), database], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  let said = ''
  child.stdout.on('data', (data: Buffer) => { said += data.toString() })
  return {
    said: () => said, send: (signal: NodeJS.Signals) => child.kill(signal),
    async says(word: string) {
      for (const end = Date.now() + 30_000; !said.includes(word);) {
        if (Date.now() > end) throw new Error(`"${word}" was never said, but: ${said}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
  }
}

test('a process that was stopped in the middle of a round finds its calendar in other hands, and its write is refused', async () => {
  house = await createWorkerHouse()
  const children: ChildProcess[] = []
  try {
    const first = aWorkerProcess(house.path, children)
    await first.says('begin')
    first.send('SIGSTOP')
    const second = aWorkerProcess(house.path, children)
    await second.says('wrote')
    const { fence, leaseOwner } = await house.row()
    first.send('SIGCONT')
    await first.says('refused')
    expect(first.said()).not.toContain('wrote')
    expect(await house.row()).toMatchObject({ fence, leaseOwner })
  } finally {
    for (const child of children) { child.kill('SIGCONT'); child.kill('SIGKILL') }
  }
}, 90_000)
