import { aLetter, asked } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())

const ask = async (overrides: Parameters<typeof aLetter>[0], locale = 'en', email = 'olga@demo.example') =>
  (await server.as(email, locale))('sidebar', { body: { message: asked(aLetter(overrides)) } })
const from = (address: string, name = '') => ({ from: { name, address } })

test('a contact person by exact address, with everything between us in one answer', async () => {
  const answer = await ask({})
  expect(answer.match).toMatchObject({
    kind: 'person', rule: 'person-address', reason: "contact person's address", warnings: [],
    person: { id: 'p-ivan-petrov', position: 'Head of purchasing', addresses: ['ivan.petrov@vector.example', 'i.petrov@vector.example'] },
    counterparty: { id: 'cp-vektor', class: 'A', vip: true, manager: { id: 'm-olga', name: 'Olga Smirnova' } },
  })
  expect(answer.registered).toBeNull()
  const now = server.clock.now().toISOString()
  expect(answer.lastContact!.startsAt <= now && answer.lastContact!.status === 'held').toBe(true)
  expect(answer.nextContact!.startsAt > now && answer.nextContact!.status === 'planned').toBe(true)
  const times = answer.history.items.map((contact) => contact.startsAt)
  expect(times).toEqual([...times].sort().reverse())
  expect(answer.history.items.every((contact) => contact.counterparty?.id === 'cp-vektor' || contact.also.some((ref) => ref.id === 'cp-vektor'))).toBe(true)
  expect(answer.openTasks.length).toBeGreaterThan(0)
  expect(answer.openTasks.map((task) => task.dueAt)).toEqual([...answer.openTasks.map((task) => task.dueAt)].sort())
  expect(answer.openTasks.every((task) => !task.done)).toBe(true)
})

test('the rest of the history is asked for page by page', async () => {
  const answer = await ask({})
  const call = await server.as('olga@demo.example')
  const listed = await call('listContacts', { query: { counterpartyId: 'cp-vektor', limit: 200 } })
  expect(answer.history.items.map((contact) => contact.id)).toEqual(listed.items.slice(0, answer.history.items.length).map((contact) => contact.id))
  const more = await call('listContacts', { query: { counterpartyId: 'cp-vektor', cursor: answer.history.nextCursor, limit: 200 } })
  expect([...answer.history.items, ...more.items].map((contact) => contact.id)).toEqual(listed.items.map((contact) => contact.id))
})

test.each([
  ['capitals and the second address', from('I.PETROV@Vector.EXAMPLE'), 'person', 'person-address', 'cp-vektor'],
  ['an international domain as it is written', from('juergen@bücher.example'), 'person', 'person-address', undefined],
  ['the same domain in its ASCII form', from('juergen@xn--bcher-kva.example'), 'person', 'person-address', undefined],
  ['an international local part', from('чернова@прибор.example'), 'person', 'person-address', undefined],
  ["a counterparty's own address", from('info@delta.example'), 'counterparty', 'counterparty-address', 'cp-delta'],
  ['sub-addressing', from('john.ross+orders@beta.example'), 'suggestion', 'sub-address', 'cp-beta'],
  ['a new person at a known domain', from('new.person@vector.example'), 'suggestion', 'counterparty-domain', 'cp-vektor'],
  ['a sub-domain of a known domain', from('x@mail.vector.example'), 'suggestion', 'counterparty-domain', 'cp-vektor'],
  ['unknown free mail', from('somebody@gmail.com'), 'none', 'none', undefined],
  ['a stranger', from('somebody@nowhere.example'), 'none', 'none', undefined],
  ['a colleague', from('anna@demo.example'), 'internal', 'own-organisation', undefined],
] as const)('%s', async (_name, sender, kind, rule, counterpartyId) => {
  const { match } = await ask(sender)
  expect({ kind: match.kind, rule: match.rule }).toEqual({ kind, rule })
  if (counterpartyId !== undefined) expect(match.counterparty?.id).toBe(counterpartyId)
})

test('the reason counts the people at the domain, in both languages', async () => {
  expect((await ask(from('new.person@vector.example'))).match.reason).toBe('domain vector.example, 14 of 15 people')
  expect((await ask(from('new.person@vector.example'), 'ru')).match.reason).toBe('домен vector.example, 14 из 15 человек')
})

test('an address of two people gives the one in contact last first and offers the other', async () => {
  const { match } = await ask(from('office@northwind.example'))
  expect(match.kind).toBe('person')
  expect(match.candidates.map((one) => one.person?.id)).toHaveLength(1)
  expect(match.candidates[0]!.person!.id).not.toBe(match.person!.id)
})

test('look-alikes warn and never match', async () => {
  const { match } = await ask(from('ivan.petrov@vect0r.example', 'Ivan Petrov'), 'ru')
  expect(match).toMatchObject({ kind: 'none', counterparty: null })
  expect(match.warnings.map((warning) => warning.code).sort()).toEqual(['look-alike-domain', 'name-of-known-client'])
  expect(match.warnings.every((warning) => /Вектор/.test(warning.text))).toBe(true)
})

test('what we sent shows the recipient; a no-reply sender shows who is answered', async () => {
  const sent = await ask({ from: { name: '', address: 'olga@demo.example' }, to: [{ name: '', address: 'anna@demo.example' }, { name: '', address: 'alice.ross@beta.example' }] })
  expect(sent.match).toMatchObject({ kind: 'person', counterparty: { id: 'cp-beta' } })
  const robot = await ask({ ...from('no-reply@shop.example'), replyTo: [{ name: '', address: 'info@delta.example' }] })
  expect(robot.match).toMatchObject({ kind: 'counterparty', counterparty: { id: 'cp-delta' } })
})

test('everybody in the headers is named once, ours as internal', async () => {
  const { participants } = await ask({ cc: [{ name: '', address: 'alice.ross@beta.example' }, { name: 'Olga', address: 'OLGA@demo.example' }, { name: '', address: 'info@delta.example' }] })
  expect(participants.map(({ kind, counterpartyId }) => [kind, counterpartyId])).toEqual([['person', 'cp-vektor'], ['internal', null], ['person', 'cp-beta'], ['counterparty', 'cp-delta']])
})

test('an address that a never-register list holds is blocked, one\'s own list only for oneself', async () => {
  await server.db.prisma.neverRegister.create({ data: { id: 'n1', kind: 'address', valueKey: 'lawyer@secret.example' } })
  await server.db.prisma.neverRegister.create({ data: { id: 'n2', kind: 'domain', valueKey: 'beta.example', managerId: 'm-anna' } })
  expect((await ask(from('lawyer@secret.example'))).match).toMatchObject({ kind: 'none', rule: 'blocked' })
  expect((await ask(from('john.ross@beta.example'), 'en', 'anna@demo.example')).match.rule).toBe('blocked')
  expect((await ask(from('john.ross@beta.example'))).match.rule).toBe('person-address')
})
