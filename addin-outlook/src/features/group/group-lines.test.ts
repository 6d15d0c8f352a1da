import type { Match } from '@counterpane/shared/contract/sidebar'
import { rivalsOf } from '@counterpane/shared/matching/address-rivals'
import { aContact, aLetter, anAnswer } from '../../app/pane-test-kit'
import { answeredLine, clientOfLine, type GroupLine, inParts, mayTick, unreadLine } from './group-lines'

const matched = (overrides: Partial<Match> = {}): Match => ({ ...anAnswer('ivan').match, ...overrides })
const aLine = (): GroupLine => ({ ...unreadLine({ itemId: 'item-ivan', subject: 'About ivan' }), message: aLetter('ivan'), text: 'Dear Olga' })
const answered = (outcome: 'created' | 'already-registered' | 'needs-client' | 'refused', match = matched(), contact?: ReturnType<typeof aContact>) => answeredLine(aLine(), { messageId: null, outcome, match, ...(contact && { contact }) })
const otherClient = { id: 'c-dealer', name: 'Dealer', class: null, vip: false, manager: null }
const sharing = { person: { id: 'p-2', name: 'Ivan', position: null, addresses: ['IVAN@client.example'] }, counterparty: otherClient, lastContactAt: null }

it('only what is certain is ticked by itself', () => {
  expect(answered('created')).toMatchObject({ standing: 'ready', ticked: true })
  for (const [line, standing] of [
    [answered('needs-client', matched({ kind: 'suggestion' })), 'suggested'], [answered('needs-client', matched({ kind: 'none', person: null, counterparty: null })), 'needs-client'],
    [answered('created', matched({ candidates: [sharing] })), 'several'], [answered('refused', matched({ kind: 'internal' })), 'colleague'],
    [answered('refused', matched({ kind: 'none', rule: 'blocked' })), 'blocked'], [answered('refused'), 'excluded'],
    [answered('already-registered', matched(), aContact()), 'registered'], [answered('already-registered'), 'twice'],
  ] as const) expect(line).toMatchObject({ standing, ticked: false })
})

it('a choice makes a tick possible where one is wanted, and nowhere else', () => {
  const choice = { counterparty: { id: 'c', name: 'C' }, person: null }
  const nobody = { counterparty: null, person: null }
  expect(mayTick({ ...answered('needs-client'), choice })).toBe(true)
  expect(mayTick({ ...answered('needs-client'), choice: nobody })).toBe(true)
  expect(mayTick({ ...answered('refused', matched({ kind: 'internal' })), choice })).toBe(true)
  expect(mayTick({ ...answered('refused', matched({ kind: 'internal' })), choice: nobody })).toBe(false)
  expect(mayTick({ ...answered('refused'), choice })).toBe(false)
  expect(mayTick({ ...answered('already-registered', matched(), aContact()), choice })).toBe(false)
})

it('somebody else in the email is no rival for its client; whoever shares the address is, until the team has chosen', () => {
  const colleague = { ...sharing, person: { ...sharing.person, addresses: ['maria@other.example'] } }
  expect(rivalsOf(matched({ candidates: [colleague] }), aLetter('ivan').snapshot.from)).toEqual([])
  expect(rivalsOf(matched({ candidates: [sharing, colleague] }), aLetter('ivan').snapshot.from)).toEqual([sharing])
  expect(rivalsOf(matched({ rule: 'remembered-choice', candidates: [sharing] }), aLetter('ivan').snapshot.from)).toEqual([])
})

it('the client shown is the client sent', () => {
  expect(clientOfLine(answered('created'))).toEqual({ counterpartyId: 'c-ivan' })
  expect(clientOfLine({ ...answered('created'), choice: { counterparty: { id: 'c-2', name: '' }, person: { id: 'p-2', name: '' } } })).toEqual({ counterpartyId: 'c-2', personIds: ['p-2'] })
  expect(clientOfLine({ ...answered('needs-client'), choice: { counterparty: null, person: null } })).toEqual({ counterpartyId: null, personIds: [] })
  expect(clientOfLine(answered('created', matched({ counterparty: null })))).toEqual({ personIds: ['p-ivan'] })
})

it('questions are parted by weight and number, in order, and nothing is left out', () => {
  const values = ['a'.repeat(40), 'b'.repeat(40), 'ж'.repeat(40), 'd'.repeat(500), 'e']
  const parts = inParts(values, { maxBytes: 100, maxCount: 10 })
  expect(parts.flat()).toEqual(values)
  expect(parts.map((part) => part.length)).toEqual([2, 1, 1, 1])
  expect(inParts(['a', 'b', 'c'], { maxBytes: 100, maxCount: 2 }).map((part) => part.length)).toEqual([2, 1])
})
