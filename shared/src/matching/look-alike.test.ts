import fc from 'fast-check'
import { domainKeyOf, hostKeyOf } from './domain-key'
import { belongsToNobody, isDisposable, isFreeMail } from './free-mail'
import { domainForms, isLookAlike, skeletonOf, withinOneEdit } from './look-alike'

const key = (domain: string) => domainKeyOf(hostKeyOf(domain) ?? '')
const canBeFound = (a: string, b: string) => skeletonOf(a) === skeletonOf(b) || domainForms(a).some((form) => domainForms(b).includes(form))

describe('a domain that can be taken for a client’s', () => {
  it.each([
    ['Cyrillic letters', 'раypal.com', 'paypal.com'], ['all letters Cyrillic', 'аррӏе.com', 'apple.com'], ['Greek letters', 'νector.example', 'vector.example'], ['a figure for a letter', 'paypa1.com', 'paypal.com'],
    ['a nought for an o', 'b0lt.example', 'bolt.example'], ['rn for m', 'acrne.example', 'acme.example'], ['vv for w', 'vvest.example', 'west.example'], ['an accent', 'véctor.example', 'vector.example'],
    ['a letter more', 'vectors.example', 'vector.example'], ['a letter less', 'vectr.example', 'vector.example'], ['another letter', 'vektor.example', 'vector.example'], ['two letters swapped', 'vetcor.example', 'vector.example'],
    ['a hyphen', 'north-wind.example', 'northwind.example'], ['a Cyrillic name, a letter off', 'прибар.example', 'прибор.example'], ['.co for .com', 'vector.co', 'vector.com'], ['short, but the very same to the eye', 'hр.com', 'hp.com'],
    ['a letter before a pair that runs together', 'corker.example', 'corner.example'],
  ])('%s', (_, forged, real) => {
    expect(isLookAlike(key(forged), key(real))).toBe(true)
    expect(canBeFound(key(forged), key(real))).toBe(true)
  })

  it.each([
    ['itself', 'vector.example', 'vector.example'], ['itself in capitals', 'Прибор.example', 'прибор.example'], ['the same firm in another country', 'vector.de', 'vector.ru'], ['a short name', 'hp.example', 'ht.example'],
    ['two letters off', 'vettar.example', 'vector.example'], ['the next number', 'school12.example', 'school13.example'], ['another word', 'beta.example', 'delta.example'], ['numbers alone are names', '163.com', '126.com'],
  ])('not %s', (_, a, b) => expect(isLookAlike(key(a), key(b))).toBe(false))

  it('is found by the stored forms whenever it is one letter off', () => {
    const name = fc.stringMatching(/^[a-zа-я0-9-]{4,12}$/)
    const edit = fc.tuple(fc.nat(11), fc.constantFrom('more', 'less', 'other', 'swapped'), fc.constantFrom('q', 'x', '7', 'ж'))
    fc.assert(fc.property(name, edit, (label, [at, how, letter]) => {
      const chars = [...label]
      const i = at % chars.length
      if (how === 'more') chars.splice(i, 0, letter)
      else if (how === 'less') chars.splice(i, 1)
      else if (how === 'other') chars[i] = letter
      else chars.splice(i, 2, ...chars.slice(i, i + 2).reverse())
      const [a, b] = [hostKeyOf(`${label}.example`), hostKeyOf(`${chars.join('')}.example`)]
      fc.pre(a !== null && b !== null)
      expect(isLookAlike(a, b)).toBe(isLookAlike(b, a))
      if (isLookAlike(a, b)) expect(canBeFound(a, b)).toBe(true)
      expect(withinOneEdit(label, chars.join(''))).toBe(true)
    }), { numRuns: 300 })
  })

  it('has a bounded number of forms', () => expect(domainForms(`${'rnvv'.repeat(15)}.example`).length).toBeLessThanOrEqual(128))
})

describe('domains that are nobody’s own', () => {
  it.each(['mail.ru', 'bk.ru', 'yandex.by', 'ya.ru', 'rambler.ru', 'gmail.com', 'googlemail.com', 'outlook.fr', 'yahoo.co.jp', 'tut.by', 'internet.ru', 'pm.me'])('%s gives addresses to anybody', (domain) => expect(isFreeMail(domain)).toBe(true))
  it.each(['vector.example', 'example.com', 'gazprom.ru', 'yandex-team.ru', 'microsoft.com', 'livejournal.com'])('%s does not', (domain) => expect(belongsToNobody(domain)).toBe(false))
  it('knows addresses of ten minutes', () => expect([isDisposable('mailinator.com'), isDisposable('0-mail.com'), isDisposable('mail.ru')]).toEqual([true, true, false]))
})
