import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { aLetter, asked } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
let anna: HttpClient
let admin: HttpClient
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  ;[olga, anna, admin] = await Promise.all([server.as('olga@demo.example'), server.as('anna@demo.example'), server.as('admin@demo.example')])
}, 60_000)
afterAll(() => server.close())
afterEach(() => server.db.prisma.neverRegister.deleteMany())

const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { problem: { code: string } }) => error.problem.code)
const own = (who: HttpClient, text: string) => who('addNeverRegister', { body: { scope: 'own', text } })
const ours = (text: string) => admin('addNeverRegister', { body: { scope: 'organisation', text } })
const valuesOf = async (who: HttpClient, scope: 'own' | 'organisation') => (await who('listNeverRegister', { query: { scope } })).items.map(({ value }) => value)
const letterFrom = (address: string) => aLetter({ from: { name: 'X', address }, to: [{ name: 'Olga', address: 'olga@demo.example' }] })
const ruleFor = async (who: HttpClient, address: string) => (await who('sidebar', { body: { message: asked(letterFrom(address)) } })).match.rule

test('many are pasted at once: each in its canonical form, once, and what is none is said by its line', async () => {
  const text = ['Lawyer <Lawyer@Secret.EXAMPLE>', '', '# banks', '*.Bank.example; shop.example, shop.example', 'not an address', 'gmail.com', 'olga@demo.example', 'co.uk', 'https://почта-банк.example/path'].join('\n')
  const answer = await ours(text)
  expect(answer).toEqual({
    added: 4, known: 0,
    problems: [{ line: 5, text: 'not an address', problem: 'unreadable' }, { line: 6, text: 'gmail.com', problem: 'free-mail' }, { line: 7, text: 'olga@demo.example', problem: 'own' }, { line: 8, text: 'co.uk', problem: 'public-suffix' }],
  })
  expect(await valuesOf(admin, 'organisation')).toEqual(['bank.example', 'lawyer@secret.example', 'shop.example', 'почта-банк.example'])
  expect(await ours('LAWYER@secret.example\nnew.example')).toEqual({ added: 1, known: 1, problems: [] })
})

test("the organisation's list everybody reads, and managers do not change", async () => {
  await ours('shop.example')
  expect(await anna('listNeverRegister', { query: { scope: 'organisation' } })).toMatchObject({ mayChange: false, total: 1, items: [{ value: 'shop.example', scope: 'organisation' }] })
  expect(await codeOf(anna('addNeverRegister', { body: { scope: 'organisation', text: 'other.example' } }))).toBe('forbidden')
  const [entry] = (await anna('listNeverRegister', { query: { scope: 'organisation' } })).items
  expect(await codeOf(anna('deleteNeverRegister', { id: entry!.id }))).toBe('forbidden')
  expect(await codeOf(admin('deleteNeverRegister', { id: entry!.id }))).toBe('done')
})

test('of an own list nobody else learns: not by the list, not by its ids, not by the keys, not by the trail', async () => {
  await own(olga, 'doctor@clinic.example')
  const [entry] = (await olga('listNeverRegister', { query: { scope: 'own' } })).items
  for (const who of [anna, admin]) {
    expect(await valuesOf(who, 'own')).toEqual([])
    expect(await codeOf(who('deleteNeverRegister', { id: entry!.id }))).toBe('not-found')
    expect((await who('neverRegisterKeys')).own).toEqual([])
  }
  expect(JSON.stringify(await admin('searchTrail', { query: { noun: 'never-register' } }))).not.toContain('clinic')
  expect(JSON.stringify(await server.db.prisma.auditEntry.findMany({ where: { noun: 'never-register' } }))).not.toContain('clinic')
  expect([await ruleFor(olga, 'doctor@clinic.example'), await ruleFor(anna, 'doctor@clinic.example')]).toEqual(['blocked', 'none'])
})

test('a domain holds for everything below it, however deep it is itself', async () => {
  await ours('news.shop.example')
  expect(await ruleFor(olga, 'a@news.shop.example')).toBe('blocked')
  expect(await ruleFor(olga, 'a@deep.news.shop.example')).toBe('blocked')
  expect(await ruleFor(olga, 'a@shop.example')).toBe('none')
  await ours('shop.example')
  expect(await ruleFor(olga, 'a@other.shop.example')).toBe('blocked')
  expect(await ruleFor(olga, 'a@notshop.example')).toBe('none')
})

test('every door refuses what is blocked: one, many at once, a meeting, an order for sending; what was registered before stays', async () => {
  const letter = letterFrom('ivan.petrov@vector.example')
  const before = await olga('registerMessage', { body: { message: letter } })
  await ours('ivan.petrov@vector.example')
  expect((await olga('sidebar', { body: { message: asked(letter) } })).registered?.contactId).toBe(before.contact.id)
  expect((await olga('getContact', { id: before.contact.id })).counterparty?.id).toBe('cp-vektor')
  const fresh = letterFrom('ivan.petrov@vector.example')
  expect(await codeOf(olga('registerMessage', { body: { message: fresh } }))).toBe('nothing-to-register')
  expect((await olga('registerMessages', { body: { messages: [fresh] } })).results[0]).toMatchObject({ outcome: 'refused' })
  const meeting = { subject: 'Talk', startsAt: '2026-11-23T10:00:00Z', endsAt: '2026-11-23T11:00:00Z', organizer: { name: '', address: 'olga@demo.example' }, required: [{ name: '', address: 'ivan.petrov@vector.example' }] }
  expect((await olga('sidebarMeeting', { body: { meeting } })).match.rule).toBe('blocked')
  expect(await codeOf(olga('registerMeeting', { body: { meeting } }))).toBe('nothing-to-register')
})

test('a followed conversation and an order for sending register nothing of a sender who is blocked', async () => {
  const first = { ...letterFrom('ivan.petrov@vector.example'), conversationId: 'talk-of-two' }
  await olga('registerMessage', { body: { message: first } })
  await olga('followConversation', { body: { conversationId: 'talk-of-two', following: true } })
  await own(olga, 'vector.example')
  const later = { ...letterFrom('ivan.petrov@vector.example'), conversationId: 'talk-of-two' }
  expect(await codeOf(olga('registerMessage', { body: { message: later } }))).toBe('nothing-to-register')
  const order = await olga('createSendOrder', { body: { subject: 'Offer', to: [{ name: '', address: 'ivan.petrov@vector.example' }] } }).then((made) => made, (error: { problem: { code: string } }) => error.problem.code)
  if (typeof order === 'string') return expect(order).toBe('nothing-to-register')
  const sent = { ...aLetter({ subject: 'Offer', to: [{ name: '', address: 'ivan.petrov@vector.example' }], messageId: null, from: { name: '', address: 'olga@demo.example' } }), sentAt: server.clock.now().toISOString() }
  expect(await codeOf(olga('messageSent', { id: order.id, body: { ticket: order.ticket, message: sent } }))).toBe('nothing-to-register')
})

test('the keys for a pane are the own ones and the organisation’s, and say when they are not all', async () => {
  await ours('shop.example\nlawyer@secret.example')
  await own(olga, 'doctor@clinic.example')
  expect(await olga('neverRegisterKeys')).toEqual({ organisation: ['lawyer@secret.example', 'shop.example'], own: ['doctor@clinic.example'], whole: true })
  await server.db.prisma.neverRegister.createMany({ data: Array.from({ length: 5_000 }, (_, i) => ({ id: `many-${i}`, kind: 'address', valueKey: `a${i}@many.example` })) })
  const keys = await olga('neverRegisterKeys')
  expect([keys.organisation.length + keys.own.length, keys.whole]).toEqual([5_000, false])
}, 30_000)

test('a long list is read page by page in the order of the alphabet, and searched', async () => {
  await ours(Array.from({ length: 120 }, (_, i) => `d${String(i).padStart(3, '0')}.example`).join('\n'))
  const first = await olga('listNeverRegister', { query: { scope: 'organisation', limit: 100 } })
  const rest = await olga('listNeverRegister', { query: { scope: 'organisation', limit: 100, cursor: first.nextCursor! } })
  expect([...first.items, ...rest.items].map(({ value }) => value)).toEqual(Array.from({ length: 120 }, (_, i) => `d${String(i).padStart(3, '0')}.example`))
  expect((await olga('listNeverRegister', { query: { scope: 'organisation', q: 'D11' } })).items).toHaveLength(10)
})
