import { createGraphCalendar } from '@counterpane/backend/adapters/graph/graph-calendar'
import type { DeltaHabits } from '@counterpane/backend/demo/calendars/graph/demo-graph-delta'
import type { GraphTrouble } from '@counterpane/backend/demo/calendars/graph/demo-graph-troubles'
import { startGraphStand } from '../support/graph-stand'
import { insideOf } from './calendar-copybook'
import { calendarSourceCases } from './calendar-source-cases'
import { casesWindow, openCase, people, slotAt, timed } from './calendar-source-stand'

async function startGraph() {
  const { graph, world, clock, settings, close } = await startGraphStand()
  const { source } = createGraphCalendar({ settings, clock })
  return {
    source, world, clock, kind: 'exchange' as const, close, graph,
    accessOf: (mailbox: string) => ({ mailbox, refreshToken: null }),
    expireCursors: graph.expireRounds,
    throttleOnce: (mailbox: string, retryAfter: string) => { graph.troubles.add({ kind: 'throttled', retryAfter }, { mailbox }) },
    failOnce: (mailbox: string) => { graph.troubles.add({ kind: 'status', status: 503 }, { mailbox }) },
    counts: graph.gate.counts,
    settled: graph.notices.settled,
    lettersSent: () => graph.letters.length,
  }
}
calendarSourceCases('calendars of Exchange through Microsoft Graph', startGraph)

/** The same, with the stand-in's own switches at hand. */
async function openGraph() {
  let graph: Awaited<ReturnType<typeof startGraph>>['graph'] | null = null
  const opened = await openCase(async () => {
    const started = await startGraph()
    graph = started.graph
    return started
  })
  if (graph === null) throw new Error('The stand-in did not start.')
  return { ...opened, graph: graph as Awaited<ReturnType<typeof startGraph>>['graph'] }
}
const { olga } = people

describe('Graph as it is at times', () => {
  let now: Awaited<ReturnType<typeof openGraph>>
  beforeEach(async () => { now = await openGraph() })
  afterEach(() => now.close())
  const deltas = { path: 'calendarView/delta' }

  const habits: [string, Partial<DeltaHabits>][] = [
    ['empty pages', { emptyEvery: 2 }], ['items that come twice', { repeat: true }], ['another order', { reverse: true }], ['tombstones of deleted dates', { occurrenceTombstones: true }], ['all of it', { emptyEvery: 3, repeat: true, reverse: true, occurrenceTombstones: true }],
  ]
  test.each(habits)('with %s a reader knows what stands in the calendar', async (_name, bent) => {
    Object.assign(now.graph.habits, bent)
    for (let i = 0; i < 120; i++) now.meeting({ subject: `Meeting ${i}` })
    const { id } = now.weekly()
    await now.olgas.full()
    expect(now.olgas.inside()).toEqual(insideOf(now.world, olga.address, casesWindow))
    const slots = now.world.slots(id)
    now.world.deleteOccurrence(id, slotAt(slots, 1))
    now.world.moveOccurrence(id, slotAt(slots, 2), timed('2026-12-17T13:00:00Z', '2026-12-17T14:00:00Z'))
    now.world.cancel(now.meeting().id)
    await now.olgas.delta()
    expect(now.olgas.inside()).toEqual(insideOf(now.world, olga.address, casesWindow))
  })

  const failing: [string, GraphTrouble, string][] = [
    ['a page that is cut off', { kind: 'truncated' }, 'temporary'], ['a connection that ends half way', { kind: 'mid-body' }, 'temporary'], ['a connection that ends at once', { kind: 'reset' }, 'temporary'],
    ['a proxy\'s page', { kind: 'page' }, 'temporary'], ['a gateway\'s page', { kind: 'status', status: 502, html: true }, 'temporary'], ['a link to another house', { kind: 'foreign-link', host: 'https://elsewhere.example' }, 'rejected'],
    ['a link to the page itself', { kind: 'loop-link' }, 'rejected'], ['no link at all', { kind: 'no-link' }, 'rejected'], ['both links', { kind: 'both-links' }, 'rejected'], ['the end of what is remembered', { kind: 'state-gone' }, 'cursor-expired'],
    ['a wait of nonsense', { kind: 'throttled', retryAfter: 'soon' }, 'rate-limited'], ['a wait without a time', { kind: 'throttled', retryAfter: null }, 'rate-limited'], ['a closed door', { kind: 'forbidden' }, 'forbidden'],
  ]
  test.each(failing)('%s ends the round as what it is, and the next one is whole', async (_name, trouble, code) => {
    now.meeting()
    now.graph.troubles.add(trouble, deltas)
    await expect(now.olgas.full()).rejects.toMatchObject({ name: 'ProviderFailure', code })
    expect(now.olgas.list()).toEqual([])
    now.clock.advance(3_600_000)
    await now.olgas.full()
    expect(now.olgas.inside()).toEqual(insideOf(now.world, olga.address, casesWindow))
    expect(now.graph.gate.counts(olga.address).early).toBe(0)
  })

  test.each(['unknown-words', 'new-fields', 'missing-fields', 'huge-body', 'crowd', 'sentinel-dates'] as const)('rows with %s stop nobody', async (kind) => {
    for (let i = 0; i < 3; i++) now.meeting()
    now.graph.troubles.add({ kind }, deltas)
    await now.olgas.full()
    expect(now.olgas.list().length + now.olgas.unreadable.size).toBe(3)
    expect(now.olgas.list().length).toBeGreaterThanOrEqual(kind === 'sentinel-dates' ? 0 : 2)
  })

  test('one item that can\'t be understood is told as such, and the others are whole', async () => {
    const [poisoned] = [now.meeting(), now.meeting(), now.meeting()].map(({ eventIds }) => eventIds[olga.address] ?? '')
    now.graph.bend.poison.add(poisoned ?? '')
    await now.olgas.full()
    expect([...now.olgas.unreadable.keys()]).toEqual([poisoned])
    expect(now.olgas.list()).toHaveLength(2)
    expect(await now.source.read(now.accessOf(olga.address), poisoned ?? '')).toMatchObject({ kind: 'unreadable' })
    now.graph.bend.poison.clear()
    expect(await now.source.read(now.accessOf(olga.address), poisoned ?? '')).toMatchObject({ kind: 'event' })
  })

  test('a token that has ended is replaced, once', async () => {
    now.meeting()
    await now.olgas.full()
    const { asked } = now.graph.tokens.state
    now.graph.tokens.revoke()
    await now.olgas.delta()
    expect(now.graph.tokens.state.asked).toBe(asked + 1)
  })
})
