import { setTimeout as wait } from 'node:timers/promises'
import { createTestClock } from '../support/test-clock'
import { freshDatabase } from '../support/database-template'
import { openDatabase, type Db } from '@counterpane/backend/platform/db/database'
import { type CalendarsDemo, createCalendarsDemo } from '@counterpane/backend/demo/calendars/calendars-demo'
import { listenOnLoopback } from '@counterpane/backend/demo/calendars/demo-faces'

const day = 86_400_000
let db: Db
let remove: () => void
const running: CalendarsDemo[] = []
beforeEach(async () => {
  const file = await freshDatabase('demo')
  db = await openDatabase({ path: file.path })
  remove = file.remove
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((demo) => demo.close()))
  await db.close()
  remove()
})
async function start({ clock = createTestClock('2026-11-25T08:00:00Z'), ...options }: { clock?: ReturnType<typeof createTestClock>; playing?: boolean; everyMs?: number } = {}) {
  const demo = await createCalendarsDemo({ clock, db, playing: false, ...options })
  running.push(demo)
  return demo
}
const around = (now: number) => ({ from: now - 30 * day, to: now + 180 * day })
const everything = ({ world, members }: CalendarsDemo) => members.flatMap(({ address }) => world.listOccurrences(address, around(world.clock.now().getTime())).map(({ mailbox, eventId, uid, subject, span, slot }) => ({ mailbox, eventId, uid, subject, span, slot })))

it('the calendars are the same after a restart in the same week', async () => {
  const first = everything(await start())
  const again = everything(await start({ clock: createTestClock('2026-11-26T15:00:00Z') }))
  expect(again).toEqual(first)
  expect(first.length).toBeGreaterThan(200)
})

it('what stands in a calendar keeps its uid and its time in the next week', async () => {
  const before = new Map(everything(await start()).map(({ mailbox, uid, slot, subject, span }) => [`${mailbox} ${uid} ${slot}`, JSON.stringify([subject, span])]))
  const after = everything(await start({ clock: createTestClock('2026-12-02T08:00:00Z') })).map(({ mailbox, uid, slot, subject, span }) => [`${mailbox} ${uid} ${slot}`, JSON.stringify([subject, span])] as const)
  const past = after.filter(([, words]) => words.includes('"allDay":false') && (JSON.parse(words) as [string, { from: number }])[1].from < Date.parse('2026-11-30T00:00:00Z'))
  expect(past.length).toBeGreaterThan(20)
  expect(past.filter(([key]) => !before.has(key))).toEqual([])
})

it('there is all that calendars hold: clients, a series, internal and private ones, an absence, and somebody nobody knows', async () => {
  const { world, members, guests } = await start()
  const now = world.clock.now().getTime()
  const copies = members.flatMap(({ address }) => world.listOccurrences(address, around(now)))
  const clients = new Set(guests.map(({ address }) => address))
  const outside = (copy: (typeof copies)[number]) => [copy.organizer, ...copy.attendees].map(({ address }) => address).filter((address) => !address.endsWith('@demo.example'))
  const past = copies.filter(({ span }) => !span.allDay && span.to < now && span.from > now - 9 * day)
  expect(past.some((copy) => outside(copy).some((address) => clients.has(address)))).toBe(true)
  expect(copies.filter(({ span }) => !span.allDay && Math.abs(span.from - now) < day / 2).length).toBeGreaterThan(2)
  for (const wanted of [
    copies.some((copy) => copy.slot !== null && outside(copy).length > 0), copies.some((copy) => copy.type === 'exception'), copies.some((copy) => copy.attendees.length > 1 && outside(copy).length === 0),
    copies.some(({ sensitivity }) => sensitivity === 'private'), copies.some(({ span, showAs }) => span.allDay && showAs === 'oof'), copies.some((copy) => outside(copy).some((address) => !clients.has(address))),
    copies.some(({ showAs }) => showAs === 'free'), copies.some(({ online }) => online !== null), copies.some(({ organizedHere, organizer }) => !organizedHere && clients.has(organizer.address)),
    copies.some(({ subject }) => /[а-я]/.test(subject)), copies.some(({ subject }) => /^[ -~]+$/.test(subject)),
  ]) expect(wanted).toBe(true)
})

it('managers with a calendar of their own keep it, and those of an earlier run begin anew', async () => {
  const now = new Date('2026-11-20T08:00:00Z')
  const row = { since: now, dueAt: now, createdAt: now, cursor: 'a cursor', state: 'healthy', fence: 3 }
  await db.write(async (tx) => {
    await tx.calendarMailbox.create({ data: { managerId: 'm-olga', provider: 'graph', mailbox: 'somebody@else.example', ...row } })
    await tx.calendarMailbox.create({ data: { managerId: 'm-anna', provider: 'google', mailbox: 'anna@demo.example', ...row } })
  })
  await start()
  const rows = db.sql.all<{ managerId: string; provider: string; mailbox: string; cursor: string | null; fence: number }>('SELECT managerId, provider, mailbox, cursor, fence FROM CalendarMailbox')
  expect(rows).toHaveLength(12)
  expect(rows.filter(({ provider }) => provider === 'google')).toHaveLength(6)
  expect(rows.find(({ managerId }) => managerId === 'm-olga')).toMatchObject({ mailbox: 'somebody@else.example', cursor: 'a cursor', fence: 3 })
  expect(rows.find(({ managerId }) => managerId === 'm-anna')).toMatchObject({ cursor: null, fence: 4 })
})

it('a step of the play is a meeting that arrives, moves or is cancelled, and they stay few', async () => {
  const { play, world, members } = await start()
  const before = members.reduce((sum, { address }) => sum + world.listCopies(address).length, 0)
  const kinds = new Set(Array.from({ length: 120 }, () => play.step()?.kind))
  expect([...kinds].filter((kind) => kind !== undefined).sort()).toEqual(['arrived', 'cancelled', 'moved'])
  expect(members.reduce((sum, { address }) => sum + world.listCopies(address).length, 0)).toBeLessThan(before + 60)
})

it.each([
  [{ verb: 'outage', kind: 'exchange', on: true }, 'graph', 6], [{ verb: 'outage', kind: 'google', on: false }, 'google', 6], [{ verb: 'silence', kind: 'google', on: true }, 'google', 6], [{ verb: 'throttle', kind: 'exchange' }, 'graph', 6],
  [{ verb: 'sign-out', mailbox: 'anna@demo.example', on: true }, 'google', 1], [{ verb: 'expire', mailbox: 'anna@demo.example' }, 'google', 1], [{ verb: 'pause', on: true }, 'none', 0],
])('%j has those whom it concerns looked at at once', async (body, provider, count) => {
  const { routes } = await start()
  const listening = await listenOnLoopback(routes)
  const answer = await fetch(`${listening.root}/demo/calendars/do`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  expect(await answer.json()).toEqual({ done: true })
  await listening.close()
  const asked = db.sql.all<{ provider: string; dueAt: number }>('SELECT provider, dueAt FROM CalendarMailbox WHERE asks > asksTaken')
  expect(asked).toEqual(Array.from({ length: count }, () => ({ provider, dueAt: 0 })))
})

it('nothing happens unwatched, nor when it is paused', async () => {
  const { play, world, members } = await start({ playing: true, everyMs: 5 })
  const revisions = () => members.map(({ address }) => world.revision(address)).join()
  const before = revisions()
  await wait(60)
  expect(play.state()).toMatchObject({ running: true, happened: [] })
  expect(revisions()).toBe(before)
})
