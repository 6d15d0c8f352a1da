import { attributesOf, detailsOf, detailText, problemOf, type Detail } from './detail-values'

const detail = (part: Partial<Detail>): Detail => ({ name: 'Sum', kind: 'text', value: '', ...part })

it('reads the kind of a detail off its value and gives the same values back', () => {
  const attributes = { Contract: '№ 118', Sum: 1_250.5, Signed: '2026-11-18', Shown: true, Refused: false, Offer: 'https://vector.example/offer', Empty: '' }
  const details = detailsOf(attributes)
  expect(details.map(({ kind }) => kind)).toEqual(['text', 'number', 'date', 'yes-no', 'yes-no', 'link', 'text'])
  expect(attributesOf(details)).toEqual(attributes)
})

it('keeps a name that objects have of their own as a plain name', () => {
  const attributes = JSON.parse('{"__proto__":"a","constructor":"b"}') as Record<string, unknown>
  expect(JSON.stringify(attributesOf(detailsOf(attributes)))).toBe('{"__proto__":"a","constructor":"b"}')
})

it('takes only addresses of the web for links, so that a script never becomes one', () => {
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'https://', 'ftp://vector.example', 'https://a b']) {
    expect(detailsOf({ text })[0]?.kind).toBe('text')
    expect(problemOf([detail({ kind: 'link', value: text })], 0)).toBe('badLink')
  }
})

it('says what hinders a row, and takes no notice of one that nobody has begun', () => {
  expect(problemOf([detail({ name: '', value: '' })], 0)).toBeNull()
  expect(problemOf([detail({ name: ' ', value: '5' })], 0)).toBe('needName')
  expect(problemOf([detail({}), detail({ name: 'Sum ' })], 1)).toBe('twice')
  expect(problemOf([detail({ kind: 'number', value: 'five' })], 0)).toBe('badNumber')
  expect(problemOf([detail({ kind: 'number', value: '12,5' })], 0)).toBeNull()
  expect(problemOf([detail({ kind: 'date', value: '2026-13-40' })], 0)).toBe('badDate')
  expect(attributesOf([detail({ name: '', value: '' }), detail({ kind: 'number', value: '12,5' })])).toEqual({ Sum: 12.5 })
})

it('says numbers, dates and answers in the language of the reader', () => {
  const words = { yes: 'да', no: 'нет' }
  expect(detailText(detail({ kind: 'number', value: '125000.5' }), 'ru', words)).toBe('125\u00a0000,5')
  expect(detailText(detail({ kind: 'date', value: '2026-11-18' }), 'ru', words)).toBe('18 ноября 2026 г.')
  expect(detailText(detail({ kind: 'yes-no', value: 'true' }), 'ru', words)).toBe('да')
})
