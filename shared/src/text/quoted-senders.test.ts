import { contactDetailsIn } from './contact-details'
import { quotedSenders } from './quoted-senders'

const gmail = 'Оля, это к тебе.\n\nАнна\nстарший менеджер\n\n---------- Forwarded message ---------\nFrom: Олег Титов <o.titov@vector.example>\nDate: чт, 19 нояб. 2026 г. в 11:58\nSubject: Приглашение\nTo: Анна Орлова <anna@demo.example>\n\nДобрый день!\nдиректор\n+7 495 555-01-17'
const outlook = 'See below.\r\n\r\n________________________________\r\nFrom: Ross, John [mailto:john@beta.example]\r\nSent: Thursday, 19 November 2026 11:58\r\nTo: Olga\r\nSubject: Offer\r\n\r\nText\r\n'

const senders = (text: string, most = 3) => quotedSenders(text, most).map(({ name, address }) => ({ name, address }))

it('the sender of a forwarded message is found in its header, with or without a mark above', () => {
  expect(senders(gmail)).toEqual([{ name: 'Олег Титов', address: 'o.titov@vector.example' }])
  expect(senders(outlook)).toEqual([{ name: 'Ross, John', address: 'john@beta.example' }])
})

it('the uppermost comes first, and no more than asked for', () => {
  expect(senders(gmail + '\n' + outlook).map(({ address }) => address)).toEqual(['o.titov@vector.example', 'john@beta.example'])
  expect(senders(gmail + '\n' + outlook, 1)).toHaveLength(1)
})

it('a line that begins with "From:" is no header by itself, and a header without an address names nobody', () => {
  expect(senders('From: tomorrow on, please write to ivan@vector.example\nThank you')).toEqual([])
  expect(senders('From: Ivan Petrov\nSent: today\nTo: Olga\nSubject: Offer')).toEqual([])
})

it('what a forwarded message says of its writer is not said of the one who forwards it', () => {
  expect(contactDetailsIn(gmail)).toEqual({ phones: [], position: 'старший менеджер' })
  expect(contactDetailsIn(outlook)).toEqual({ phones: [], position: null })
})

it('a text of megabytes made to look like headers is read in no time', () => {
  const before = Date.now()
  quotedSenders('From: a@b.example\n'.repeat(200_000), 3)
  contactDetailsIn('From: a@b.example\n'.repeat(200_000))
  // A tenth of a second is usual; growth with the square of the length takes many minutes.
  expect(Date.now() - before).toBeLessThan(10_000)
})
