import { calendarProblems, type Appointment, type ContactCalendar, type ContactCalendarDetails, type WaitingMeeting } from '@counterpane/shared/contract/calendar'
import { card } from '../../card-parts'
import { putOfferSection } from '../../cards/calendar-section'
import type { ContactView } from '../../cards/contact-facts'
import { oneContactCard } from '../../cards/one-contact-card'
import { searchCard } from '../../cards/search-card'
import { setAsideSection } from '../../cards/waiting-card'
import { oneWaitingCard } from '../../cards/waiting-one-card'
import { aContact } from '../sample-views'
import { many, type CardCases } from './card-cases'

export const aWaiting = (overrides: Partial<WaitingMeeting> = {}): WaitingMeeting => ({
  id: 'w-1', startsAt: '2026-11-24T08:00:00.000Z', durationMinutes: 45, allDay: false, subject: 'Meet the packaging supplier', location: '', online: true, organizer: { name: 'Vera Novak', address: 'vera@unknown.example' },
  outsiders: [{ name: 'Vera Novak', address: 'vera@unknown.example' }], seriesId: null, dismissed: false, ...overrides,
})
const facts: ContactCalendar = { allDay: false, zoneUnknown: false, cancellation: null, moves: 0, seriesId: null, resemblesId: null }

export const calendarCases: CardCases = (word) => {
  const named = { id: 'm-anna', name: word }
  const guests = many(30, () => ({ name: word, address: word }))
  const full = aContact({ subject: word, content: word.repeat(40), result: word, comment: word, source: 'calendar', method: 'video-call', counterparty: { id: 'k-1', name: word }, persons: many(30, (at) => ({ id: `p-${at}`, name: word })), managers: [named] })
  const details: ContactCalendarDetails = {
    moves: many(20, (at) => ({ from: '2026-11-12T08:00:00.000Z', to: '2026-11-24T08:00:00.000Z', at: `2026-11-${10 + at}T08:00:00.000Z`, by: at % 2 ? named : null })), link: 'https://outlook.example/calendar/item/1?a=1&b=2',
    resembles: { id: 'c-9', startsAt: '2026-11-12T08:00:00.000Z', subject: word }, seriesOpen: 3,
  }
  const contact = (of: Partial<typeof full>, own: Partial<ContactView['own']> = {}): ContactView =>
    ({ contact: { ...full, ...of }, hidden: false, previous: null, next: [], original: null, canUndo: false, message: 'msg-f:1', own: { calendar: null, mayPut: false, ofOther: null, ...own } })
  const appointed = (state: Appointment['state'], at = 0): Partial<typeof full> => ({ status: 'planned', appointment: { state, managerId: 'm-olga', problem: state === 'failed' ? calendarProblems[at]! : null } })
  return {
    waiting: (c) => oneWaitingCard({ meeting: aWaiting({ subject: word, location: word, outsiders: guests, seriesId: 's', organizer: guests[0] ?? null }) }, c),
    'waiting, a whole day without a word': (c) => oneWaitingCard({ meeting: aWaiting({ subject: '', allDay: true, startsAt: '2026-11-24T00:00:00.000Z', durationMinutes: 1_440, outsiders: [], organizer: null, online: false }) }, c),
    'waiting, set aside': (c) => oneWaitingCard({ meeting: aWaiting({ subject: word, dismissed: true, seriesId: 's' }) }, c),
    'waiting, whose meeting': (c) => searchCard({ waitingId: 'w-1', series: 'yes', query: word, found: many(25, (at) => ({ kind: at % 2 ? 'person' : 'counterparty', id: `f-${at}`, name: word, detail: word, counterparty: at % 2 ? { id: 'k-1', name: word } : null })), more: true, problem: word }, c),
    'waiting, nobody found': (c) => searchCard({ waitingId: 'w-1', query: word, found: [] }, c),
    'waiting, just set aside': (c) => card({ name: 'home', title: word, sections: [setAsideSection(aWaiting({ subject: word }), true, c)] }),
    'contact, perhaps a new date': (c) => oneContactCard(contact({ status: 'planned', calendar: { ...facts, moves: 20, zoneUnknown: true, seriesId: 's', resemblesId: 'c-9' } }, { calendar: details }), c),
    'contact, whole days moved': (c) => oneContactCard(contact({ status: 'planned', startsAt: '2026-11-24T00:00:00.000Z', calendar: { ...facts, allDay: true, moves: 1 } }, { calendar: { ...details, moves: details.moves.slice(0, 1), link: 'javascript:alert(1)' } }), c),
    'contact, moved before it was counted': (c) => oneContactCard(contact({ calendar: { ...facts, moves: 2 } }, { calendar: { moves: [], link: null, resembles: null, seriesOpen: 0 } }), c),
    ...Object.fromEntries((['cancelled', 'declined', 'removed'] as const).map((cancellation) => [`contact, fell away: ${cancellation}`, (c) => oneContactCard(contact({ status: 'cancelled', calendar: { ...facts, cancellation } }), c)] satisfies [string, ReturnType<CardCases>[string]])),
    'contact, a colleague is busy': (c) => oneContactCard({ ...contact({ status: 'planned', private: true, subject: '', content: '', result: '', comment: '', counterparty: null, persons: [], calendar: facts }), hidden: true }, c),
    'contact, may be put in the calendar': (c) => oneContactCard(contact({ status: 'planned' }, { mayPut: true }), c),
    ...Object.fromEntries((['placing', 'placed', 'changing', 'removing'] as const).map((state) => [`contact, in the calendar: ${state}`, (c) => oneContactCard(contact(appointed(state)), c)] satisfies [string, ReturnType<CardCases>[string]])),
    ...Object.fromEntries(calendarProblems.map((problem, at) => [`contact, not in the calendar: ${problem}`, (c) => oneContactCard(contact(appointed('failed', at)), c)] satisfies [string, ReturnType<CardCases>[string]])),
    'contact, in the calendar of a colleague': (c) => oneContactCard(contact(appointed('placed'), { ofOther: word }), c),
    'a plan that may be put in the calendar': (c) => card({ name: 'home', title: word, sections: [putOfferSection({ contact: { ...full, status: 'planned' }, message: 'msg-f:1' }, c)] }),
  }
}
