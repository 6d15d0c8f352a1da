import { createGraphCalendar } from '@counterpane/backend/adapters/graph/graph-calendar'
import type { CalendarChange } from '@counterpane/backend/ports/calendar-source'
import { ProviderFailure } from '@counterpane/backend/ports/provider-failure'
import { startGraphStand, type GraphStand } from '../support/graph-stand'

let stand: GraphStand
let graph: ReturnType<typeof createGraphCalendar>
const anna = { mailbox: 'anna@north.example', refreshToken: null }
const at = Date.parse('2026-11-25T09:00:00Z')
const plan = { subject: 'Call Bert', text: 'About <the> offer', location: 'Office', startsAt: at, endsAt: at + 1_800_000, mark: '0193c0de-0000-7000-8000-000000000001' }
beforeEach(async () => {
  stand = await startGraphStand()
  stand.world.addMailbox({ address: anna.mailbox, kind: 'exchange', name: 'Anna', zone: 'Europe/Berlin' })
  graph = createGraphCalendar({ settings: stand.settings, clock: stand.clock })
})
afterEach(() => stand.close())

const codeOf = (promise: Promise<unknown>) => promise.then(() => 'none', (error: unknown) => (error instanceof ProviderFailure ? error.code : String(error)))
async function round(): Promise<CalendarChange[]> {
  const now = stand.clock.now().getTime()
  const changes: CalendarChange[] = []
  for await (const page of graph.source.changesSince(anna, { window: { from: now - 30 * 86_400_000, to: now + 180 * 86_400_000 } })) changes.push(...page.changes)
  return changes
}

it('an appointment of one\'s own is put there once, moved and taken out, and nobody receives anything', async () => {
  const made = await graph.own.create(anna, plan)
  expect(await graph.own.create(anna, plan)).toEqual(made)
  expect(await round()).toMatchObject([{ kind: 'event', event: { eventId: made.eventId, subject: 'Call Bert', attendees: [], organizedHere: true, start: { at } } }])
  const moved = await graph.own.change(anna, made, { ...plan, startsAt: at + 3_600_000, endsAt: at + 5_400_000 })
  expect(moved.eventId).toBe(made.eventId)
  expect(await graph.source.read(anna, made.eventId)).toMatchObject({ event: { start: { at: at + 3_600_000 } } })
  expect(await codeOf(graph.own.change(anna, made, plan))).toBe('stale')
  await graph.own.remove(anna, made.eventId)
  await graph.own.remove(anna, made.eventId)
  expect(await codeOf(graph.own.change(anna, moved, plan))).toBe('gone')
  expect(stand.graph.letters).toEqual([])
})
it('one that was given guests in the mail client is left alone', async () => {
  const made = await graph.own.create(anna, plan)
  const id = stand.world.find(anna.mailbox, made.eventId)?.appointmentId ?? ''
  stand.world.edit(id, { attendees: [{ name: 'Bert', address: 'bert@client.example' }] })
  expect(await codeOf(graph.own.change(anna, made, plan))).toBe('rejected')
  expect(await codeOf(graph.own.remove(anna, made.eventId))).toBe('rejected')
  expect(stand.graph.letters).toEqual([])
})
it('without the permission to write it is forbidden, and reading goes on', async () => {
  stand.graph.tokens.state.roles = ['Calendars.Read']
  expect(await codeOf(graph.own.create(anna, plan))).toBe('forbidden')
  expect(await round()).toEqual([])
})
it('a token that was revoked is replaced without anybody noticing', async () => {
  await graph.source.verify(anna)
  stand.graph.tokens.revoke()
  await Promise.all(Array.from({ length: 8 }, () => graph.source.verify(anna)))
  expect(stand.graph.tokens.state.asked).toBe(2)
})

describe('answers that are bent', () => {
  beforeEach(() => {
    for (let day = 0; day < 5; day++) stand.world.create({ organizer: { name: 'Anna', address: anna.mailbox }, subject: `Meeting ${day}`, attendees: [{ name: 'Bert', address: 'bert@client.example' }], span: { allDay: false, from: at + day * 86_400_000, to: at + day * 86_400_000 + 3_600_000 } })
  })
  const kinds = async () => (await round()).map(({ kind }) => kind)
  it.each(['unknown-words', 'missing-fields', 'new-fields', 'huge-body', 'crowd', 'sentinel-dates'] as const)('%s: every appointment is told', async (kind) => {
    stand.graph.troubles.add({ kind }, { path: 'delta' })
    expect(await kinds()).toEqual(Array(5).fill('event'))
  })
  it('one row that can\'t be understood takes no other with it', async () => {
    stand.graph.troubles.add({ kind: 'poison-row' }, { path: 'delta' })
    expect(await kinds()).toEqual(['unreadable', ...Array<string>(4).fill('event')])
  })
  it.each(['truncated', 'mid-body', 'page', 'reset'] as const)('%s passes, and the next round is whole', async (kind) => {
    stand.graph.troubles.add({ kind }, { path: 'delta' })
    expect(await codeOf(round())).toBe('temporary')
    expect(await kinds()).toEqual(Array(5).fill('event'))
  })
  it.each([{ kind: 'foreign-link', host: 'https://evil.example' }, { kind: 'loop-link' }, { kind: 'no-link' }, { kind: 'both-links' }] as const)('$kind leads nowhere', async (trouble) => {
    stand.graph.troubles.add(trouble, { path: 'delta' })
    expect(await codeOf(round())).toBe('rejected')
    expect(stand.graph.gate.counts(anna.mailbox).requests).toBe(1)
  })
})
