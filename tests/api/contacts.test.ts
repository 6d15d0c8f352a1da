import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())
const olga = () => server.as('olga@demo.example')
const aCall = { startsAt: '2026-11-20T12:00:00+03:00', method: 'call', direction: 'outgoing', status: 'held' } as const

test('a logged call is shown as it was said, in UTC', async () => {
  const call = await olga()
  const contact = await call('createContact', { body: { ...aCall, durationMinutes: 15, counterpartyId: 'cp-vektor', personIds: ['p-ivan-petrov'], subject: 'Price', content: '  kept as it is \n', result: 'agreed', attributes: { mood: 'good', discount: 5 } } })
  expect(contact).toMatchObject({
    startsAt: '2026-11-20T09:00:00.000Z', durationMinutes: 15, source: 'manual', manager: { id: 'm-olga' }, persons: [{ id: 'p-ivan-petrov', name: 'Ivan Petrov' }], counterparty: { id: 'cp-vektor' },
    content: '  kept as it is \n', result: 'agreed', attributes: { mood: 'good', discount: 5 }, overdue: false, priority: 'medium', nextIds: [], previousId: null,
  })
  expect(await call('getContact', { id: contact.id })).toEqual(contact)
})

test('a change needs the version seen, and the answer is the newer one', async () => {
  const call = await olga()
  const contact = await call('createContact', { body: { ...aCall } })
  await expect(call('patchContact', { id: contact.id, body: { result: 'x' } })).rejects.toMatchObject({ problem: { status: 428, code: 'precondition-required' } })
  const changed = await call('patchContact', { id: contact.id, body: { result: 'x', state: 3, priority: 'high' }, ifMatch: contact.etag })
  expect(changed).toMatchObject({ result: 'x', state: 3, priority: 'high' })
  expect(changed.etag).not.toBe(contact.etag)
  await expect(call('patchContact', { id: contact.id, body: { result: 'y' }, ifMatch: contact.etag })).rejects.toMatchObject({ problem: { status: 412, code: 'stale' } })
  expect((await call('patchContact', { id: contact.id, body: { result: 'y' }, ifMatch: '*' })).result).toBe('y')
  const answer = await server.raw('GET', `/api/contacts/${contact.id}`, { as: 'olga@demo.example' })
  expect(answer.headers.get('etag')).toBe((await answer.json() as { etag: string }).etag)
})

test('of two who change the same version at once one wins and the other is told', async () => {
  const call = await olga()
  const contact = await call('createContact', { body: { ...aCall } })
  const results = await Promise.allSettled(['one', 'two', 'three'].map((result) => call('patchContact', { id: contact.id, body: { result }, ifMatch: contact.etag })))
  expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
})

test('a plan past its end is overdue until its outcome is known; moved keeps the contact', async () => {
  const call = await olga()
  const plan = await call('createContact', { body: { ...aCall, status: 'planned', startsAt: '2026-11-21T09:00:00Z', durationMinutes: 30 } })
  expect(plan.overdue).toBe(true)
  const moved = await call('recordOutcome', { id: plan.id, body: { outcome: 'moved', movedTo: '2026-11-25T09:00:00Z' } })
  expect(moved).toMatchObject({ id: plan.id, status: 'planned', startsAt: '2026-11-25T09:00:00.000Z', overdue: false })
  const held = await call('recordOutcome', { id: plan.id, body: { outcome: 'held', result: 'Signed', state: 3, next: { at: '2026-12-02T09:00:00Z', method: 'meeting' } } })
  expect(held).toMatchObject({ status: 'held', result: 'Signed', state: 3 })
  expect(await call('getContact', { id: held.nextIds[0]! })).toMatchObject({ previousId: plan.id, status: 'planned', method: 'meeting' })
  await expect(call('recordOutcome', { id: plan.id, body: { outcome: 'moved' } as never })).rejects.toMatchObject({ problem: { status: 400, errors: [{ path: 'movedTo' }] } })
})

test('only a planned contact can be cancelled, and a second press changes nothing', async () => {
  const call = await olga()
  const plan = await call('createContact', { body: { ...aCall, status: 'planned', startsAt: '2026-12-01T09:00:00Z' } })
  expect(await call('cancelContact', { id: plan.id, body: { reason: 'Client is ill' } })).toMatchObject({ status: 'cancelled', result: 'Client is ill' })
  expect((await call('cancelContact', { id: plan.id })).status).toBe('cancelled')
  const held = await call('createContact', { body: { ...aCall } })
  await expect(call('cancelContact', { id: held.id })).rejects.toMatchObject({ problem: { status: 409, code: 'wrong-status' } })
})

test('the list takes every filter, several values of one name, and text in any case with ё as е', async () => {
  const call = await olga()
  const mark = `метка${Date.now()}`
  const make = (subject: string, body: object) => call('createContact', { body: { ...aCall, subject: `${mark} ${subject}`, ...body } })
  await make('Счёт', { method: 'meeting', state: 1 })
  await make('Другое', { method: 'call', direction: 'incoming', counterpartyId: 'cp-delta' })
  await make('План', { status: 'planned', startsAt: '2026-11-29T09:00:00Z', managerId: 'm-anna' })
  const found = async (query: object) => (await call('listContacts', { query: { q: mark, sort: 'startsAt', ...query } })).items.map((one) => one.subject.slice(mark.length + 1))
  expect(await found({})).toEqual(['Счёт', 'Другое', 'План'])
  expect(await found({ q: `${mark.toUpperCase()} СЧЕТ` })).toEqual(['Счёт'])
  expect(await found({ method: ['meeting', 'call'], status: 'held' })).toEqual(['Счёт', 'Другое'])
  expect(await found({ counterpartyId: 'cp-delta', direction: 'incoming' })).toEqual(['Другое'])
  expect(await found({ managerId: 'm-anna' })).toEqual(['План'])
  expect(await found({ state: [1, 2] })).toEqual(['Счёт'])
  expect(await found({ from: '2026-11-29T09:00:00Z' })).toEqual(['План'])
  expect(await found({ to: '2026-11-29T09:00:00Z' })).toEqual(['Счёт', 'Другое'])
})

test('paging by cursor gives every row once, also when rows are put in between', async () => {
  const call = await olga()
  for (const sort of ['-startsAt', 'counterparty', '-subject', 'priority']) {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await call('listContacts', { query: { sort, limit: 7, cursor, to: '2026-11-20T00:00:00Z' } })
      seen.push(...page.items.map((one) => one.id))
      if (seen.length === 14) await call('createContact', { body: { ...aCall, startsAt: '2027-01-01T00:00:00Z' } })
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(20)
  }
})

test('also involved: the contact stands in both clients\' lists', async () => {
  const call = await olga()
  const contact = await call('createContact', { body: { ...aCall, counterpartyId: 'cp-vektor', alsoCounterpartyIds: ['cp-beta'] } })
  const listed = await call('listContacts', { query: { counterpartyId: 'cp-beta', limit: 200 } })
  expect(listed.items.map((one) => one.id)).toContain(contact.id)
})

test('dates of the years 1 and 9999 are kept', async () => {
  const call = await olga()
  for (const startsAt of ['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.000Z']) expect((await call('createContact', { body: { ...aCall, startsAt } })).startsAt).toBe(startsAt)
})
