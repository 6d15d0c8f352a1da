import { createGoogleCalendar } from '@counterpane/backend/adapters/google/google-calendar'
import type { OwnEvent } from '@counterpane/backend/ports/own-calendar'
import { ProviderFailure } from '@counterpane/backend/ports/provider-failure'
import { type GoogleCalendarStand, startGoogleCalendarStand } from '../support/google-calendar-stand'

const olga = 'olga@firm.example'
const access = { mailbox: olga, refreshToken: null }
const plan: OwnEvent = { subject: 'Call Beta', text: 'About prices', location: 'Phone', startsAt: Date.parse('2026-12-01T10:00:00Z'), endsAt: Date.parse('2026-12-01T10:30:00Z'), mark: '01980000-0000-7000-8000-000000000001' }
const later = { ...plan, startsAt: plan.startsAt + 3_600_000, endsAt: plan.endsAt + 3_600_000 }
let stand: GoogleCalendarStand
let adapter: ReturnType<typeof createGoogleCalendar>
beforeEach(async () => {
  stand = await startGoogleCalendarStand()
  stand.world.addMailbox({ address: olga, kind: 'google', name: 'Olga', zone: 'Europe/Vienna' })
  adapter = createGoogleCalendar({ settings: stand.settings, clock: stand.clock })
})
afterEach(async () => {
  expect(stand.google.counts.letters()).toBe(0)
  await stand.close()
})
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof ProviderFailure ? error.code : String(error)))
const standing = () => stand.world.listCopies(olga).map(({ subject, span, attendees }) => [subject, span.from, attendees.length])

test('a plan stands in the calendar once, however often it is put there, and is known by its mark', async () => {
  const { own, source } = adapter
  const made = await own.create(access, plan)
  expect(await own.create(access, plan)).toEqual(made)
  expect(standing()).toEqual([['Call Beta', plan.startsAt, 0]])
  const seen = await source.read(access, made.eventId)
  expect(seen).toMatchObject({ kind: 'event', event: { mark: plan.mark, subject: 'Call Beta', text: 'About prices', location: 'Phone', organizedHere: true, attendees: [], start: { at: plan.startsAt }, end: { at: plan.endsAt } } })
})

test('two who put it there at once make one', async () => {
  const [one, two] = await Promise.all([adapter.own.create(access, plan), createGoogleCalendar({ settings: stand.settings, clock: stand.clock }).own.create(access, plan)])
  expect([one.eventId, standing().length]).toEqual([two.eventId, 1])
})

test('it follows a move, but not over one that was made in the calendar meanwhile', async () => {
  const { own } = adapter
  const made = await own.create(access, plan)
  const moved = await own.change(access, made, later)
  expect(standing()).toEqual([['Call Beta', later.startsAt, 0]])
  expect(await codeOf(own.change(access, made, plan))).toBe('stale')
  const [copy] = stand.world.listCopies(olga)
  stand.world.move(copy?.appointmentId ?? '', { allDay: false, from: plan.startsAt - 60_000, to: plan.endsAt })
  expect(await codeOf(own.change(access, moved, plan))).toBe('stale')
  expect(standing()).toEqual([['Call Beta', plan.startsAt - 60_000, 0]])
})

test('when guests were asked in the mail client it is left alone', async () => {
  const { own } = adapter
  const made = await own.create(access, plan)
  const [copy] = stand.world.listCopies(olga)
  stand.world.edit(copy?.appointmentId ?? '', { attendees: [{ name: 'Carla', address: 'carla@customer.example' }] })
  expect([await codeOf(own.change(access, made, later)), await codeOf(own.remove(access, made.eventId)), await codeOf(own.create(access, later))]).toEqual(['rejected', 'rejected', 'rejected'])
  expect(standing()).toEqual([['Call Beta', plan.startsAt, 1]])
})

test('it is taken out once, and put there again on demand', async () => {
  const { own } = adapter
  const made = await own.create(access, plan)
  await own.remove(access, made.eventId)
  await own.remove(access, made.eventId)
  expect([standing(), await codeOf(own.change(access, made, later))]).toEqual([[], 'gone'])
  await own.create(access, later)
  expect(standing()).toEqual([['Call Beta', later.startsAt, 0]])
})

test('a consent that covers reading only is told as forbidden', async () => {
  const scopes = ['https://www.googleapis.com/auth/calendar.events.readonly']
  const code = stand.google.accounts.agree({ mailbox: olga, scopes, clientId: 'stand', redirectUri: 'http://127.0.0.1/', challenge: null, offline: true })
  const refreshToken = stand.google.accounts.redeem(code, { clientId: 'stand', redirectUri: 'http://127.0.0.1/', verifier: null })?.refreshToken ?? ''
  await adapter.source.verify({ mailbox: olga, refreshToken })
  expect(await codeOf(adapter.own.create({ mailbox: olga, refreshToken }, plan))).toBe('forbidden')
})
