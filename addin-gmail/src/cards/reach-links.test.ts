import { mailLink, phoneLink } from './reach-links'

it.each([
  ['+7 (495) 123-45-67', 'tel:+74951234567'], ['8 800 000-00-00 доб. 12', 'tel:88000000000'], ['+44 20 7946 0000 x7', 'tel:+442079460000'], ['тел. (812) 000-00-01', 'tel:8120000001'],
  ['112', 'tel:112'], ['12', null], ['', null], ['спросить секретаря', null], ['<script>', null],
])('the phone "%s" is called by %s', (phone, link) => {
  expect(phoneLink(phone)).toBe(link)
})

it.each([
  ['ivan.petrov@vector.example', 'mailto:ivan.petrov@vector.example'], ['иван@почта.example', 'mailto:%D0%B8%D0%B2%D0%B0%D0%BD@%D0%BF%D0%BE%D1%87%D1%82%D0%B0.example'],
  ['a?cc=b&x@y.example', 'mailto:a%3Fcc%3Db%26x@y.example'], ['nobody', null], ['a b@c.example', null], ['', null], [`${'я'.repeat(400)}@x.example`, null], ['\ud800@x.example', 'mailto:%EF%BF%BD@x.example'],
])('the address "%s" is written to by %s', (address, link) => {
  expect(mailLink(address)).toBe(link)
})
