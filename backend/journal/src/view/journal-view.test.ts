import { isPressed, press, type Toggle } from './held-toggles'
import { contactsQuery, defaultView, isFiltered, readView, withoutFilters, writeView, type JournalView } from './journal-view'

const now = new Date(2026, 10, 22)
const view = (part: Partial<JournalView>): JournalView => ({ ...defaultView, ...part })
const pressed = (of: JournalView) => (['held', 'notHeld', 'incoming', 'outgoing'] as Toggle[]).filter((toggle) => isPressed(of, toggle))

it('writes a view into the address and reads the same back', () => {
  const full = view({ period: 'week', at: '2026-11-09', counterpartyId: 'c 1&2', managerId: 'm', method: ['call', 'letter'], state: [0, 3], status: ['planned'], direction: ['incoming'], withoutClient: true, q: 'скидка + 5 %', sort: 'subject' })
  expect(readView(writeView(full))).toEqual({ ...full, method: ['letter', 'call'] })
  expect(readView(writeView(view({ period: 'range', from: '2026-11-01', to: '2026-11-02T10:00' })))).toMatchObject({ period: 'range', from: '2026-11-01', to: '2026-11-02T10:00' })
})

it('leaves out what an address says and nobody knows', () => {
  expect(readView('period=fortnight&method=pigeon&state=7&status=lost&colour=red')).toEqual(defaultView)
})

it('presses all four toggles at first', () => {
  expect(pressed(defaultView)).toEqual(['held', 'notHeld', 'incoming', 'outgoing'])
})

it('asks for planned and cancelled contacts when "held" is taken out, and for held ones when "not held" is', () => {
  expect(press(defaultView, 'held').status).toEqual(['planned', 'cancelled'])
  expect(press(defaultView, 'notHeld').status).toEqual(['held'])
  expect(press(defaultView, 'outgoing')).toEqual({ direction: ['incoming'] })
})

it('never leaves a pair empty: the last one pressed gives way to the other', () => {
  const onlyHeld = view(press(defaultView, 'notHeld'))
  expect(pressed(onlyHeld)).toEqual(['held', 'incoming', 'outgoing'])
  expect(pressed(view(press(onlyHeld, 'held')))).toEqual(['notHeld', 'incoming', 'outgoing'])
  expect(press(onlyHeld, 'notHeld').status).toEqual([])
})

it('takes overdue contacts for planned ones, not for a status beside them', () => {
  const overdue = view({ overdue: true })
  expect(pressed(overdue)).toEqual(['notHeld', 'incoming', 'outgoing'])
  expect(contactsQuery(overdue, now)).toMatchObject({ overdue: true, status: [] })
  expect(press(overdue, 'held')).toEqual({ overdue: false, status: [] })
})

it('knows what narrows the list: not the period, not the order', () => {
  expect(isFiltered(view({ period: 'month', at: '2026-01-01', sort: 'client' }))).toBe(false)
  expect(isFiltered(view({ q: 'x' }))).toBe(true)
  expect(withoutFilters(view({ period: 'month', q: 'x', method: ['call'] }))).toEqual(view({ period: 'month' }))
})

it('asks the API for the local day in UTC, and for no period at all time', () => {
  expect(contactsQuery(defaultView, now)).toMatchObject({ from: now.toISOString(), to: new Date(2026, 10, 23).toISOString(), sort: '-startsAt' })
  expect(contactsQuery(view({ period: 'all' }), now)).toMatchObject({ from: undefined, to: undefined })
})
