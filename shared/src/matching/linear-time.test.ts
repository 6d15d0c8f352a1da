// Text from outside is read in one walk, whatever it is: counted where a count is to be had, and else by what a quadratic walk could never do.
import type parser from 'nodemailer/lib/addressparser'
import { addressLimits, parseAddress } from './address'
import { listLimits, parseAddressList } from './address-list'
import { claimedAddresses, claimedNames, pretendedAddress } from './display-name'
import { parseDomain } from './domain-key'
import { messageKeyOf } from './message-key'
import { otherSide } from './other-side'

const given: number[] = []
jest.mock('nodemailer/lib/addressparser', () => {
  const real = jest.requireActual<{ default: typeof parser }>('nodemailer/lib/addressparser')
  return { __esModule: true, default: (text: string) => {
    given.push(text.length)
    return real.default(text)
  } }
})

const hostile = ['a@a.', '((((', '"\\"', '>', '<', '<a@b.c>', ',', ':', ';', 'a:', '\\', ' ', '\u200b', '"a', '@', 'a,', 'é', 'xn--', '=?', '"<(', '(\\', 'a@b.c,"', 'X <a@b.c>,']
const mega = (piece: string, length = 1_000_000) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
beforeEach(() => { given.length = 0 })

it.each(hostile)('a megabyte of %j gives the parser each character once at most, in small pieces', (piece) => {
  parseAddressList(mega(piece))
  expect(given.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(1_000_000)
  expect(Math.max(0, ...given)).toBeLessThanOrEqual(addressLimits.raw)
})

it('and the parser is asked for every entry that has a name', () => {
  parseAddressList('Ann <ann@a.example>, Bob <bob@b.example>, carl@c.example')
  expect(given).toEqual([19, 19])
})

it('one address in a megabyte is not looked for', () => {
  for (const piece of hostile) parseAddress(`${mega(piece)}<ivan@vector.example>`)
  expect(given).toEqual([])
})

it('a list ends at its stated limit', () => {
  expect(parseAddressList(mega('a@b.example,')).length).toBe(listLimits.entries)
})

it.each(hostile)('a megabyte of %j in every field at once takes no quadratic time', (piece) => {
  const text = mega(piece)
  const party = { name: text, address: text }
  const startedAt = performance.now()
  otherSide({ from: party, to: Array.from({ length: 10_000 }, () => party), cc: [], replyTo: [] }, { addressKeys: new Set(), domainKeys: new Set() })
  for (const read of [claimedNames, claimedAddresses, pretendedAddress, parseDomain]) read(text)
  messageKeyOf({ messageId: mega(piece, 4_000), from: party, sentAt: text, subject: text }, () => '')
  expect(performance.now() - startedAt).toBeLessThan(10_000) // a quadratic walk over a megabyte takes minutes
})

it('the longest address that is looked at stays cheap, for the worst text at that length', () => {
  const startedAt = performance.now()
  for (const piece of hostile) for (let i = 0; i < 100; i++) parseAddress(`${mega(piece, addressLimits.raw - 5)}@b.cc`)
  expect(performance.now() - startedAt).toBeLessThan(10_000)
})
