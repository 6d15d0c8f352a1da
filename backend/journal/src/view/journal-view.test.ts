import { chooseStatuses, chosenStatuses, isPressed, press, type Toggle } from './held-toggles'
import { contactFilter, contactSorts, listContacts } from '@counterpane/shared/contract/contact'
import { askGroups, countJournal, groupings } from '@counterpane/shared/contract/journal'
import { contactsQuery, defaultView, filtersQuery, groupsQuery, isFiltered, readAddress, readView, withoutFilters, writeView, type JournalView } from './journal-view'
import { knownGroupings, knownSorts } from './view-fields'

const now = new Date(2026, 10, 22)
const view = (part: Partial<JournalView>): JournalView => ({ ...defaultView, ...part })
const pressed = (of: JournalView) => (['held', 'notHeld', 'incoming', 'outgoing'] as Toggle[]).filter((toggle) => isPressed(of, toggle))

it('writes a view into the address and reads the same back', () => {
  const full = view({ period: 'week', at: '2026-11-09', counterpartyId: ['c 1&2'], managerId: ['m'], method: ['call', 'letter'], state: [0, 3], status: ['planned'], direction: ['incoming'], withoutClient: true, q: 'скидка + 5 %', sort: 'subject' })
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
  expect(press(overdue, 'held')).toEqual({ overdue: false, noOutcome: false, status: [] })
})

it('takes meetings without an outcome for overdue ones: their toggles and statuses say so, and press them away', () => {
  const owed = view({ noOutcome: true, status: ['held'] })
  expect(pressed(owed)).toEqual(['notHeld', 'incoming', 'outgoing'])
  expect(contactsQuery(owed, now)).toMatchObject({ noOutcome: true, status: [] })
  expect(view({ ...owed, ...press(owed, 'held') })).toEqual(defaultView)
  expect(chosenStatuses(owed)).toEqual(['overdue'])
  expect(view({ ...owed, ...chooseStatuses(owed, []) })).toEqual(defaultView)
  expect(view({ ...owed, ...chooseStatuses(owed, ['held', 'overdue']) })).toEqual(view({ status: ['held'] }))
})

it('chooses overdue by itself among the statuses, and all of them as none', () => {
  expect(chooseStatuses(view({ status: ['held'] }), ['held', 'overdue'])).toEqual({ overdue: true, noOutcome: false, status: [] })
  expect(chooseStatuses(defaultView, ['planned', 'held', 'cancelled'])).toMatchObject({ status: [] })
  expect(chosenStatuses(view({ status: ['held'] }))).toEqual(['held'])
})

it('knows what narrows the list: not the period, not the order', () => {
  expect(isFiltered(view({ period: 'month', at: '2026-01-01', sort: 'counterparty' }))).toBe(false)
  expect(isFiltered(view({ q: 'x' }))).toBe(true)
  expect(withoutFilters(view({ period: 'month', q: 'x', method: ['call'] }))).toEqual(view({ period: 'month' }))
})

it('asks the API for the local day in UTC, and for no period at all time', () => {
  expect(contactsQuery(defaultView, now)).toMatchObject({ from: now.toISOString(), to: new Date(2026, 10, 23).toISOString(), sort: '-startsAt' })
  expect(contactsQuery(view({ period: 'all' }), now)).toMatchObject({ from: undefined, to: undefined })
})

const everything = view({
  period: 'range', from: '2026-11-01', to: '2026-11-20T18:00', counterpartyId: ['c-1', 'c-2'], personId: ['none', 'p'], managerId: ['m-1', 'm-2'], teamId: ['t'], type: ['none'], firmId: ['f'], adSourceId: ['a'], registeredById: ['m-1'], segmentId: ['s-1'],
  method: ['call', 'fax'], direction: ['incoming'], status: ['held'], state: [0, 3], priority: ['high'], source: ['manual', 'api'], q: 'a & b', subject: 'цена', result: '50 %', minutesFrom: '5', minutesTo: '90',
  createdFrom: '2026-01-01', createdTo: '2026-02-28', updatedFrom: '2026-03-01', updatedTo: '2026-03-31', noNextStep: true, withResult: true, withFiles: false, withNext: true, private: false, vip: true, sort: '-nextAt', group: ['week', 'manager'],
})

it('keeps every filter of the API in the address and brings it back, the order of the groups too', () => {
  expect(readAddress(writeView(everything))).toEqual({ view: everything, unknown: [] })
  const names = new Set(new URLSearchParams(writeView({ ...everything, overdue: true, noOutcome: true, withoutClient: true })).keys())
  // Ticked rows and the rows behind a group are asked for by the screen itself; no address holds them.
  expect(Object.keys(contactFilter).filter((name) => !names.has(name))).toEqual(['id', 'mainManagerId', 'mainCounterpartyId'])
})

it('asks the API for nothing that its contract refuses', () => {
  const asText = (query: object) => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]))
  expect(listContacts.safeParse(asText(contactsQuery(everything, now))).error).toBeUndefined()
  expect(countJournal.safeParse(asText(filtersQuery(everything, now))).error).toBeUndefined()
  expect(askGroups.safeParse(asText(groupsQuery(everything, now))).error).toBeUndefined()
  expect(contactsQuery(everything, now)).toMatchObject({ createdTo: new Date(2026, 2, 1).toISOString(), withFiles: false, vip: true, q: 'a & b' })
})

it('knows the orders and groupings that the contract knows', () => {
  expect([...knownSorts]).toEqual([...contactSorts])
  expect([...knownGroupings]).toEqual([...groupings])
})

it('names the filters of an address that it does not know, and values that no filter has', () => {
  expect(readAddress('period=fortnight&colour=red&method=pigeon&method=call&sort=weight&minutesFrom=-5&vip=perhaps')).toEqual({
    view: view({ method: ['call'] }), unknown: ['period=fortnight', 'method=pigeon', 'minutesFrom=-5', 'vip=perhaps', 'sort=weight', 'colour'],
  })
})

it('reads links as they were before several clients and managers could be chosen', () => {
  expect(readView('period=week&at=2026-11-09&counterpartyId=c&managerId=m&method=call&overdue=true&withoutClient=true')).toEqual(view({ period: 'week', at: '2026-11-09', counterpartyId: ['c'], managerId: ['m'], method: ['call'], overdue: true, withoutClient: true }))
})

it.each(['0000-01-01', '2026-02-31', '2026-13-01', '2026-11-22T25:00', '99999-01-01', 'yesterday', '%00'])('takes %s for no date, and says so', (at) => {
  expect(readAddress(`period=day&at=${encodeURIComponent(at)}`)).toEqual({ view: defaultView, unknown: [`at=${at}`] })
})

it.each(['day', 'week', 'month', 'quarter', 'half-year', 'year'] as const)('asks for a %s at the ends of the calendar only in dates that the API can read', (period) => {
  for (const at of ['0001-01-01', '0026-03-01', '9999-12-31']) {
    const { from, to } = contactsQuery(view({ period, at }), now)
    expect(listContacts.safeParse({ from, to }).error).toBeUndefined()
    expect(from?.slice(0, 3)).toBe(at.slice(0, 3))
  }
})
