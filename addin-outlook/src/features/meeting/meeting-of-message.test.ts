import { aLetter } from '../../app/pane-test-kit'
import type { MeetingWord } from '../../mailbox/mailbox'
import { meetingOfMessage } from './meeting-of-message'

const ivan = { name: 'Ivan', address: 'ivan@client.example' }
const olga = { name: 'Olga', address: 'olga@demo.example' }
function about(kind: MeetingWord['kind'], subject: string, startsAt: string | null = '2026-11-24T08:00:00.000Z') {
  const letter = aLetter('ivan')
  return meetingOfMessage({ ...letter, snapshot: { ...letter.snapshot, subject, from: ivan, to: [olga] }, meeting: { kind, startsAt, endsAt: null, location: 'Room 2' } })
}

it('a request comes from the organiser, and its end may be missing', () => {
  expect(about('request', 'Demo')).toMatchObject({ subject: 'Demo', organizer: ivan, required: [olga], startsAt: '2026-11-24T08:00:00.000Z', endsAt: '2026-11-24T08:00:00.000Z', location: 'Room 2' })
})
it.each(['accepted', 'declined', 'tentative'] as const)('an answer that is %s comes from an attendee to the organiser', (kind) => {
  expect(about(kind, 'Demo')).toMatchObject({ organizer: olga, required: [ivan] })
})
it.each([['Canceled: Demo', 'Demo'], ['Отменено: Демонстрация', 'Демонстрация'], ['Canceled: Canceled: Demo', 'Demo'], ['Accepted: Re: Demo', 'Re: Demo'], ['Demo: accepted', 'Demo: accepted']])('"%s" speaks of "%s"', (subject, name) => {
  expect(about('cancelled', subject)).toMatchObject({ subject: name })
})
it('without a time there is nothing to plan', () => {
  expect(about('request', 'Demo', null)).toBeNull()
})
