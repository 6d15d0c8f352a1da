import { methodOf } from './event-method'
import { meaningOf, type Rules } from './meaning'
import { anEvent, aSide, client, colleagues, strict, stranger } from './test-support/journal-model'

type Said = Parameters<typeof anEvent>[0]
const blocked = aSide({ kind: 'blocked', counterpartyId: null, personIds: [] })
const allDay = { start: { kind: 'date' as const, date: '2026-12-01' }, end: { kind: 'date' as const, date: '2026-12-02' } }
const colleague = { attendees: [{ name: 'Boris', address: 'boris@ours.example', response: 'none' as const, optional: false, resource: false }] }
const room = { attendees: [{ name: 'Room', address: 'room@ours.example', response: 'none' as const, optional: false, resource: true }] }
const meaning = (said: Said, side = aSide(), rules: Partial<Rules> = {}, before: Parameters<typeof meaningOf>[3] = null) => meaningOf(anEvent(said), side, { ...strict, ...rules }, before).meaning

describe('what an appointment is to the journal', () => {
  test.each([['a client takes part', aSide(), 'meeting'], ['strangers take part', stranger, 'waiting'], ['its guests are never registered', blocked, 'ignored'], ['nobody from outside takes part', colleagues, 'ignored']] as const)(
    'when %s', (_who, side, expected) => expect(meaning({}, side)).toBe(expected))

  test.each<[string, Said, ReturnType<typeof aSide>, Partial<Rules>, string, string]>([
    ['a meeting among colleagues', colleague, colleagues, { internal: true }, 'ignored', 'meeting'],
    ['time marked as free with a client', { showAs: 'free' }, aSide(), { free: true }, 'ignored', 'meeting'],
    ['time marked as free with strangers', { showAs: 'free' }, stranger, { free: true }, 'ignored', 'waiting'],
    ['a holiday', { kind: 'absence', ...allDay, attendees: [] }, colleagues, { allDayAbsence: true }, 'ignored', 'meeting'],
    ['a day marked as away', { showAs: 'away', ...allDay, attendees: [] }, colleagues, { allDayAbsence: true }, 'ignored', 'meeting'],
    ['a trip to strangers', { showAs: 'away', ...allDay }, stranger, { allDayAbsence: true }, 'ignored', 'waiting'],
    ['a meeting that was declined from the start', { ownResponse: 'declined' }, aSide(), { declined: true }, 'ignored', 'meeting'],
    ['a private appointment', { private: true }, aSide(), { private: 'busy' }, 'ignored', 'busy'],
    ['a private appointment of nobody else\'s', { private: true, attendees: [] }, colleagues, { private: 'busy' }, 'ignored', 'busy'],
  ])('%s is what the rule says', (_what, said, side, rule, off, on) => {
    expect([meaning(said, side), meaning(said, side, rule)]).toEqual([off, on])
  })

  test.each<[string, Said, ReturnType<typeof aSide>]>([
    ['one\'s own note', { attendees: [], organizer: null }, colleagues], ['one\'s own note in a room', room, colleagues], ['oneself as one\'s only guest', { organizer: client }, colleagues],
    ['a birthday', { kind: 'absence', showAs: 'free', ...allDay, attendees: [] }, colleagues], ['a private holiday', { private: true, kind: 'absence', ...allDay }, aSide()], ['private time that is free', { private: true, showAs: 'free' }, aSide()],
    ['a private meeting that was declined', { private: true, ownResponse: 'declined' }, aSide()], ['a meeting with strangers that was declined', { ownResponse: 'declined' }, stranger], ['a meeting with strangers that was cancelled', { cancelled: true }, stranger],
    ['a meeting with people who are never registered', {}, blocked],
  ])('%s counts under no rule', (_what, said, side) => {
    expect(meaning(said, side, { internal: true, free: true, allDayAbsence: true, declined: !said?.private, private: 'busy' })).toBe('ignored')
  })

  test('under no rule is a private appointment more than "busy"', () => {
    for (const side of [aSide(), stranger, colleagues]) expect(meaning({ private: true }, side, { internal: true, free: true, allDayAbsence: true, declined: true, private: 'busy' }, 'meeting')).toBe('busy')
  })

  test('private time that was busy stays so when it is declined later', () => {
    expect([meaning({ private: true, ownResponse: 'declined' }, aSide(), { private: 'busy' }), meaning({ private: true, ownResponse: 'declined' }, aSide(), { private: 'busy' }, 'busy')]).toEqual(['ignored', 'busy'])
  })

  test.each<[string, Said, ReturnType<typeof aSide>]>([['declined', { ownResponse: 'declined' }, aSide()], ['free', { showAs: 'free' }, aSide()], ['an absence', { kind: 'absence' }, aSide()], ['with strangers', {}, stranger], ['internal', { attendees: [] }, colleagues], ['never registered', {}, blocked]])(
    'a contact stays one when its appointment is %s now', (_what, said, side) => expect(meaning(said, side, {}, 'meeting')).toBe('meeting'))

  test('cancelled by its organiser weighs more than declined', () => {
    const standing = (said: Said) => meaningOf(anEvent(said), aSide(), strict).standing
    expect([standing({}), standing({ ownResponse: 'tentative' }), standing({ ownResponse: 'none' }), standing({ ownResponse: 'declined' }), standing({ cancelled: true }), standing({ cancelled: true, ownResponse: 'declined' })])
      .toEqual(['planned', 'planned', 'planned', 'declined', 'cancelled', 'cancelled'])
  })
})

describe('how people meet', () => {
  test.each([
    ['Call with Acme', ''], ['Prices', 'Phone'], ['Weekly conference call', ''], ['Звонок: цены', ''], ['Созвон по договору', ''], ['Перезвонить Вере', ''], ['Цены', 'по телефону'], ['Телефонный разговор', ''], ['Цены', '+49 (30) 123 45-67'], ['Цены', 'tel:+7495123456'], ['СОЗВОН', ''],
  ])('"%s" at "%s" is a call', (subject, location) => expect(methodOf({ online: false, subject, location })).toBe('call'))

  test.each([['Recall of goods', ''], ['Callaway contract', ''], ['Microphones', ''], ['Beethoven, symphony', 'Phoneme hall'], ['Трезвонница', ''], ['Внедрение телефонии', ''], ['Prices', 'Room 12-34'], ['', '']])(
    '"%s" at "%s" is a meeting', (subject, location) => expect(methodOf({ online: false, subject, location })).toBe('meeting'))

  test.each([[true, 'Prices', ''], [true, 'Call with Acme', '+49 30 1234567'], [false, 'Video call', ''], [false, 'Видеозвонок', ''], [false, 'Цены', 'видеоконференция']])(
    'a link to join (%s) or the word makes "%s" at "%s" a video call', (online, subject, location) => expect(methodOf({ online, subject, location })).toBe('video-call'))
})
