import { setImmediate } from 'node:timers/promises'
import { ProviderFailure, type ProviderFailureCode } from '../../ports/provider-failure'
import { createMailboxGate } from './mailbox-gate'

function aGate(max?: number) {
  const clock = { at: 1_000_000, now() { return new Date(this.at) } }
  return { clock, gate: createMailboxGate({ clock, max }) }
}
/** Requests that stay under way until they are ended. */
function requests() {
  const ends: (() => void)[] = []
  const seen = { now: 0, most: 0, begun: 0 }
  const work = () => new Promise<void>((resolve) => {
    seen.begun++
    seen.most = Math.max(seen.most, ++seen.now)
    ends.push(() => { seen.now--; resolve() })
  })
  return { work, seen, endOne: async () => { ends.shift()?.(); await setImmediate() } }
}
const fails = (code: ProviderFailureCode, seconds: number | null) => () => Promise.reject(new ProviderFailure(code, seconds))
const refusal = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => error as ProviderFailure)

it('of one mailbox four requests are under way at most, of others as many again', async () => {
  const { gate } = aGate()
  const one = requests()
  const other = requests()
  const all = Array.from({ length: 20 }, () => gate.run('Anna@North.example', one.work)).concat(Array.from({ length: 6 }, () => gate.run('bert@north.example', other.work)))
  await setImmediate()
  expect([one.seen.now, other.seen.now]).toEqual([4, 4])
  for (let turn = 0; turn < 20; turn++) { await one.endOne(); await other.endOne() }
  await Promise.all(all)
  expect([one.seen.most, one.seen.begun, other.seen.most]).toEqual([4, 20, 4])
})
it('a mailbox is the same in whatever case it is written', async () => {
  const { gate } = aGate(1)
  const { work, seen } = requests()
  void gate.run('A@x.example', work)
  void gate.run('a@X.example', work)
  await setImmediate()
  expect(seen.now).toBe(1)
})
it('nothing leaves before a Retry-After has ended, and everybody learns how long that is', async () => {
  const { gate, clock } = aGate()
  expect(await refusal(gate.run('a', fails('rate-limited', 2.128)))).toMatchObject({ code: 'rate-limited', retryAfterSeconds: 2.128 })
  const { work, seen } = requests()
  clock.at += 1_000
  expect(await refusal(gate.run('a', work))).toMatchObject({ code: 'rate-limited', retryAfterSeconds: 1.128 })
  clock.at += 1_127
  expect(await refusal(gate.run('a', work))).toMatchObject({ code: 'rate-limited' })
  expect(seen.begun).toBe(0)
  clock.at += 1
  void gate.run('a', work)
  await setImmediate()
  expect(seen.begun).toBe(1)
})
it('those that waited for their turn are refused at once as well', async () => {
  const { gate } = aGate(1)
  const { work, seen } = requests()
  const first = refusal(gate.run('a', fails('temporary', 30)))
  const waiting = [gate.run('a', work), gate.run('a', work)].map(refusal)
  expect((await first)?.code).toBe('temporary')
  for (const one of await Promise.all(waiting)) expect(one).toMatchObject({ code: 'rate-limited', retryAfterSeconds: 30 })
  expect(seen.begun).toBe(0)
})
it('one that is throttled closes its own mailbox alone, and the longest wait counts', async () => {
  const { gate, clock } = aGate()
  await Promise.all([refusal(gate.run('a', fails('rate-limited', 60))), refusal(gate.run('a', fails('rate-limited', 5)))])
  clock.at += 6_000
  expect(await refusal(gate.run('a', async () => 'read'))).toMatchObject({ retryAfterSeconds: 54 })
  expect(await gate.run('b', async () => 'read')).toBe('read')
})
it('failures that name no time close nothing, and a clock that was set back makes no wait longer', async () => {
  const { gate, clock } = aGate()
  await refusal(gate.run('a', fails('rate-limited', null)))
  expect(await gate.run('a', async () => 'read')).toBe('read')
  await refusal(gate.run('a', fails('rate-limited', 10)))
  clock.at -= 86_400_000
  expect(await refusal(gate.run('a', async () => 'read'))).toMatchObject({ retryAfterSeconds: 10 })
  clock.at += 10_000
  expect(await gate.run('a', async () => 'read')).toBe('read')
})
it('a slot is free again whatever its request did, and errors come out as they were', async () => {
  const { gate } = aGate(1)
  const trouble = new Error('trouble')
  for (let turn = 0; turn < 5; turn++) await expect(gate.run('a', () => Promise.reject(trouble))).rejects.toBe(trouble)
  await expect(gate.run('a', () => { throw trouble })).rejects.toBe(trouble)
  expect(await gate.run('a', async () => 'read')).toBe('read')
})
it('many mailboxes are not remembered for ever, those that must wait are', async () => {
  const { gate } = aGate()
  await refusal(gate.run('throttled', fails('rate-limited', 60)))
  for (let at = 0; at < 3_000; at++) await gate.run(`m${at}`, async () => null)
  expect(gate.remembers()).toBeLessThan(1_000)
  expect(await refusal(gate.run('throttled', async () => null))).toMatchObject({ code: 'rate-limited' })
})
