import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { kindOfAttribute, operatorsOf, ruleFields, type RuleCondition, type RuleField, type RuleGroup, type RuleKind } from '@counterpane/shared/domain/rule-fields'
import fc from 'fast-check'
import { startTestServer, type TestServer } from '../support/test-server'
import { fitsRule, readClients, type PlainSegment } from './segments-oracle'

let server: TestServer
let olga: HttpClient
const segments = new Map<string, PlainSegment>()
const pick = <T>(list: readonly T[], at: number) => list[at % list.length]!
const types = { Fleet: 'number', Plan: 'choice', Code: 'text', Since: 'date', Debtor: 'flag', Site: 'link' } as const
const words = { kind: ['client', 'dealer'], class: ['A', 'B'], status: ['active', 'lost'], industry: ['Торговля', 'IT'], region: ['Москва', 'Ural'], turnover: ['1', '2'] } as const

beforeAll(async () => {
  server = await startTestServer()
  olga = await server.as('olga@demo.example')
  const admin = await server.as('admin@demo.example')
  for (const [name, type] of Object.entries(types)) await admin('createAttribute', { body: { noun: 'counterparty', name, type, options: type === 'choice' ? ['Basic', 'Full'] : [] } })
  const ids: string[] = []
  for (let i = 0; i < 60; i++) {
    const some = <T>(list: readonly T[], step: number) => ((i * step) % 5 === 0 ? null : pick(list, i * step))
    const { id } = await olga('createCounterparty', { body: {
      name: `Клиент ${i} ${pick(['Альфа', 'beta', 'ГАММА'], i)}`, kind: pick(words.kind, i), class: some(words.class, 3), status: some(words.status, 7), industry: some(words.industry, 2), region: some(words.region, 11), turnover: some(words.turnover, 13), vip: i % 3 === 0,
      managerId: some(['m-olga', 'm-anna'], 17), loyalty: some(['Цена и срок', 'service'], 3), competitors: some(['Подшипники', 'belts'], 2),
      attributes: { ...(i % 2 && { Fleet: i % 7 }), ...(i % 3 && { Plan: pick(['Basic', 'Full'], i) }), ...(i % 4 && { Code: pick(['Абв', 'xyz'], i) }), ...(i % 5 && { Since: `202${i % 6}-0${1 + (i % 9)}-15` }), ...(i % 7 && { Debtor: i % 2 === 0 }), ...(i % 2 === 0 && { Site: 'https://a.example' }) },
    } })
    ids.push(id)
    for (let n = 0; n < i % 4; n++) await olga('createPerson', { body: { name: `Person ${i}.${n}`, counterpartyId: id } })
    if (i % 3 === 1) await olga('createTask', { body: { title: 'Do', dueAt: '2026-12-01T10:00:00Z', counterpartyId: id } })
    if (i % 2) await olga('createContact', { body: { startsAt: new Date(server.clock.now().getTime() - (i * 3 + 0.5) * 86_400_000).toISOString(), method: 'call', direction: 'outgoing', status: i % 5 === 0 ? 'cancelled' : 'held', counterpartyId: id } })
  }
  const hand = await olga('createSegment', { body: { name: 'By hand', shared: true } })
  await olga('changeMembers', { id: hand.id, body: { add: ids.filter((_, i) => i % 4 === 0) } })
  segments.set(hand.id, { rule: null, members: new Set(ids.filter((_, i) => i % 4 === 0)) })
  const rule: RuleGroup = { match: 'any', conditions: [{ field: 'vip', operator: 'is', values: [true] }, { field: 'segment', operator: 'anyOf', values: [hand.id] }] }
  const byRule = await olga('createSegment', { body: { name: 'By rule', shared: true, rule } })
  segments.set(byRule.id, { rule, members: new Set() })
}, 60_000)
afterAll(() => server.close())

const valuesFor = (field: RuleField, key: string | undefined, kind: RuleKind): fc.Arbitrary<RuleCondition['values']> => {
  const texts = field in words ? [...words[field as keyof typeof words], 'other'] : field === 'teamId' ? ['t-1', 'team-sales'] : field === 'segment' ? [...segments.keys()] : field === 'attribute' ? ['Basic', 'Full', 'none'] : ['m-olga', 'm-anna', 'm-none']
  switch (kind) {
    case 'word': case 'reference': case 'set': return fc.subarray(texts, { minLength: 1 })
    case 'words': return fc.constantFrom('альфа', 'Клиент 1', 'BETA', 'nothing').map((one) => [one])
    case 'text': return fc.constantFrom('цена', 'service', 'ПОДШ', 'абв', 'yz', '%', '_').map((one) => [one])
    case 'flag': return fc.boolean().map((one) => [one])
    case 'moment': return fc.integer({ min: 1, max: 150 }).map((one) => [one])
    case 'amount': return fc.integer({ min: 0, max: 3 }).map((one) => [one])
    case 'number': return fc.integer({ min: -1, max: 7 }).map((one) => [one])
    case 'date': return fc.constantFrom('2021-03-15', '2023-01-01', '2025-12-31').map((one) => [one])
    case 'link': return fc.constant(undefined)
  }
  throw new Error(`${field} ${key}`)
}
const condition: fc.Arbitrary<RuleCondition> = fc.constantFrom<[RuleField, string | undefined, RuleKind][]>(
  ...(Object.entries(ruleFields) as [RuleField, RuleKind][]).map(([field, kind]): [RuleField, string | undefined, RuleKind] => [field, undefined, kind]),
  ...Object.entries(types).map(([key, type]): [RuleField, string | undefined, RuleKind] => ['attribute', key, kindOfAttribute[type]]),
).chain(([field, key, kind]) => fc.constantFrom(...operatorsOf[kind]).chain((operator) =>
  (operator === 'filled' || operator === 'empty' ? fc.constant(undefined) : fc.constant(null).chain(() => valuesFor(field, key, kind))).map((values) => ({ field, operator, ...(key && { key }), ...(values && { values }), ...(field === 'contacts' && { days: 60 }) }))))
const group = (inner: fc.Arbitrary<RuleCondition | RuleGroup>): fc.Arbitrary<RuleGroup> => fc.record({ match: fc.constantFrom<('all' | 'any')[]>('all', 'any'), conditions: fc.array(inner, { maxLength: 3 }) })
const rules = group(fc.oneof({ weight: 3, arbitrary: condition }, group(fc.oneof({ weight: 3, arbitrary: condition }, group(condition)))))

test('a rule finds the clients that a plain reading of it finds', async () => {
  const clients = readClients(server)
  const seen = new Set<number>()
  await fc.assert(fc.asyncProperty(rules, async (rule) => {
    const { count } = await olga('previewSegment', { body: { rule } })
    const expected = clients.filter((one) => fitsRule(one, rule, { now: server.clock.now().getTime(), segments })).length
    seen.add(expected)
    expect({ rule, count }).toEqual({ rule, count: expected })
  }), { numRuns: 300 })
  expect(seen.size).toBeGreaterThan(15)
}, 60_000)

const world = () => ({ now: server.clock.now().getTime(), segments })
const single = Object.entries(ruleFields).flatMap(([field, kind]) => operatorsOf[kind].map((operator) => [field as keyof typeof ruleFields, operator, kind] as const))
test.each(single)('%s %s alone', async (field, operator, kind) => {
  const clients = readClients(server)
  for (const values of operator === 'filled' || operator === 'empty' ? [undefined] : fc.sample(fc.constant(null).chain(() => valuesFor(field, undefined, kind)), { numRuns: 4, seed: 7 })) {
    const rule: RuleGroup = { match: 'all', conditions: [{ field, operator, ...(values && { values }), ...(field === 'contacts' && { days: 60 }) }] }
    expect({ rule, count: (await olga('previewSegment', { body: { rule } })).count }).toEqual({ rule, count: clients.filter((one) => fitsRule(one, rule, world())).length })
  }
})
