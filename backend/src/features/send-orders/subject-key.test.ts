import { subjectKeyOf } from './subject-key'

test.each([
  ['Re: Offer', 'offer'], ['RE[2]: re: FW: Offer', 'offer'], ['Ответ: Re (3): Предложение ёлок', 'предложение елок'], ['Aw: WG: Angebot', 'angebot'], ['Offer: re', 'offer: re'], ['Regarding: us', 'regarding: us'], ['  ', ''],
])('a subject "%s" is compared as "%s"', (subject, key) => expect(subjectKeyOf(subject)).toBe(key))

test('a subject of nothing but prefixes, however many, ends soon', () => {
  const before = process.cpuUsage()
  subjectKeyOf('re: '.repeat(100_000))
  // Milliseconds are usual; growth with the square of the length takes minutes.
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000)
})
