import { joinPastAction, keepApartAction, putInCalendarAction, takeFromCalendarAction } from '@counterpane/addin-gmail/cards/calendar-section'
import { openContactAction } from '@counterpane/addin-gmail/cards/contact-card'
import { homeAction } from '@counterpane/addin-gmail/cards/home-card'
import { openOutcomeAction } from '@counterpane/addin-gmail/cards/outcome-card'
import { openPlanAction } from '@counterpane/addin-gmail/cards/plan-card'
import { acceptWaitingAction, dismissWaitingAction, openWaitingAction } from '@counterpane/addin-gmail/cards/waiting-card'
import { findButton } from '@counterpane/addin-gmail/testing/card-rules'
import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarRows } from '../e2e/calendar-journal-rows'
import { said, startGmailDay, stepsOf, textOf, topOf, typed, type GmailDay } from './gmail-day'
import { rowsOf } from './gmail-visitor'

let day: GmailDay
let rows: ReturnType<typeof calendarRows>
let olgaId: string
beforeAll(async () => {
  day = await startGmailDay()
  rows = calendarRows(day.server.running)
  olgaId = (await day.olga('me')).id
  await rows.calendar(olgaId)
  await rows.calendar('m-anna')
}, 60_000)
afterAll(() => day.close())

const home = async (locale = 'en') => topOf(await day.send(day.drawn(homeAction, {}), { locale }))
const waitingOf = async (query: { dismissed?: string } = {}) => (await day.olga('listWaiting', { query })).items.map(({ subject }) => subject).sort()
const opened = async (id: string) => topOf(await day.send(day.drawn(openWaitingAction, { waitingId: id })))
const series = { series: typed('yes') }
const contactNamed = async (subject: string): Promise<Contact[]> => (await day.contacts()).filter((contact) => contact.subject === subject)
const allow = async (putInCalendar: boolean) => {
  const call = await day.server.as('admin@demo.example')
  await call('putSettings', { body: { calendar: { ...(await call('getSettings')).calendar, putInCalendar } } })
}
const aPlanAhead = (subject: string, more: object = {}) => day.olga('createContact', { body: { startsAt: '2026-11-25T07:00:00Z', durationMinutes: 60, method: 'meeting', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-beta', subject, ...more } })
const contactCard = async (contactId: string, locale = 'en') => topOf(await day.send(day.drawn(openContactAction, { contactId }), { locale }))

describe('meetings without a client', () => {
  it('are not spoken of when there are none, three of them stand in the day otherwise, and only in their manager’s', async () => {
    expect(textOf(await home())).not.toContain('Meetings without a client')
    const ids = []
    for (let at = 0; at < 4; at++) ids.push(await rows.waiting({ managerId: olgaId, subject: `Stranger ${at}`, inHours: 40 + at, guests: [{ name: 'Vera Novak', address: 'vera@unknown.example' }, { name: '', address: 'second@unknown.example' }] }))
    const card = await home()
    const part = card.sections.find(({ header }) => header === 'Meetings without a client')!
    expect(rowsOf({ ...card, sections: [part] }).map(({ topLabel, text, bottomLabel }) => [topLabel, text, bottomLabel])).toEqual([0, 1, 2].map((at) => [expect.stringMatching(/^(tomorrow|Tue 24 Nov) /), `Stranger ${at}`, 'Vera Novak and 1 more']))
    expect(textOf(part)).toContain('/journal/#/calendars/waiting')
    const annas = topOf(await day.server.press({ endpoint: 'homepage', message: null, person: 'colleague' }))
    expect([annas.header.subtitle, textOf(annas).includes('Stranger')]).toEqual([expect.stringContaining('Anna'), false])
    for (const id of ids) await day.olga('dismissWaiting', { id, body: { dismissed: true } })
  })

  it('become a contact of the client that was looked for, once, however often it is pressed', async () => {
    const id = await rows.waiting({ managerId: olgaId, subject: 'A new supplier', inHours: 30 })
    const search = topOf(await day.press(await opened(id), 'It is with…'))
    expect(textOf(search)).toContain('Choose with whom the meeting is')
    const found = topOf(await day.press(search, 'Search', { inputs: { query: typed('Beta') } }))
    const row = rowsOf(found).find(({ text }) => text === 'Beta Industries')!
    const choose = Object.fromEntries((row.onClick as { action: { parameters: { key: string; value: string }[] } }).action.parameters.map(({ key, value }) => [key, value]))
    const [first] = await Promise.all([day.send(choose), day.send(choose)])
    expect(said(await day.send(choose))).toBe('“A new supplier” is a contact now.')
    expect(stepsOf(first)).toMatchObject([{ popToRoot: true }, { updateCard: { name: 'home' } }])
    expect(rowsOf(topOf(first))[0]).toMatchObject({ text: 'A new supplier' })
    expect(await contactNamed('A new supplier')).toMatchObject([{ status: 'planned', source: 'calendar', counterparty: { name: 'Beta Industries' }, manager: { id: olgaId } }])
    expect(await waitingOf()).not.toContain('A new supplier')
  })

  it('become contacts without a client, the whole series where the switch says so', async () => {
    const [id] = [await rows.waiting({ managerId: olgaId, subject: 'Weekly, first', inHours: 30, seriesId: 'w' }), await rows.waiting({ managerId: olgaId, subject: 'Weekly, second', inHours: 198, seriesId: 'w' })]
    await day.press(await opened(id), 'Register without a client', { inputs: series })
    for (const subject of ['Weekly, first', 'Weekly, second']) expect(await contactNamed(subject)).toMatchObject([{ status: 'planned', counterparty: null }])
  })

  it('carry the choice of the series through the search for a person', async () => {
    const [id] = [await rows.waiting({ managerId: olgaId, subject: 'Monthly, first', inHours: 30, seriesId: 'm' }), await rows.waiting({ managerId: olgaId, subject: 'Monthly, second', inHours: 700, seriesId: 'm' })]
    const search = topOf(await day.press(await opened(id), 'It is with…', { inputs: series }))
    const found = topOf(await day.press(search, 'Search', { inputs: { query: typed('Ivan Petrov') } }))
    const row = rowsOf(found).find(({ text }) => text === 'Ivan Petrov')!
    await day.send(Object.fromEntries((row.onClick as { action: { parameters: { key: string; value: string }[] } }).action.parameters.map(({ key, value }) => [key, value])))
    for (const subject of ['Monthly, first', 'Monthly, second']) expect(await contactNamed(subject)).toMatchObject([{ counterparty: { name: 'ООО «Вектор»' }, persons: [{ name: 'Ivan Petrov' }] }])
  })

  it('that are with nobody of the clients leave the day, and come back by one press, in a series too', async () => {
    const [id] = [await rows.waiting({ managerId: olgaId, subject: 'Dentist', inHours: 30, seriesId: 'd' }), await rows.waiting({ managerId: olgaId, subject: 'Dentist again', inHours: 198, seriesId: 'd' })]
    const aside = topOf(await day.press(await opened(id), 'Not with a client', { inputs: series }))
    expect(textOf(aside)).toContain('“Dentist” stays private.')
    expect(await waitingOf()).toEqual([])
    expect(said(await day.press(aside, 'Take back'))).toBe('“Dentist” waits again.')
    expect(await waitingOf()).toEqual(['Dentist', 'Dentist again'])
    await day.press(await opened(id), 'Not with a client')
    expect(await waitingOf()).toEqual(['Dentist again'])
    expect(await waitingOf({ dismissed: 'true' })).toContain('Dentist')
  })

  it('of a colleague, or answered for meanwhile, are told to wait no more', async () => {
    const [annas, id] = [await rows.waiting({ managerId: 'm-anna', subject: 'Of Anna', inHours: 30 }), await rows.waiting({ managerId: olgaId, subject: 'Gone', inHours: 30 })]
    const card = await opened(id)
    await day.olga('acceptWaiting', { id, body: {} })
    expect(said(await day.press(card, 'Not with a client'))).toBe('This meeting no longer waits for an answer.')
    for (const action of [openWaitingAction, dismissWaitingAction, acceptWaitingAction]) expect(said(await day.send(day.drawn(action, { waitingId: annas })))).toBe('This meeting no longer waits for an answer.')
    expect((await (await day.server.as('anna@demo.example'))('listWaiting', { query: {} })).items).toMatchObject([{ subject: 'Of Anna' }])
  })

  it('of whole days have their date in every zone, and no hour', async () => {
    const id = await rows.waiting({ managerId: olgaId, subject: 'Conference', inHours: 40, allDay: true })
    for (const timeZone of ['America/New_York', 'Pacific/Kiritimati', 'Europe/Moscow']) {
      const card = topOf(await day.send(day.drawn(openWaitingAction, { waitingId: id }), { timeZone }))
      expect([rowsOf(card)[0]!.text, card.header.subtitle]).toEqual(['Monday, 23 November 2026', expect.not.stringMatching(/\d:\d\d/)])
    }
  })
})

describe('the outcome of a series', () => {
  async function aSeries(key: string) {
    const made = []
    for (const [at, subject] of [`${key} 1`, `${key} 2`, `${key} 3`].entries()) {
      const contact = await day.olga('createContact', { body: { startsAt: `2026-11-1${at + 1}T07:00:00Z`, durationMinutes: 60, method: 'meeting', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-beta', subject } })
      await rows.meeting({ contactId: contact.id, seriesKey: key })
      made.push(contact.id)
    }
    return made
  }
  const statuses = async (ids: string[]) => Promise.all(ids.map(async (id) => (await day.olga('getContact', { id })).status))

  it('is that of one date unless all past dates are meant', async () => {
    const ids = await aSeries('alone')
    const card = topOf(await day.send(day.drawn(openOutcomeAction, { contactId: ids[1]! })))
    expect(textOf(card)).toContain('All 3 past dates')
    await day.press(card, 'Held', { inputs: { scope: typed('one') } })
    expect(await statuses(ids)).toEqual(['planned', 'held', 'planned'])
  })

  it('is saved for all past dates with its result, and the next step once', async () => {
    const ids = await aSeries('together')
    const card = topOf(await day.send(day.drawn(openOutcomeAction, { contactId: ids[2]! })))
    const answer = await day.twice(card, 'Held', { inputs: { scope: typed('series'), result: typed('As every week'), next: typed('three-days') } })
    expect(said(answer)).toBe('The outcome is saved: 3.')
    expect(await statuses(ids)).toEqual(['held', 'held', 'held'])
    for (const id of ids) expect((await day.olga('getContact', { id })).result).toBe('As every week')
    expect((await day.contacts()).filter(({ previousId }) => ids.includes(previousId ?? ''))).toHaveLength(1)
  })

  it('leaves the other dates alone when one is moved', async () => {
    const ids = await aSeries('moving')
    const card = topOf(await day.send(day.drawn(openOutcomeAction, { contactId: ids[0]! })))
    await day.press(card, 'Moved', { inputs: { scope: typed('series'), movedTo: { dateTimeInput: { msSinceEpoch: String(Date.parse('2026-12-01T09:00:00Z')), hasDate: true, hasTime: true } } } })
    expect(await statuses(ids)).toEqual(['planned', 'planned', 'planned'])
    expect((await day.olga('getContact', { id: ids[1]! })).startsAt).toBe('2026-11-12T07:00:00.000Z')
  })

  it('is not asked for a contact of no series', async () => {
    const { id } = await day.aPlan('Of no series')
    expect(textOf(topOf(await day.send(day.drawn(openOutcomeAction, { contactId: id }))))).not.toContain('past dates')
  })
})

describe('one’s own calendar', () => {
  it('is offered where it is switched on, on the card of one’s own plan and after a next step', async () => {
    const { id } = await aPlanAhead('Put it there')
    expect(findButton(await contactCard(id), 'Put in my calendar')).toBeUndefined()
    const before = await day.send(day.drawn(openPlanAction, { contactId: id }))
    expect(findButton(topOf(await day.press(topOf(before), 'In 3 days')), 'Put in my calendar')).toBeUndefined()
    await allow(true)
    try {
      const card = await contactCard(id)
      const answer = await day.twice(card, 'Put in my calendar')
      expect(said(answer)).toBe('It is being put in your calendar.')
      expect(textOf(topOf(answer))).toContain('Is being put in the calendar…')
      expect((await day.olga('getContact', { id })).appointment).toEqual({ state: 'placing', managerId: olgaId, problem: null })
      expect(said(await day.press(topOf(answer), 'Take out of my calendar'))).toBe('It is being taken out of your calendar.')
      const next = topOf(await day.press(topOf(before), 'Next week'))
      expect(said(await day.press(next, 'Put in my calendar'))).toBe('It is being put in your calendar.')
      const annas = await (await day.server.as('anna@demo.example'))('createContact', { body: { startsAt: '2026-11-25T07:00:00Z', method: 'call', direction: 'outgoing', status: 'planned', subject: 'Of Anna' } })
      expect(findButton(await contactCard(annas.id), 'Put in my calendar')).toBeUndefined()
      expect(topOf(await day.send(day.drawn(putInCalendarAction, { contactId: annas.id }))).name).toBe('failure')
    } finally { await allow(false) }
  })

  it('says in words how far it has come, what is the matter, and whose it is', async () => {
    const [failed, annas] = [await aPlanAhead('Not placed'), await aPlanAhead('In a colleague’s', { managerId: 'm-anna' })]
    const at = day.server.running.clock.now()
    const appointment = { dueAt: at, createdAt: at }
    await day.server.running.db.write(async (tx) => {
      await tx.ownAppointment.create({ data: { contactId: failed.id, managerId: olgaId, state: 'failed', problem: 'no-consent', ...appointment }})
      await tx.ownAppointment.create({ data: { contactId: annas.id, managerId: 'm-anna', state: 'placed', eventId: 'e-1', ...appointment }})
    })
    expect(textOf(await contactCard(failed.id, 'ru'))).toMatch(/Изменить календарь не удалось.*Нет разрешения на запись.*Повторить.*Убрать из моего календаря/)
    const theirs = await contactCard(annas.id)
    expect(rowsOf(theirs).find(({ topLabel }) => topLabel === 'Calendar of Anna Orlova')?.text).toBe('Stands in the calendar')
    expect(findButton(theirs, /calendar/)).toBeUndefined()
    expect(said(await day.send(day.drawn(takeFromCalendarAction, { contactId: failed.id })))).toBe('It is being taken out of your calendar.')
    expect((await day.olga('getContact', { id: failed.id })).appointment).toBeNull()
  })
})

describe('what the calendar says of a contact', () => {
  it.each([['cancelled', 'Cancelled by the organiser'], ['declined', 'Declined in the calendar'], ['removed', 'Taken out of the calendar']] as const)('that it was %s', async (cancellation, words) => {
    const { id } = await aPlanAhead(`Fell away: ${cancellation}`)
    await day.olga('cancelContact', { id, body: {} })
    await rows.meeting({ contactId: id, cancellation })
    expect(rowsOf(await contactCard(id))[0]!.topLabel).toBe(words)
  })

  it('how often it was moved and by whom, that its zone is not known, and the way to the appointment itself', async () => {
    const { id } = await aPlanAhead('Moved about')
    await rows.meeting({
      contactId: id, zoneUnknown: true, link: { managerId: olgaId, url: 'https://outlook.example/item' },
      moves: [{ from: '2026-11-23T07:00:00Z', to: '2026-11-24T07:00:00Z', at: '2026-11-20T07:00:00Z' }, { from: '2026-11-24T07:00:00Z', to: '2026-11-25T07:00:00Z', at: '2026-11-21T07:00:00Z', managerId: 'm-anna' }],
    })
    const card = await contactCard(id)
    const moved = rowsOf(card).filter(({ text }) => text.includes('→'))
    expect(moved.map(({ topLabel, text, bottomLabel }) => [topLabel, text, bottomLabel])).toEqual([['Moved 2 times', 'Tue 24 Nov 10:00 → Wed 25 Nov 10:00', 'by Anna Orlova'], [undefined, 'tomorrow 10:00 → Tue 24 Nov 10:00', 'in the calendar']])
    expect(textOf(card)).toMatch(/does not say in which time zone.*https:\/\/outlook\.example\/item/)
  })

  it('that it may be the new date of a meeting that fell away: one with its past, or apart', async () => {
    const pairs: { past: string; fresh: string }[] = []
    for (const subject of ['Joined', 'Apart']) {
      const [past, fresh] = [await day.olga('createContact', { body: { startsAt: '2026-11-12T07:00:00Z', durationMinutes: 60, method: 'meeting', direction: 'outgoing', status: 'planned', subject, result: 'Their wishes' } }), await aPlanAhead(subject)]
      await day.olga('cancelContact', { id: past.id, body: {} })
      await rows.meeting({ contactId: past.id, cancellation: 'removed' })
      await rows.meeting({ contactId: fresh.id, resemblesId: past.id })
      pairs.push({ past: past.id, fresh: fresh.id })
    }
    const [together, apart] = pairs as [typeof pairs[0], typeof pairs[0]]
    const card = await contactCard(together.fresh)
    expect(textOf(card)).toContain('Perhaps the new date of the meeting of 12 November')
    const joined = await day.twice(card, 'Join')
    expect([said(joined), topOf(joined).name]).toEqual(['Joined: the past of that meeting stands here now.', 'contact'])
    expect(await day.olga('getContact', { id: together.past })).toMatchObject({ status: 'planned', startsAt: '2026-11-25T07:00:00.000Z', result: 'Their wishes' })
    const kept = topOf(await day.press(await contactCard(apart.fresh), 'Keep apart'))
    expect(textOf(kept)).not.toContain('Perhaps the new date')
    for (const action of [joinPastAction, keepApartAction]) expect(topOf(await day.send(day.drawn(action, { contactId: 'nobody' }))).name).toBe('failure')
  })

  it('that a colleague is busy, and nothing more', async () => {
    const { id } = await (await day.server.as('anna@demo.example'))('createContact', { body: { startsAt: '2026-11-25T07:00:00Z', durationMinutes: 60, method: 'meeting', direction: 'outgoing', status: 'planned', subject: '', private: true } })
    await rows.meeting({ contactId: id })
    expect(rowsOf(await contactCard(id))[0]!.text).toBe('Busy')
    expect(rowsOf(await contactCard(id, 'ru'))[0]!.text).toBe('Время занято')
  })
})
