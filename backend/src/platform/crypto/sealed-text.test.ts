import fc from 'fast-check'
import { createSeals } from './sealed-text'

const newest = 'n'.repeat(32)
const older = 'o'.repeat(32)
const token = '1//0refresh-token-of-olga'

test('a sealed text opens for its owner and purpose, and shows nothing of itself', () => {
  const seals = createSeals([newest])
  const sealed = seals.seal(token, 'calendar-token:m1')
  expect(seals.open(sealed, 'calendar-token:m1')).toBe(token)
  expect(sealed).not.toContain(token)
  expect(Buffer.from(sealed.split('.').at(-1)!, 'base64url').includes(token)).toBe(false)
})

test('a ciphertext put into another manager\'s row, or used for another purpose, does not open', () => {
  const seals = createSeals([newest])
  const sealed = seals.seal(token, 'calendar-token:m1')
  expect([seals.open(sealed, 'calendar-token:m2'), seals.open(sealed, 'calendar-consent:m1'), seals.open(sealed, '')]).toEqual([null, null, null])
})

test('sealing the same twice gives two different texts', () => {
  const seals = createSeals([newest])
  expect(seals.seal(token, 'a')).not.toBe(seals.seal(token, 'a'))
})

test('after a change of the secret old seals still open and are known as old; without the old secret they don\'t', () => {
  const before = createSeals([older])
  const sealed = before.seal(token, 'a')
  const after = createSeals([newest, older])
  expect([after.open(sealed, 'a'), after.isOld(sealed), before.isOld(sealed)]).toEqual([token, true, false])
  const anew = after.seal(after.open(sealed, 'a')!, 'a')
  expect([after.isOld(anew), createSeals([newest]).open(anew, 'a')]).toEqual([false, token])
  expect(createSeals([newest]).open(sealed, 'a')).toBeNull()
})

test('one changed sign anywhere, a cut end and foreign texts do not open', () => {
  const seals = createSeals([newest])
  const sealed = seals.seal(token, 'a')
  for (let at = 0; at < sealed.length - 1; at += 1) {
    const other = sealed[at] === 'A' ? 'B' : 'A'
    expect(seals.open(sealed.slice(0, at) + other + sealed.slice(at + 1), 'a')).toBeNull()
  }
  for (const foreign of ['', token, 'v1', sealed.slice(0, -4), `${sealed}.x`, sealed.replace('v1', 'v2')]) expect(seals.open(foreign, 'a')).toBeNull()
})

test('any text and any context come back as they were', () => {
  const seals = createSeals([newest, older])
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, context) => seals.open(seals.seal(text, context), context) === text))
})

test('without a secret nothing is sealed', () => {
  expect(() => createSeals([])).toThrow('secret')
})
