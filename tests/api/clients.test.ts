import { openTeam } from '../support/open-team'

const team = openTeam()
const { olga, raw } = team

test('a client is created with the least there is to say', async () => {
  const response = await raw('POST', '/api/counterparties', { name: 'Acme' })
  const acme = await response.json() as { id: string; etag: string }
  expect(response.status).toBe(201)
  expect(response.headers.get('etag')).toBe(acme.etag)
  expect(acme).toMatchObject({ name: 'Acme', kind: 'client', class: null, vip: false, industry: null, region: null, manager: null, addresses: [], domains: [], phones: [] })
  expect(await olga('getCounterparty', { id: acme.id })).toEqual(acme)
})

test('a client keeps everything that was said', async () => {
  const said = { name: 'ООО «Ёлка»', addresses: ['info@elka.example', 'Почта@ёлка.example'], domains: ['ёлка.example'], phones: ['+7 (495) 111-22-33'], industry: 'Торговля', region: 'Москва', kind: 'dealer', class: 'A', vip: true }
  const elka = await olga('createCounterparty', { body: { ...said, managerId: 'm-anna' } })
  expect(elka).toMatchObject({ ...said, manager: { id: 'm-anna', name: 'Anna Orlova' } })
})

test('an address that can\'t be read is refused with its place and a sentence', async () => {
  const response = await raw('POST', '/api/counterparties', { name: 'Acme', addresses: ['ok@acme.example', 'not an address'] })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'invalid-request', errors: [{ path: 'addresses.1', message: expect.stringContaining('not an address') }] })
})

test('the same address twice is one, and it may stand on another client too', async () => {
  const first = await olga('createCounterparty', { body: { name: 'First', addresses: ['shared@both.example', ' SHARED@both.example '] } })
  const second = await olga('createCounterparty', { body: { name: 'Second', addresses: ['shared@both.example'] } })
  expect([first.addresses, second.addresses]).toEqual([['shared@both.example'], ['shared@both.example']])
})

test('a change touches only what is named', async () => {
  const before = await olga('createCounterparty', { body: { name: 'Change me', addresses: ['a@change.example', 'b@change.example'], phones: ['1'], region: 'North', managerId: 'm-anna' } })
  const after = await olga('patchCounterparty', { id: before.id, body: { addresses: ['b@change.example', 'c@change.example'], region: null } })
  expect(after).toEqual({ ...before, addresses: ['b@change.example', 'c@change.example'], region: null, etag: expect.not.stringMatching(before.etag), updatedAt: after.updatedAt })
})

test('a change of a version that somebody else changed meanwhile is refused; without a version it is taken', async () => {
  const { id, etag } = await olga('createCounterparty', { body: { name: 'Race' } })
  expect((await raw('PATCH', `/api/counterparties/${id}`, { vip: true }, { 'If-Match': etag })).status).toBe(200)
  expect((await raw('PATCH', `/api/counterparties/${id}`, { vip: false }, { 'If-Match': etag })).status).toBe(412)
  expect((await raw('PATCH', `/api/counterparties/${id}`, { vip: false })).status).toBe(200)
})

test('somebody unknown is not found', async () => {
  expect((await raw('GET', '/api/counterparties/nobody')).status).toBe(404)
  expect((await raw('PATCH', '/api/counterparties/nobody', { vip: true })).status).toBe(404)
  const response = await raw('POST', '/api/counterparties', { name: 'Acme', managerId: 'nobody' })
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ errors: [{ path: 'managerId' }] })
})

test.each([{ name: '  ' }, {}, { name: 'Acme', unknown: 1 }, { name: 'Acme', addresses: 'a@b.example' }, { name: 'Acme', domains: ['no domain'] }])('%j is no client', async (body) => {
  expect((await raw('POST', '/api/counterparties', body)).status).toBe(400)
})

test('the list finds by all the words of name, address, domain and phone, in any case', async () => {
  const found = async (q: string) => (await olga('listCounterparties', { query: { q } })).items.map((client) => client.name)
  expect(await found('«вектор»')).toEqual(['ООО «Вектор»'])
  expect(await found('вектор ООО')).toEqual(['ООО «Вектор»'])
  expect(await found('INFO@delta')).toEqual(['«Дельта»'])
  expect(await found('ЁЛКА.example')).toEqual(['ООО «Ёлка»'])
  expect(await found('xn--80atc1g.example')).toEqual(['ООО «Ёлка»'])
  expect(await found('010-11-22')).toEqual(['ООО «Вектор»'])
  expect(await found('вектор zebra')).toEqual([])
})

test('the list takes the filters of the contract', async () => {
  const items = async (query: Record<string, string | string[]>) => (await olga('listCounterparties', { query: { ...query, limit: '200' } })).items
  const peters = await items({ managerId: 'm-peter' })
  expect(peters.length).toBeGreaterThan(0)
  expect(peters.every((client) => client.manager?.id === 'm-peter')).toBe(true)
  const classes = await items({ class: ['A', 'C'] })
  expect(new Set(classes.map((client) => client.class))).toEqual(new Set(['A', 'C']))
  expect((await items({ vip: 'true' })).map((client) => client.name)).toContain('ООО «Вектор»')
  expect((await raw('GET', '/api/counterparties?colour=red')).status).toBe(400)
  expect((await raw('GET', '/api/counterparties?limit=201')).status).toBe(400)
  expect((await raw('GET', '/api/counterparties?cursor=nonsense')).status).toBe(400)
})

test('page after page gives everyone once, also when somebody new comes in between', async () => {
  const all = (await olga('listCounterparties', { query: { limit: '200' } })).items.map((client) => client.id)
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: { id: string }[]; nextCursor: string | null } = await olga('listCounterparties', { query: { limit: '3', cursor } })
    seen.push(...page.items.map((client) => client.id))
    if (cursor === null) await olga('createCounterparty', { body: { name: 'AAA comes before all pages that follow' } })
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen.filter((id) => all.includes(id))).toEqual(all)
  expect(new Set(seen).size).toBe(seen.length)
})

test('the longest names in any script are paged through like others', async () => {
  for (const end of ['一', '二']) await olga('createCounterparty', { body: { name: '漢'.repeat(499) + end, region: 'longest names' } })
  const first = await olga('listCounterparties', { query: { region: 'longest names', limit: '1' } })
  const second = await olga('listCounterparties', { query: { region: 'longest names', limit: '1', cursor: first.nextCursor } })
  expect([...first.items, ...second.items].map((client) => client.name.at(-1)).sort()).toEqual(['一', '二'])
})

describe('"always for this address"', () => {
  test('is kept by the canonical address, changed and forgotten', async () => {
    const kept = async () => (await team.server.db.prisma.rememberedChoice.findUnique({ where: { addressKey: 'boss@nowhere.example' } }))
    expect(await olga('rememberChoice', { body: { address: 'Boss@Nowhere.example', personId: 'p-ivan-petrov' } })).toEqual({ address: 'Boss@Nowhere.example', personId: 'p-ivan-petrov', counterpartyId: null })
    expect(await kept()).toMatchObject({ personId: 'p-ivan-petrov', counterpartyId: null, setById: 'm-olga' })
    await olga('rememberChoice', { body: { address: 'boss@nowhere.example', counterpartyId: 'cp-delta' } })
    expect(await kept()).toMatchObject({ personId: null, counterpartyId: 'cp-delta' })
    await olga('rememberChoice', { body: { address: 'boss@nowhere.example' } })
    expect(await kept()).toBeNull()
    const trail = await team.server.db.prisma.auditEntry.findMany({ where: { noun: 'choice' }, orderBy: { id: 'asc' } })
    expect(trail.map((entry) => entry.action)).toEqual(['remembered', 'remembered', 'forgotten'])
  })
  test('takes one client, not two, and only a known one', async () => {
    expect((await raw('PUT', '/api/choices', { address: 'a@b.example', personId: 'p-ivan-petrov', counterpartyId: 'cp-delta' })).status).toBe(400)
    expect((await raw('PUT', '/api/choices', { address: 'no address', counterpartyId: 'cp-delta' })).status).toBe(400)
    expect((await raw('PUT', '/api/choices', { address: 'a@b.example', counterpartyId: 'nobody' })).status).toBe(404)
  })
})
