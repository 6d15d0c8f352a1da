import fc from 'fast-check'
import { addressLimits, parseAddress } from './address'
import { parseAddressList } from './address-list'
import { parseDomain } from './domain-key'

const keyOf = (raw: string) => parseAddress(raw)?.addressKey ?? null

describe('the canonical form of an address', () => {
  it.each([
    ['space and display name fall away', '  "Petrov, Ivan" <Ivan.Petrov@Vector.EXAMPLE> ', 'ivan.petrov@vector.example'],
    ['zero-width characters at the ends come from copying', '\u200bivan@vector.example\ufeff', 'ivan@vector.example'],
    ['a comment says nothing', 'ivan@vector.example (Ivan)', 'ivan@vector.example'],
    ['a name may hold an address, the brackets decide', 'ivan@a.example <ivan@b.example>', 'ivan@b.example'],
    ['the dot that ends a full domain', 'ivan@vector.example.', 'ivan@vector.example'],
    ['an internationalised address', 'Инфо@Письмо.РФ', 'инфо@xn--h1aigbl0e.xn--p1ai'],
    ['ß is a letter of its own', 'info@Faß.de', 'info@xn--fa-hia.de'],
    ['the Turkish dotted I keeps its dot', 'İ@vector.example', 'i̇@vector.example'],
    ['the letters of a Kelvin sign and of K are one', '\u212a@vector.example', 'k@vector.example'],
    ['a decomposed letter is the composed one', 'ju\u0308rgen@vector.example', 'jürgen@vector.example'],
    ['quotes of a quoted local part stay', '"a@b"@x.example', '"a@b"@x.example'],
    ['a quoted local part is split at the last @ only', '"xclow3n@gmail.com x"@internal.example', '"xclow3n@gmail.com x"@internal.example'],
    ['the same in angle brackets', 'X <"a@b"@x.example>', '"a@b"@x.example'],
    ['what the standard forbids and real senders have', 'a..b.@docomo.ne.jp', 'a..b.@docomo.ne.jp'],
    ['a local part longer than the standard’s 64', `${'r'.repeat(90)}@relay.example`, `${'r'.repeat(90)}@relay.example`],
    ['a local part in emoji', '❤️@emoji.example', '❤️@emoji.example'],
    ['a joiner that Persian spelling needs', 'نامه‌ای@x.example', 'نامه‌ای@x.example'],
    ['an address literal', 'root@[IPv6:2001:DB8::1]', 'root@[ipv6:2001:db8::1]'],
    ['a machine without a domain', 'root@localhost', 'root@localhost'],
    ['tags are somebody else until a person says otherwise', 'Ivan+x@gmail.com', 'ivan+x@gmail.com'],
  ])('%s', (_, raw, key) => expect(keyOf(raw)).toBe(key))

  it.each([
    '', ' ', 'Ivan Petrov', 'ivan@', '@vector.example', 'a@b@vector.example', 'ivan@vector..example', 'ivan@.', 'ivan@xn--a',
    '/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=ivan', '"Someone" <valid@example.net>:<thief@evil.example>', '<a@b.example> <c@d.example>', 'a@b.example, c@d.example',
    'ivan@vector.example(c)evil', 'ivan(c)petrov@vector.example', 'Team: Ivan <ivan@vector.example>;', 'ivan petrov@vector.example', 'Ivan ivan@vector.example', '"Ivan" ivan@vector.example', 'ivan@vec\u200btor.example', 'iv\u202ean@vector.example', 'ivan@vector\u2028.example', 'iv\0an@vector.example', 'Ivan <iv\x01an@vector.example>', 'Ivan <iv\nan@vector.example>', 'ivan@vector.example\n\nBcc: x@y.example',
    'ivan@ｖector.example', 'ivan@vec\u00adtor.example', '=?utf-8?q?=40evil.example?=@vector.example', '=?utf-8?b?YUBiLmNvbQ==?=', '\ud800@vector.example', `${'a'.repeat(addressLimits.address)}@b.example`, `a@${'b'.repeat(64)}.example`,
  ])('%j is not read as anybody', (raw) => expect(parseAddress(raw)).toBeNull())

  it('keeps what was written for showing', () => {
    expect(parseAddress('Чернова <Чернова@Прибор.example>')?.address).toBe('Чернова@Прибор.example')
  })
})

describe('one mailbox under several spellings', () => {
  it.each([
    ['Ivan.Petrov+news@googlemail.com', 'ivanpetrov@gmail.com'], ['ivan-petrov@ya.ru', 'ivan.petrov@yandex.kz'], ['ivan+a@vector.example', 'ivan+b@vector.example'],
  ])('%s and %s', (a, b) => {
    expect(parseAddress(a)?.mailboxKey).toBe(parseAddress(b)?.mailboxKey)
    expect(keyOf(a)).not.toBe(keyOf(b))
  })
  it.each([
    ['ivan@mail.ru', 'ivan@bk.ru'], ['i.van@vector.example', 'ivan@vector.example'], ['+7900@vector.example', '+7901@vector.example'], ['"ivan+a"@vector.example', '"ivan+b"@vector.example'], ['ivan-petrov@gmail.com', 'ivan.petrov@gmail.com'],
  ])('%s and %s are two', (a, b) => expect(parseAddress(a)?.mailboxKey).not.toBe(parseAddress(b)?.mailboxKey))
})

describe('the domain that a firm owns', () => {
  it.each([
    ['mail.vector.example', 'vector.example'], ['firma.spb.ru', 'firma.spb.ru'], ['mail.firma.co.uk', 'firma.co.uk'], ['acme.github.io', 'acme.github.io'], ['почта.завод.рф', 'xn--80aegj1b.xn--p1ai'], ['localhost', 'localhost'], ['10.0.0.1', '10.0.0.1'],
  ])('of %s is %s', (host, domainKey) => expect(parseAddress(`a@${host}`)?.domainKey).toBe(domainKey))

  it.each(['vector.example', ' WWW.Vector.example', '@vector.example', 'https://www.vector.example:8080/about?x#y', 'http://vector.example', 'mail.vector.example'])('is read from %j as a person types it', (raw) => {
    expect(parseDomain(raw)?.domainKey).toBe('vector.example')
  })
  it.each(['', 'two words', 'ivan@vector.example', '[127.0.0.1]', 'a..b'])('%j is no domain', (raw) => expect(parseDomain(raw)).toBeNull())
})

describe('a list of addresses', () => {
  it('gives everybody in their order, the members of groups too, and the unreadable as written', () => {
    const list = parseAddressList('Team: Ann <ann@a.example>, "Lee, Bob" <bob@b.example>; undisclosed-recipients:;, "X" <x@x.example>:<thief@evil.example>, carl@c.example')
    expect(list.map(({ name, address, keys }) => [name, address, keys !== null])).toEqual([
      ['Ann', 'ann@a.example', true], ['Lee, Bob', 'bob@b.example', true], ['', '"X" <x@x.example>:<thief@evil.example>', false], ['', 'carl@c.example', true],
    ])
  })
})

describe('whatever the text', () => {
  const local = fc.stringMatching(/^[a-zа-яё0-9._+-]{1,20}$/)
  const domain = fc.stringMatching(/^[a-zа-я0-9]{1,12}\.(example|ru|рф)$/)

  it('nothing is thrown, and the canonical form of a canonical form is itself', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('a', '@', '.', '"', '<', '>', '(', ')', ',', ';', ':', '\\', ' ', 'я', '+', '\u200d', 'İ', 'xn--', '=?') }), fc.emailAddress())
    fc.assert(fc.property(text, (raw) => {
      parseAddressList(raw)
      const keys = parseAddress(raw)
      if (keys) expect(parseAddress(keys.addressKey)).toEqual({ ...keys, address: keys.addressKey })
    }), { numRuns: 1_500 })
  })

  it('capitals and the ASCII form of the domain change nobody', () => {
    fc.assert(fc.property(local, domain, (name, host) => {
      const keys = parseAddress(`${name}@${host}`)
      fc.pre(keys !== null)
      expect(keyOf(`${name}@${host}`.toUpperCase())).toBe(keys.addressKey)
      expect(keyOf(`"Somebody, else" <${name}@${keys.hostKey}>`)).toBe(keys.addressKey)
    }))
  })

  it('two addresses with equal keys have equal domains and mailboxes', () => {
    fc.assert(fc.property(local, local, domain, (a, b, host) => {
      const [one, two] = [parseAddress(`${a}@${host}`), parseAddress(`${b}@${host}`)]
      expect(one?.addressKey === two?.addressKey).toBe(a === b)
    }))
  })
})
