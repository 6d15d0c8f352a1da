import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { insertContact, markUndone } from '@counterpane/backend/features/contacts/contact-writes.repository'
import { createTextCatchUp } from '@counterpane/backend/platform/db/text-catch-up'
import { textPage } from '@counterpane/backend/platform/db/text-page'
import { textCondition, type AskedTexts } from '@counterpane/backend/platform/db/text-search'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  olga = await server.as('olga@demo.example')
}, 60_000)
afterAll(() => server.close())

const note = async (subject: string, more: object = {}) => olga('createContact', { body: { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held', subject, ...more } })
/** The subjects of all contacts that hold the words; the question is led from the index, and held against it row by row: both must say the same. */
function found(asked: string | AskedTexts): string[] | null {
  const condition = textCondition(asked)
  if (condition === null) return null
  const [led, held] = [condition.sql, condition.member].map((sql) => server.db.sql.all<{ subject: string }>(`SELECT c.subject FROM Contact c WHERE c.undoneAt IS NULL AND ${sql} ORDER BY c.subject`, condition.parameters).map((row) => row.subject))
  expect(held).toEqual(led)
  return led ?? []
}

describe('what is typed finds', () => {
  beforeAll(async () => {
    await note('Zt01', { content: 'Просим дать скидку на поставку' })
    await note('Zt02', { content: 'New PRICES for zinc pipes' })
    await note('Zt03', { content: 'Ещё одно письмо от ivan.zt@qwerty.example' })
    await note('Order 4471-A', { result: 'Отгружено 12 500 000 штук, звонить +7 (812) 555-66-77' })
    await note('Zt05', { comment: 'договорённости zt' })
  })
  test.each<[string, string]>([
    ['скидка qq', ''], ['скидка', 'Zt01'], ['СКИДКИ', 'Zt01'], ['скид', 'Zt01'], ['поставки скидку', 'Zt01'], ['price zinc', 'Zt02'], ['Prices pipe', 'Zt02'], ['pri zin', 'Zt02'],
    ['qwerty.exam', 'Zt03'], ['zt@qwe', 'Zt03'], ['IVAN.ZT@QWERTY.EXAMPLE', 'Zt03'], ['еще qwerty', 'Zt03'], ['ещё qwerty', 'Zt03'], ['qwerty', 'Zt03'],
    ['4471', 'Order 4471-A'], ['447', 'Order 4471-A'], ['471-a', 'Order 4471-A'], ['44 order', 'Order 4471-A'], ['order 4471', 'Order 4471-A'], ['12500000', 'Order 4471-A'], ['12 500 000', 'Order 4471-A'],
    ['5556677', 'Order 4471-A'], ['8 812 5556677', 'Order 4471-A'], ['+7 812 555 66 77', 'Order 4471-A'], ['договоренность qq', ''], ['договоренностей', 'Zt05'], ['скидка prices', ''],
  ])('%s: %s', (asked, subject) => {
    expect((found(asked) ?? []).filter((one) => /^Zt|^Order 4471/.test(one))).toEqual(subject === '' ? [] : [subject])
  })

  test('the words of a subject and of a result, each in their own column', () => {
    expect(found({ subject: 'order 4471' })).toEqual(['Order 4471-A'])
    expect(found({ subject: 'отгружено' })).toEqual([])
    expect(found({ result: 'отгрузить 500' })).toEqual([])
    expect(found({ result: 'отгружен 500' })).toEqual(['Order 4471-A'])
    expect(found({ result: '12 500 000', q: 'order' })).toEqual(['Order 4471-A'])
  })
})

describe('however it is written', () => {
  beforeAll(async () => {
    await note('Zf01', { content: 'Herr Müller wohnt in der Straße, trinkt im Café; la Garçonnière' })
    await note('Zf02', { content: 'Ёлка и ещё чай; за́мок' })
    await note('Zf03', { content: '我們在東京開會討論價格問題。', result: 'サーバーの見積もり' })
    await note('Zf04', { content: 'Ищем C++ и C#, платформа .NET; склад № 5, договор №4471-Б/2' })
    await note('Zf05', { content: 'con\u00adtract with zero\u200bwidth and sum\ufeffmary' })
    await note('Zf06', { content: 'Mu\u0308ller-Lu\u0308denscheidt, Re\u0301sume\u0301; и\u0306одль' })
    await note('Zf07', { content: 'ＦＵＬＬ　ＷＩＤＴＨ １２３４５; Øresund Łódź ﬁnance' })
    await note('Zf08', { content: '견적서를 보내주세요' })
    await note('Zf09', { content: 'C. Netto; склад 5' })
  })
  test.each<[string, string]>([
    ['Muller', 'Zf01 Zf06'], ['müller', 'Zf01 Zf06'], ['Mu\u0308ller', 'Zf01 Zf06'], ['MÜLLER', 'Zf01 Zf06'], ['strasse', 'Zf01'], ['STRAẞE', 'Zf01'], ['straße', 'Zf01'], ['cafe', 'Zf01'], ['café', 'Zf01'], ['garconniere', 'Zf01'],
    ['Mueller', ''], ['елка', 'Zf02'], ['ёлка', 'Zf02'], ['е\u0308лка', 'Zf02'], ['чай', 'Zf02'], ['чаи\u0306', 'Zf02'], ['чаи', 'Zf02'], ['замок', 'Zf02'], ['йодль', 'Zf06'], ['иодль', ''],
    ['東京', 'Zf03'], ['討論', 'Zf03'], ['京開', 'Zf03'], ['東', 'Zf03'], ['題', 'Zf03'], ['開會討論', 'Zf03'], ['京東', ''], ['サーバー', 'Zf03'], ['ーバ', 'Zf03'], ['見積', 'Zf03'], ['견적', 'Zf08'], ['적서', 'Zf08'],
    ['C++', 'Zf04'], ['c#', 'Zf04'], ['.NET', 'Zf04'], ['№5', 'Zf04'], ['№ 5', 'Zf04'], ['№4471', 'Zf04'], ['№4471-б/2', 'Zf04'], ['4471-Б', 'Zf04'], ['f#', ''], ['№6', ''], ['склад 5', 'Zf04 Zf09'],
    ['contract', 'Zf05'], ['con\u00adtract', 'Zf05'], ['zerowidth', 'Zf05'], ['sum\u200bmary', 'Zf05'], ['resume', 'Zf06'], ['ludenscheidt', 'Zf06'], ['full width', 'Zf07'], ['1234', 'Zf07'], ['oresund', 'Zf07'], ['lodz', 'Zf07'], ['finance', 'Zf07'],
  ])('%s: %s', (asked, subjects) => {
    expect((found(asked) ?? []).filter((one) => one.startsWith('Zf')).join(' ')).toBe(subjects)
  })
})

test('nothing asked is no condition; what holds no letter and no digit finds nothing', () => {
  expect([found(''), found(' \n\t '), found({ q: ' ', subject: undefined })]).toEqual([null, null, null])
  for (const asked of ['"', '*', '!'.repeat(500), '😀', '-- /* */', '\ud800', '(((', '@', '...', '\u0301'.repeat(3) + '"']) expect([asked, found(asked)]).toEqual([asked, []])
})

test.each(['NEAR(скидка, 2)', 'subject: скидка', '"скидка', 'скидка"', 'скидка*', '^скидка', 'скидка AND NOT', 'скидка -', "скидка'; DROP TABLE Contact", 'скидка OR', '{subject rest}: скидка', 'скидка 😀', 'a '.repeat(250), 'ab '.repeat(160), 'हिन्दी скидка', '中文', `@${'.'.repeat(490)}a`, 'a.'.repeat(250), '1 '.repeat(250), 'x'.repeat(500), '"a" OR "b"@c', '\u0000скидка'])(
  'no operator of the index is obeyed: %s', (asked) => {
    expect(Array.isArray(found(asked))).toBe(true)
    expect(found(asked)?.length).toBeLessThan(20)
  })

const everywhere = 'c.undoneAt IS NULL'
const page = (asked: string, more: Partial<Parameters<typeof textPage>[2]> = {}) => textPage(server.db.sql, textCondition(asked)!, { where: everywhere, parameters: [], descending: true, limit: 10, after: null, ...more })
const catchUp = () => createTextCatchUp({ db: server.db, log: createLogger('silent') })

describe('the index follows', () => {
  test('a change of the words, of the time, and a registration taken back', async () => {
    const { id } = await note('Zq alpha 5500331')
    expect([found('zq'), found('5500')]).toEqual([['Zq alpha 5500331'], ['Zq alpha 5500331']])
    await olga('patchContact', { id, ifMatch: '*', body: { subject: 'Zq beta' } })
    expect([found('zq alpha'), found('zq beta'), found('5500')]).toEqual([[], ['Zq beta'], []])
    await olga('patchContact', { id, ifMatch: '*', body: { startsAt: '9999-12-31T23:59:59Z' } })
    expect(page('zq beta').map((row) => row.startsAt)).toEqual([Date.parse('9999-12-31T23:59:59Z')])
    expect(server.db.sql.first('SELECT COUNT(*) AS n FROM ContactText WHERE docId IS NULL')).toEqual({ n: 0 })
    await server.db.write((tx) => markUndone(tx, id, server.clock.now()))
    expect(found('zq beta')).toEqual([])
  })

  test('a deletion, and a change that is rolled back', async () => {
    const { id } = await note('Zr gone')
    await expect(server.db.write(async (tx) => { await insertContact(tx, { ...contact, id: 'zr-back', subject: 'Zr never' }); throw new Error('power cut') })).rejects.toThrow('power cut')
    expect(found('zr')).toEqual(['Zr gone'])
    await server.db.prisma.contact.delete({ where: { id } })
    expect(found('zr')).toEqual([])
    expect(server.db.sql.all("SELECT rowid FROM ContactWords WHERE ContactWords MATCH 'zr'")).toEqual([])
  })

  test('what was written or moved behind its back, when it catches up', async () => {
    await catchUp().all()
    const { id } = await note('Zs moved')
    await server.db.prisma.contact.create({ data: { ...contact, id: 'zs-old', subject: 'Zs old', endsAt: contact.startsAt, createdAt: contact.at, updatedAt: contact.at, at: undefined } as never })
    await server.db.prisma.contactText.create({ data: { contactId: 'zs-old', text: 'zs old' } })
    await server.db.prisma.contact.update({ where: { id }, data: { startsAt: new Date('0001-01-01T00:00:00Z') } })
    expect(found('zs')).toEqual([])
    expect(await catchUp().all()).toBe(2)
    expect(page('zs').map((row) => row.id)).toEqual(['zs-old', id])
    const inBackground = catchUp()
    await server.db.prisma.contactText.update({ where: { contactId: id }, data: { docId: null } })
    inBackground.start()
    for (let i = 0; i < 200 && found('zs')?.length !== 2; i++) await new Promise((resolve) => setTimeout(resolve, 20))
    await inBackground.stop()
    expect(found('zs')).toHaveLength(2)
  })
})

const contact = { at: new Date('2026-11-20T10:00:00Z'), startsAt: new Date('2026-11-20T10:00:00Z'), method: 'call', direction: 'outgoing', status: 'held', source: 'manual', registeredById: null } as const

test('10 MB in one contact are found by their beginning and their end, and leave the index small', async () => {
  await server.db.write((tx) => insertContact(tx, { ...contact, id: 'huge', subject: 'Huge', content: `zubeg ${Array.from({ length: 1_000_000 }, (_, i) => `h${i.toString(36)}`).join(' ')} zuend` }))
  expect([found('zubeg'), found('zuend'), found('zubeg zuend huge')]).toEqual([['Huge'], ['Huge'], ['Huge']])
})

test('pages by date hold every row once, in the exact order, ties within a second included, whatever leads', async () => {
  const times = ['0001-01-01T00:00:00.000Z', '1969-12-31T23:59:59.500Z', '2026-11-20T10:00:00.000Z', '2026-11-20T10:00:00.250Z', '2026-11-20T10:00:00.999Z', '9999-12-31T23:59:59.999Z']
  await server.db.write(async (tx) => { for (let i = 0; i < 120; i++) await insertContact(tx, { ...contact, id: `zw-${(i * 37) % 120}`, startsAt: new Date(times[i % times.length]!), subject: `Zw ${i}` }) })
  for (const descending of [true, false]) {
    const order = descending ? 'DESC' : 'ASC'
    const all = server.db.sql.all<{ id: string; startsAt: number }>(`SELECT id, startsAt FROM Contact WHERE subject LIKE 'Zw %' ORDER BY startsAt ${order}, id ${order}`)
    const seen: { id: string; startsAt: number }[] = []
    for (let rows = page('zw', { descending, limit: 7 }); rows.length > 0; rows = page('zw', { descending, limit: 7, after: seen.at(-1)! })) seen.push(...rows)
    expect(seen).toEqual(all)
  }
  const period = { where: 'c.startsAt >= ? AND c.startsAt < ?', parameters: [Date.parse(times[2]!), Date.parse(times[4]!)], from: Date.parse(times[2]!), to: Date.parse(times[4]!), limit: 100 }
  expect(page('zw', period)).toHaveLength(40)
}, 60_000)

test('a rare filter among thousands of contacts that hold the word leads by itself', async () => {
  await server.db.write(async (tx) => { for (let i = 0; i < 8_400; i += 1) await tx.$executeRaw`INSERT INTO Contact (id, startsAt, endsAt, method, direction, status, source, subject, priority) VALUES (${`zv-${i}`}, ${1_600_000_000_000 + i * 1_000}, 0, 'call', 'outgoing', 'held', 'manual', 'Zv common', ${i === 3 ? 'high' : 'low'})` })
  await server.db.prisma.$executeRaw`INSERT INTO ContactText (contactId, text) SELECT id, 'zv' FROM Contact WHERE id LIKE 'zv-%'`
  expect(await catchUp().all()).toBe(8_400)
  expect(page('zv').map((row) => row.id)).toEqual(Array.from({ length: 10 }, (_, i) => `zv-${8_399 - i}`))
  expect(page('zv', { where: "c.priority = 'high'" }).map((row) => row.id)).toEqual(['zv-3'])
}, 60_000)
