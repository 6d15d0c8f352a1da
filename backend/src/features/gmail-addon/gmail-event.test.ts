import { readEvent } from './gmail-event'

const toOf = (toRecipients: unknown) => readEvent({ gmail: { toRecipients } }).gmail.toRecipients

it.each([
  ['one that is no text', ['a@x.example', 7, null, {}, 'b@x.example'], ['a@x.example', 'b@x.example']], ['one longer than any address', ['x'.repeat(2_001), 'b@x.example'], ['b@x.example']],
  ['a field that is no list', 'a@x.example', undefined], ['no field', undefined, undefined],
])('of the recipients of a letter the good ones are taken beside %s', (_what, given, taken) => {
  expect(toOf(given)).toEqual(taken)
})

it('as many recipients are read as Gmail sends a letter to, and the rest leaves them be', () => {
  const many = Array.from({ length: 2_500 }, (_, at) => `person-${at}@many.example`)
  expect(toOf(many.slice(0, 2_000))).toHaveLength(2_000)
  expect(toOf(many)).toEqual(many.slice(0, 2_000))
})
