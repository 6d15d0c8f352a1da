import { answerSubject, quotedLetter } from '@counterpane/shared/text/answer-letter'
import type { PaneApi } from '../../app/pane-api'
import { linkFiles, mailtoOf, recipientsOf } from './letter-from-contact'
import { createStartedLetters } from './started-letters'

it.each([
  ['Discount', 'Re: Discount'], ['Re: Discount', 'Re: Discount'], ['RE: Discount', 'RE: Discount'], ['Re[2]: Discount', 'Re[2]: Discount'], ['AW: Rabatt', 'AW: Rabatt'],
  ['Ответ: Скидка', 'Ответ: Скидка'], ['Regarding a discount', 'Re: Regarding a discount'], ['', ''],
])('a letter after the email "%s" is called "%s"', (subject, expected) => {
  expect(answerSubject({ method: 'letter', subject })).toBe(expected)
})
it('after a call the subject is carried over as it is', () => {
  expect(answerSubject({ method: 'call', subject: 'Samples' })).toBe('Samples')
})

it('the content is quoted below an empty beginning, and a long one is cut', () => {
  expect(quotedLetter('20 November, Ivan:', 'One\r\nTwo\n')).toBe('\n\n20 November, Ivan:\n> One\n> Two\n')
  expect(quotedLetter('head', '  ')).toBe('')
  expect(quotedLetter('head', 'x'.repeat(50_000)).length).toBeLessThan(7_000)
})

it('the letter goes to the first address of each person who has one', async () => {
  const people: Record<string, { name: string; addresses: string[] }> = { a: { name: 'Ivan', addresses: ['ivan@x.example', 'old@x.example'] }, b: { name: 'Anna', addresses: [] } }
  const api = ((_: string, { id }: { id: string }) => Promise.resolve(people[id])) as unknown as PaneApi
  expect(await recipientsOf(api, { persons: [{ id: 'a', name: '' }, { id: 'b', name: '' }] })).toEqual([{ name: 'Ivan', address: 'ivan@x.example' }])
})

it('files get addresses that the mail client can fetch, and one that is not to be had is named', async () => {
  const api = ((_: string, { id }: { id: string }) => (id === 'lost' ? Promise.reject(new Error('gone')) : Promise.resolve({ url: `/files/${id}`, name: `${id}.pdf`, expiresAt: '' }))) as unknown as PaneApi
  expect(await linkFiles(api, [{ id: 'offer', name: 'offer.pdf' }, { id: 'lost', name: 'lost.pdf' }], 'https://crm.example')).toEqual({ files: [{ name: 'offer.pdf', url: 'https://crm.example/files/offer' }], missing: ['lost.pdf'] })
})

it('a mail program gets the same letter as an address line, whatever stands in it', () => {
  const address = mailtoOf({ to: [{ name: 'Ivan', address: 'ivan+a@x.example' }, { name: '', address: 'b&c=d@x.example' }], subject: 'A & B?', text: 'One\nTwo' })
  expect(address).toBe('mailto:ivan%2Ba@x.example,b%26c%3Dd@x.example?subject=A%20%26%20B%3F&body=One%0D%0ATwo')
})

describe('a letter started from a contact', () => {
  const order = { id: 'o-1', ticket: 't', origin: 'https://crm.example', previousId: 'k-1' }
  const letter = { subject: 'Re: Discount', to: [{ name: 'Ivan', address: 'Ivan@x.example' }] }
  function desk({ owner = 'olga@demo.example', place = new Map<string, string>() } = {}) {
    let at = new Date('2026-11-22T08:00:00Z')
    const storage = { getItem: (key: string) => place.get(key) ?? null, setItem: (key: string, value: string) => void place.set(key, value) }
    return { place, later: (hours: number) => { at = new Date(at.getTime() + hours * 3_600_000) }, ...createStartedLetters({ storage, owner: () => owner, now: () => at }) }
  }
  it('is known again in its own window, once', () => {
    const { remember, take } = desk()
    remember(letter, order)
    expect(take({ ...letter, subject: 'Another' })).toBeNull()
    expect(take({ ...letter, to: [{ name: '', address: 'ivan@X.example' }] })).toEqual(order)
    expect(take(letter)).toBeNull()
  })
  it('is nobody else’s, and not for ever', () => {
    const olga = desk()
    olga.remember(letter, order)
    expect(desk({ owner: 'anna@demo.example', place: olga.place }).take(letter)).toBeNull()
    olga.later(25)
    expect(olga.take(letter)).toBeNull()
  })
  it('does without storage', () => {
    const forbidden = () => { throw new Error('forbidden') }
    const { remember, take } = createStartedLetters({ storage: { getItem: forbidden, setItem: forbidden }, owner: () => '', now: () => new Date() })
    remember(letter, order)
    expect(take(letter)).toBeNull()
  })
})
