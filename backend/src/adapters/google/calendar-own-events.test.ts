import type { calendar_v3 } from '@googleapis/calendar'
import { anyVersion, type OwnEvent } from '../../ports/own-calendar'
import { ProviderFailure } from '../../ports/provider-failure'
import { createOwnEvents } from './calendar-own-events'
import { googleEvent, type GoogleEvent } from './calendar-json'
import type { CalendarCalls } from './calendar-calls'

const access = { mailbox: 'olga@demo.example', refreshToken: null }
const plan: OwnEvent = { subject: 'Call Beta', text: 'About prices', location: '', startsAt: Date.parse('2026-12-01T10:00:00Z'), endsAt: Date.parse('2026-12-01T10:30:00Z'), mark: '01980000-0000-7000-8000-000000000001' }
type Stored = calendar_v3.Schema$Event
const parse = (event: Stored): GoogleEvent => googleEvent.parse(event)

/** A calendar as the calls see it: ids taken for ever, etags that grow. */
function aCalendar(there: Stored[] = []) {
  const stored = new Map(there.map((event) => [event.id ?? '', event]))
  const log: string[] = []
  let version = 100
  const before = { patch: (): void => undefined }
  const get = (id: string) => stored.get(id) ?? (() => { throw new ProviderFailure('gone') })()
  const put = (event: Stored) => { const kept = { ...event, etag: `"${++version}"` }; stored.set(kept.id ?? '', kept); return kept }
  const calls = (() => ({
    event: async (id: string) => { log.push('read'); return get(id) },
    insert: async (event: Stored) => { log.push('insert'); return stored.has(event.id ?? '') ? null : parse(put(event)) },
    patch: async (id: string, etag: string, event: Stored) => { log.push('patch'); before.patch(); if (get(id).etag !== etag) throw new ProviderFailure('stale'); return parse(put({ ...get(id), ...event })) },
    remove: async (id: string, etag: string) => { log.push('remove'); if (get(id).etag !== etag) throw new ProviderFailure('stale'); put({ ...get(id), status: 'cancelled' }) },
  })) as unknown as CalendarCalls
  return { own: createOwnEvents(calls), before, log, stored, touch: (id: string, more: Stored) => put({ ...get(id), ...more }) }
}
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof ProviderFailure ? error.code : String(error)))
const guest = { attendees: [{ email: 'alice@customer.example' }] }

test('a plan becomes one appointment, marked, without guests, however often it is asked for', async () => {
  const { own, stored, log } = aCalendar()
  const first = await own.create(access, plan)
  expect(await own.create(access, plan)).toEqual(first)
  expect(first.eventId).toMatch(/^[a-v0-9]{20,80}$/)
  expect([...stored.values()]).toEqual([{
    id: first.eventId, etag: first.version, summary: 'Call Beta', description: 'About prices', location: '', start: { dateTime: '2026-12-01T10:00:00.000Z' }, end: { dateTime: '2026-12-01T10:30:00.000Z' },
    extendedProperties: { private: { counterpaneContact: plan.mark } },
  }])
  expect(log).toEqual(['insert', 'insert', 'read'])
})

test('asked for again with another time, or after it was taken out, it stands there again as it should', async () => {
  const { own, stored, touch } = aCalendar()
  const { eventId } = await own.create(access, plan)
  await own.create(access, { ...plan, startsAt: plan.startsAt + 3_600_000, endsAt: plan.endsAt + 3_600_000 })
  expect(stored.get(eventId)?.start?.dateTime).toBe('2026-12-01T11:00:00.000Z')
  touch(eventId, { status: 'cancelled' })
  const again = await own.create(access, plan)
  expect(again.eventId).not.toBe(eventId)
  expect([stored.get(again.eventId)?.start?.dateTime, stored.get(eventId)?.status]).toEqual(['2026-12-01T10:00:00.000Z', 'cancelled'])
  expect(await own.create(access, plan)).toEqual(again)
})

test('two plans never share an id', async () => {
  const { own } = aCalendar()
  expect((await own.create(access, plan)).eventId).not.toBe((await own.create(access, { ...plan, mark: 'other' })).eventId)
})

test('a move is written over the version that was seen, and no other', async () => {
  const { own, stored, touch } = aCalendar()
  const made = await own.create(access, plan)
  const moved = await own.change(access, made, { ...plan, startsAt: plan.startsAt + 60_000 })
  expect([moved.eventId, stored.get(made.eventId)?.start?.dateTime]).toEqual([made.eventId, '2026-12-01T10:01:00.000Z'])
  expect(await codeOf(own.change(access, made, plan))).toBe('stale')
  touch(made.eventId, { status: 'cancelled' })
  expect(await codeOf(own.change(access, moved, plan))).toBe('gone')
  expect(await codeOf(own.change(access, { eventId: 'never', version: '"1"' }, plan))).toBe('gone')
})

test('whatever stands there is written over, when that is asked for; what changes after the look is not', async () => {
  const { own, stored, touch, before } = aCalendar()
  const { eventId } = await own.create(access, plan)
  const force = { eventId, version: anyVersion }
  touch(eventId, { summary: 'Changed by hand' })
  const moved = await own.change(access, force, { ...plan, startsAt: plan.startsAt + 60_000 })
  expect([stored.get(eventId)?.etag, stored.get(eventId)?.summary, stored.get(eventId)?.start?.dateTime]).toEqual([moved.version, 'Call Beta', '2026-12-01T10:01:00.000Z'])
  before.patch = () => { touch(eventId, { summary: 'Again' }) }
  expect(await codeOf(own.change(access, force, plan))).toBe('stale')
  touch(eventId, guest)
  expect(await codeOf(own.change(access, force, plan))).toBe('rejected')
})

test('without an etag nothing is changed: it could be written over unseen', async () => {
  const { own, touch, stored, log } = aCalendar()
  const { eventId } = await own.create(access, plan)
  stored.set(eventId, { ...touch(eventId, {}), etag: undefined })
  expect([await codeOf(own.change(access, { eventId, version: anyVersion }, plan)), await codeOf(own.remove(access, eventId))]).toEqual(['temporary', 'temporary'])
  expect(log.filter((call) => call === 'patch' || call === 'remove')).toEqual([])
})

test('what has guests meanwhile is neither moved nor taken out nor put back: they would hear of it', async () => {
  const { own, touch, log } = aCalendar()
  const made = await own.create(access, plan)
  const { etag } = touch(made.eventId, guest)
  expect(await codeOf(own.change(access, { ...made, version: etag ?? '' }, plan))).toBe('rejected')
  expect(await codeOf(own.remove(access, made.eventId))).toBe('rejected')
  expect(await codeOf(own.create(access, { ...plan, subject: 'Other' }))).toBe('rejected')
  expect(log.filter((call) => call === 'patch' || call === 'remove')).toEqual([])
})

test('an appointment that does not carry our mark is not ours to touch', async () => {
  const { own, log } = aCalendar([{ id: 'foreign', etag: '"1"', status: 'confirmed', start: { dateTime: '2026-12-01T10:00:00Z' } }])
  expect([await codeOf(own.change(access, { eventId: 'foreign', version: '"1"' }, plan)), await codeOf(own.remove(access, 'foreign'))]).toEqual(['rejected', 'rejected'])
  expect(log).toEqual(['read', 'read'])
})

test('an all-day appointment lets its dates go when it gets a time', async () => {
  const { own, stored, touch } = aCalendar()
  const made = await own.create(access, plan)
  const { etag } = touch(made.eventId, { start: { date: '2026-12-01' }, end: { date: '2026-12-02' } })
  await own.change(access, { ...made, version: etag ?? '' }, plan)
  expect(stored.get(made.eventId)?.start).toEqual({ dateTime: '2026-12-01T10:00:00.000Z', date: null })
})

test('taking out twice, or what was never there, does nothing', async () => {
  const { own, log, stored } = aCalendar()
  const { eventId } = await own.create(access, plan)
  await own.remove(access, eventId)
  await own.remove(access, eventId)
  await own.remove(access, 'never')
  expect([stored.get(eventId)?.status, log.filter((call) => call === 'remove').length]).toEqual(['cancelled', 1])
})

test('a consent that covers reading only is named so', async () => {
  const refuse = () => Promise.reject(new ProviderFailure('consent-missing'))
  const own = createOwnEvents((() => ({ event: refuse, insert: refuse, patch: refuse, remove: refuse })) as unknown as CalendarCalls)
  expect([await codeOf(own.create(access, plan)), await codeOf(own.change(access, { eventId: 'a', version: '' }, plan)), await codeOf(own.remove(access, 'a'))]).toEqual(['forbidden', 'forbidden', 'forbidden'])
})
