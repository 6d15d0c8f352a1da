import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { keySomePhones } from '@counterpane/backend/features/clients/phone-catch-up.repository'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let lead: HttpClient
let olga: HttpClient
beforeAll(async () => {
  server = await startTestServer()
  lead = await server.as('admin@demo.example')
  olga = await server.as('olga@demo.example')
})
afterAll(() => server.close())

async function searched() {
  await lead('startDuplicateSearch')
  for (;;) {
    const { search } = await olga('duplicateSearch')
    if (search && search.state !== 'running') return search
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const pairOf = async (a: string, b: string, noun: 'counterparty' | 'person' = 'counterparty', dismissed = 'false') =>
  (await olga('listDuplicates', { query: { noun, dismissed, limit: '200' } })).items.find(({ first, second }) => [first.id, second.id].sort().join() === [a, b].sort().join())
const aClient = async (body: { name: string; [more: string]: unknown }) => (await olga('createCounterparty', { body })).id

test('two clients with one tax number, one mailbox, one telephone or one name are found, each with its reason', async () => {
  const [tax, taxToo] = [await aClient({ name: 'Quartz', taxNumber: '7710 140 679' }), await aClient({ name: 'Feldspar', taxNumber: '7710140679' })]
  const [box, boxToo] = [await aClient({ name: 'Onyx', addresses: ['sales+moscow@onyx-stone.example'] }), await aClient({ name: 'Jasper', addresses: ['sales@onyx-stone.example'] })]
  const [phone, phoneToo] = [await aClient({ name: 'Topaz', phones: ['8 (495) 771-22-33 доб. 5'] }), await aClient({ name: 'Zircon', phones: ['+7 495 771-22-33'] })]
  const [cyrillic, latin] = [await aClient({ name: 'ООО «Изумрудный Берег»' }), await aClient({ name: 'Izumrudny Bereg LLC' })]
  const [good, slip] = [await aClient({ name: 'Малахитовая шкатулка' }), await aClient({ name: 'ЗАО Малахитовая шкатулко' })]
  const [branch, branchToo] = [await aClient({ name: 'Opal 12' }), await aClient({ name: 'Opal 13' })]
  const [firm, otherFirm] = [await aClient({ name: 'Alabaster', taxNumber: '7705001111' }), await aClient({ name: 'Alabaster', taxNumber: '7705002222' })]
  const [free, freeToo] = [await aClient({ name: 'Heliotrope', addresses: ['helio@mail.ru'] }), await aClient({ name: 'Tourmaline', addresses: ['tour@mail.ru'] })]
  const [own, ownToo] = [await aClient({ name: 'Garnet', domains: ['garnet.example'] }), await aClient({ name: 'Peridot', addresses: ['a@garnet.example'] })]
  expect(await searched()).toMatchObject({ state: 'done', by: { id: 'm-admin' } })
  const codes = async (a: string, b: string) => (await pairOf(a, b))?.reasons.map((reason) => reason.code)
  expect(await codes(tax, taxToo)).toEqual(['tax-number'])
  expect(await codes(box, boxToo)).toEqual(['address', 'domain'])
  expect(await codes(phone, phoneToo)).toEqual(['phone'])
  expect((await pairOf(phone, phoneToo))?.reasons).toEqual([{ code: 'phone', value: '+74957712233' }])
  expect(await codes(cyrillic, latin)).toEqual(['same-name'])
  expect(await codes(good, slip)).toEqual(['like-name'])
  expect(await codes(own, ownToo)).toEqual(['domain'])
  expect(await codes(branch, branchToo)).toBeUndefined()
  expect(await codes(firm, otherFirm)).toBeUndefined()
  expect(await codes(free, freeToo)).toBeUndefined()
  const all = (await olga('listDuplicates', { query: { limit: '200' } })).items
  expect(all.map((pair) => pair.score)).toEqual(all.map((pair) => pair.score).sort((a, b) => b - a))
  expect(all.find((pair) => pair.first.id === tax)?.first).toMatchObject({ name: 'Quartz', etag: '"1"', contacts: 0, persons: 0 })
})

test('namesakes are common: people are compared by name within their client, by mailbox everywhere', async () => {
  const [house, other] = [await aClient({ name: 'Amber house' }), await aClient({ name: 'Pearl house' })]
  const aPerson = async (body: { name: string; [more: string]: unknown }) => (await olga('createPerson', { body })).id
  const [anna, annaToo, annaElsewhere] = [await aPerson({ name: 'Анна Жукова', counterpartyId: house }), await aPerson({ name: 'Zhukova Anna', counterpartyId: house }), await aPerson({ name: 'Анна Жукова', counterpartyId: other })]
  const [box, boxToo] = [await aPerson({ name: 'Oleg', counterpartyId: house, addresses: ['oleg@pearl-mail.example'] }), await aPerson({ name: 'Somebody', addresses: ['oleg+crm@pearl-mail.example'] })]
  await searched()
  expect((await pairOf(anna, annaToo, 'person'))?.reasons.map((reason) => reason.code)).toEqual(['same-name'])
  expect(await pairOf(anna, annaElsewhere, 'person')).toBeUndefined()
  expect((await pairOf(box, boxToo, 'person'))?.reasons.map((reason) => reason.code)).toEqual(['address'])
})

test('"not the same" is remembered by every later search, until it is taken back', async () => {
  const [a, b] = [await aClient({ name: 'Selenite' }), await aClient({ name: 'Selenite OOO' })]
  await searched()
  const pair = await pairOf(a, b)
  expect((await olga('duplicatesOf', { id: a })).items.map((item) => item.id)).toEqual([])
  expect((await olga('dismissDuplicate', { id: pair!.id, body: { dismissed: true } })).dismissed?.by).toMatchObject({ id: 'm-olga' })
  await searched()
  expect(await pairOf(a, b)).toBeUndefined()
  expect(await pairOf(a, b, 'counterparty', 'true')).toMatchObject({ id: pair!.id })
  await olga('dismissDuplicate', { id: pair!.id, body: { dismissed: false } })
  expect(await pairOf(a, b)).toMatchObject({ dismissed: null })
  expect((await server.raw('POST', '/api/duplicates/nobody/dismiss', { as: 'olga@demo.example', body: { dismissed: true } })).status).toBe(404)
})

test('a pair that is none any more leaves the list with the next search', async () => {
  const [a, b] = [await aClient({ name: 'Rhodonite', taxNumber: '7709901111' }), await aClient({ name: 'Lazurite', taxNumber: '7709901111' })]
  await searched()
  expect(await pairOf(a, b)).toBeDefined()
  await olga('patchCounterparty', { id: b, body: { taxNumber: '7709902222' } })
  await searched()
  expect(await pairOf(a, b)).toBeUndefined()
})

test('whoever has just been saved is shown with those who are perhaps the same', async () => {
  const a = await aClient({ name: 'Charoit', taxNumber: '7708801111', addresses: ['info@charoite.example'] })
  const b = await aClient({ name: 'Чароит', taxNumber: '77-08801111', addresses: ['info+new@charoite.example'] })
  expect((await olga('duplicatesOf', { id: b })).items).toMatchObject([{ id: a, name: 'Charoit', reasons: [{ code: 'tax-number', value: '7708801111' }, { code: 'address', value: 'info@charoite.example' }, { code: 'same-name', value: null }] }])
  expect((await server.raw('GET', '/api/duplicates/of/nobody', { as: 'olga@demo.example' })).status).toBe(404)
})

test('the list pages without loss, and refuses a foreign cursor', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await olga('listDuplicates', { query: { limit: '2', cursor } })
    seen.push(...page.items.map((pair) => pair.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toEqual((await olga('listDuplicates', { query: { limit: '200' } })).items.map((pair) => pair.id))
  expect(new Set(seen).size).toBe(seen.length)
  expect((await server.raw('GET', '/api/duplicates?cursor=nonsense', { as: 'olga@demo.example' })).status).toBe(400)
})

test('who searches while a search runs hears of that one, and it can be called off', async () => {
  const [one, two] = await Promise.all([lead('startDuplicateSearch'), lead('startDuplicateSearch')])
  expect([one.search?.id, two.search?.id].filter((id) => id !== undefined).length).toBeGreaterThan(0)
  expect((await lead('cancelDuplicateSearch')).search?.state).toMatch(/stopped|done/)
  expect(await searched()).toMatchObject({ state: 'done' })
})

test('telephones written before their keys get them in the background, and what is none is looked at once', async () => {
  const client = await aClient({ name: 'Old phones', phones: ['8 (495) 000-11-22', 'call Masha', '+7 812 333-44-55'] })
  await server.db.write(async (tx) => void (await tx.$executeRaw`UPDATE CounterpartyPhone SET phoneKey = NULL`))
  let looked = 0
  for (let count = 1; count > 0; looked += count) count = await keySomePhones(server.db, server.clock.now())
  expect(looked).toBeGreaterThanOrEqual(3)
  const keys = await server.db.prisma.counterpartyPhone.findMany({ where: { counterpartyId: client }, orderBy: { position: 'asc' }, select: { phoneKey: true } })
  expect(keys.map((row) => row.phoneKey)).toEqual(['+74950001122', null, '+78123334455'])
  expect(await keySomePhones(server.db, server.clock.now())).toBe(0)
})
