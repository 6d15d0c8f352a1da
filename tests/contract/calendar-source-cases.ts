import { ProviderFailure } from '@counterpane/backend/ports/provider-failure'
import { bellCases } from './calendar-bell-cases'
import { insideOf } from './calendar-copybook'
import { planCases } from './calendar-plan-cases'
import { seriesCases } from './calendar-series-cases'
import { casesWindow, openCase, people, timed, type OpenCase, type SourceStand } from './calendar-source-stand'

export type { SourceStand } from './calendar-source-stand'
const { olga, anna, client } = people

/** What every CalendarSource keeps, whoever's calendars it reads. */
export function calendarSourceCases(name: string, start: () => Promise<SourceStand>): void {
  describe(name, () => {
    let now: OpenCase
    beforeEach(async () => { now = await openCase(start) })
    afterEach(async () => {
      expect(now.lettersSent()).toBe(0)
      await now.close()
    })
    const use = () => now
    const same = async (mailbox: string = olga.address, copybook = now.olgas) => expect(copybook.inside()).toEqual(insideOf(now.world, mailbox, casesWindow))
    const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => error)

    test('a full round tells everything inside the window, each event whole', async () => {
      const { eventIds, uid } = now.meeting({ online: 'https://meet.example/abc' })
      now.meeting({ span: timed('2026-08-01T09:00:00Z', '2026-08-01T10:00:00Z') })
      now.weekly()
      await now.olgas.full()
      await same()
      expect(now.olgas.list()).toHaveLength(6)
      expect(now.olgas.get(eventIds[olga.address])).toMatchObject({
        uid, seriesId: null, originalStart: null, subject: 'Plans for spring', location: 'Room 4', organizedHere: true, organizer: { address: olga.address }, cancelled: false, private: false, showAs: 'busy', kind: 'meeting',
        online: true, zoneUnknown: false, start: { kind: 'instant', at: Date.parse('2026-11-25T09:00:00Z') }, end: { kind: 'instant', at: Date.parse('2026-11-25T10:00:00Z') },
      })
      expect(now.olgas.get(eventIds[olga.address])?.text.trim()).toBe('What we talked about.')
      expect(now.olgas.get(eventIds[olga.address])?.attendees.map(({ address }) => address).sort()).toEqual([anna.address, client.address])
    })

    test('an empty calendar is a complete round too', async () => {
      await now.olgas.full()
      expect(now.olgas.list()).toEqual([])
      expect(now.olgas.cursor()).not.toBeNull()
    })

    test('many pages tell each event once', async () => {
      for (let i = 0; i < 230; i++) now.meeting({ subject: `Meeting ${i}`, attendees: [] })
      await now.olgas.full()
      await same()
      expect(new Set(now.olgas.list().map(({ subject }) => subject)).size).toBe(230)
    })

    test('a round in which nothing happened is one request', async () => {
      now.meeting()
      await now.olgas.full()
      const before = now.counts(olga.address).requests
      await now.olgas.delta()
      expect(now.counts(olga.address).requests).toBe(before + 1)
      await same()
    })

    test('an event that is made, edited or moved is told by the next round', async () => {
      const first = now.meeting()
      await now.olgas.full()
      const second = now.meeting({ subject: 'Second' })
      now.world.edit(first.id, { subject: 'Plans for summer' })
      now.world.move(first.id, timed('2026-11-26T13:00:00Z', '2026-11-26T14:30:00Z'))
      await now.olgas.delta()
      await same()
      expect(now.olgas.get(first.eventIds[olga.address])).toMatchObject({ subject: 'Plans for summer', start: { at: Date.parse('2026-11-26T13:00:00Z') } })
      expect(now.olgas.get(second.eventIds[olga.address])?.subject).toBe('Second')
    })

    test('times of changes grow', async () => {
      const { id, eventIds } = now.meeting()
      await now.olgas.full()
      const before = now.olgas.get(eventIds[olga.address])?.changedAt ?? Number.NaN
      now.clock.advance(60_000)
      now.world.edit(id, { subject: 'Later' })
      await now.olgas.delta()
      expect(now.olgas.get(eventIds[olga.address])?.changedAt).toBeGreaterThan(before)
    })

    test('an event that was moved out of the window is still there when it is read', async () => {
      const { id, eventIds } = now.meeting()
      await now.olgas.full()
      now.world.move(id, timed('2027-11-25T09:00:00Z', '2027-11-25T10:00:00Z'))
      await now.olgas.delta()
      await same()
      expect(now.olgas.inside()).toEqual([])
      const read = await now.source.read(now.accessOf(olga.address), eventIds[olga.address] ?? '')
      expect(read).toMatchObject({ kind: 'event', event: { start: { at: Date.parse('2027-11-25T09:00:00Z') } } })
      now.world.move(id, timed('2026-11-27T09:00:00Z', '2026-11-27T10:00:00Z'))
      await now.olgas.delta()
      await same()
    })

    test('a cancelled meeting is gone at its organiser\'s, and cancelled or gone at a guest\'s', async () => {
      const { id, eventIds } = now.meeting()
      await now.olgas.full()
      await now.annas.full()
      now.world.cancel(id)
      await now.olgas.delta()
      await now.annas.delta()
      await same()
      await same(anna.address, now.annas)
      expect(now.olgas.get(eventIds[olga.address])).toBeUndefined()
      const hers = now.annas.get(eventIds[anna.address])
      if (now.kind === 'exchange') expect(hers?.cancelled).toBe(true)
      else expect(hers).toBeUndefined()
    })

    test('what a guest answers stands in her own calendar and in the organiser\'s', async () => {
      const { id, eventIds } = now.meeting()
      await now.olgas.full()
      await now.annas.full()
      now.world.decline(id, anna.address)
      await now.olgas.delta()
      await now.annas.delta()
      expect(now.annas.get(eventIds[anna.address])).toMatchObject({ ownResponse: 'declined', organizedHere: false, organizer: { address: olga.address } })
      expect(now.olgas.get(eventIds[olga.address])?.attendees.find(({ address }) => address === anna.address)?.response).toBe('declined')
    })

    test('an event that somebody removes from his own calendar is gone there only, and may come back', async () => {
      const { id, eventIds } = now.meeting()
      await now.annas.full()
      now.world.removeCopy(id, anna.address)
      await now.annas.delta()
      expect(now.annas.get(eventIds[anna.address])).toBeUndefined()
      expect(await now.source.read(now.accessOf(anna.address), eventIds[anna.address] ?? '')).toEqual({ kind: 'gone', eventId: eventIds[anna.address] })
      await now.olgas.full()
      expect(now.olgas.get(eventIds[olga.address])).toMatchObject({ cancelled: false })
      now.world.restore(id, { mailbox: anna.address })
      await now.annas.delta()
      await same(anna.address, now.annas)
    })

    test('two calendars tell one meeting by the same uid', async () => {
      const { eventIds } = now.meeting()
      await now.olgas.full()
      await now.annas.full()
      expect(now.annas.get(eventIds[anna.address])?.uid).toBe(now.olgas.get(eventIds[olga.address])?.uid)
    })

    test('all-day appointments are dates without a zone', async () => {
      const { eventIds } = now.meeting({ span: { allDay: true, from: '2026-12-24', to: '2026-12-27' } })
      await now.olgas.full()
      expect(now.olgas.get(eventIds[olga.address])).toMatchObject({ start: { kind: 'date', date: '2026-12-24' }, end: { kind: 'date', date: '2026-12-27' } })
    })

    test('private, free and absence are told as such', async () => {
      const secret = now.meeting({ sensitivity: 'private', attendees: [] })
      const free = now.meeting({ showAs: 'free', attendees: [] })
      const away = now.meeting({ showAs: 'oof', attendees: [] })
      await now.olgas.full()
      expect(now.olgas.get(secret.eventIds[olga.address])?.private).toBe(true)
      expect(now.olgas.get(free.eventIds[olga.address])?.showAs).toBe('free')
      const absent = now.olgas.get(away.eventIds[olga.address])
      expect(absent?.kind === 'absence' || absent?.showAs === 'away').toBe(true)
    })

    test('what was never there reads as gone', async () => {
      const { eventIds } = now.meeting()
      now.world.removeMailbox(anna.address)
      expect(await now.source.read(now.accessOf(olga.address), `${eventIds[olga.address]?.slice(0, -6)}zzzzzz`)).toMatchObject({ kind: 'gone' })
    })

    test('a cursor that has expired says so, and a full round helps', async () => {
      now.meeting()
      await now.olgas.full()
      now.expireCursors(olga.address)
      expect(await failure(now.olgas.delta())).toEqual(new ProviderFailure('cursor-expired'))
      await now.olgas.full()
      await same()
    })

    test('nothing is asked before a Retry-After has ended', async () => {
      now.meeting()
      await now.olgas.full()
      now.throttleOnce(olga.address, '30')
      expect(await failure(now.olgas.delta())).toMatchObject({ code: 'rate-limited', retryAfterSeconds: expect.closeTo(30, 0) })
      const { requests } = now.counts(olga.address)
      now.clock.advance(20_000)
      expect(await failure(now.olgas.delta())).toMatchObject({ code: 'rate-limited', retryAfterSeconds: expect.closeTo(10, 0) })
      expect(now.counts(olga.address).requests).toBe(requests)
      now.clock.advance(11_000)
      await now.olgas.delta()
      await same()
      expect(now.counts(olga.address).early).toBe(0)
    })

    test('one mailbox that has to wait does not keep another waiting', async () => {
      now.throttleOnce(olga.address, '30')
      expect(await failure(now.olgas.full())).toMatchObject({ code: 'rate-limited' })
      await now.annas.full()
    })

    test('a service that is down is a temporary failure', async () => {
      now.failOnce(olga.address)
      expect(await failure(now.olgas.full())).toMatchObject({ code: 'temporary' })
      await now.olgas.full()
    })

    test('never more than four requests are under way for one mailbox', async () => {
      const ids = Array.from({ length: 24 }, () => now.meeting().eventIds[olga.address] ?? '')
      const read = await Promise.all(ids.map((eventId) => now.source.read(now.accessOf(olga.address), eventId)))
      expect(read.map(({ kind }) => kind)).toEqual(ids.map(() => 'event'))
      expect(now.counts(olga.address).mostInFlight).toBeLessThanOrEqual(4)
    })

    test('a calendar that can be read is verified, and one that is not there is refused', async () => {
      await now.source.verify(now.accessOf(olga.address))
      expect(await failure(now.source.verify(now.accessOf('nobody@firm.example')))).toBeInstanceOf(ProviderFailure)
    })

    seriesCases(use)
    bellCases(use)
    planCases(start)
  })
}
