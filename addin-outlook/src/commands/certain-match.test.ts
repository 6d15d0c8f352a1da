import type { Match } from '@counterpane/shared/contract/sidebar'
import { isCertain } from './certain-match'

const person = (id: string, ...addresses: string[]) => ({ id, name: id, position: null, addresses })
const client = (id: string) => ({ id, name: id, class: null, vip: false, manager: null })
const candidate = (who: string | null, of: string | null, address = '') => ({ person: who === null ? null : person(who, address), counterparty: of === null ? null : client(of), lastContactAt: null })
const match = (change: Partial<Match> = {}): Match => ({
  kind: 'person', rule: 'person-address', reason: '', person: person('ivan', 'ivan@vector.example'), counterparty: client('vector'), candidates: [], warnings: [], ...change,
})
const atClient = { kind: 'counterparty', rule: 'counterparty-address', person: null } as const

it.each<[string, Match]>([
  ['a person’s exact address', match()],
  ['a client’s exact address', match(atClient)],
  ['what the team has chosen for the address', match({ rule: 'remembered-choice', candidates: [candidate('petr', 'beta', 'ivan@vector.example')] })],
  ['a colleague of the same client in copy', match({ candidates: [candidate('svetlana', 'vector', 's@vector.example')] })],
  ['another client in copy', match({ candidates: [candidate('john', 'beta', 'john@beta.example')] })],
])('%s is certain', (_, certain) => {
  expect(isCertain(certain, { outgoing: false })).toBe(true)
})

it.each<[string, Match]>([
  ['a suggestion', match({ kind: 'suggestion', rule: 'counterparty-domain' })],
  ['an address with a tag', match({ rule: 'sub-address' })],
  ['nobody', match({ kind: 'none', rule: 'none', person: null, counterparty: null })],
  ['a person whose address another client’s person has too', match({ candidates: [candidate('petr', 'beta', 'ivan@vector.example')] })],
  ['a client whose address another client has too', match({ ...atClient, candidates: [candidate(null, 'beta')] })],
  ['somebody there is a warning about', match({ warnings: [{ code: 'look-alike-domain', text: '', counterparty: null }] })],
])('%s is not', (_, uncertain) => {
  expect(isCertain(uncertain, { outgoing: false })).toBe(false)
})

it('a letter of ours to two clients is not, to two people of one client it is', () => {
  expect(isCertain(match({ candidates: [candidate('john', 'beta', 'john@beta.example')] }), { outgoing: true })).toBe(false)
  expect(isCertain(match({ candidates: [candidate('svetlana', 'vector', 's@vector.example')] }), { outgoing: true })).toBe(true)
})
