import { startTestServer, type TestServer } from '../support/test-server'
import { administratorOf } from './kept-files'

let server: TestServer
let administrator: string
beforeAll(async () => { server = await startTestServer(); administrator = await administratorOf(server) })
afterAll(() => server.close())

const offered = async (locale: string) => (await (await server.as('olga@demo.example', locale))('dictionaries')).resultTemplates
const put = (body: object, as = administrator) => server.raw('PUT', '/api/settings', { as, body })

test('until an administrator chooses, usual results are offered, in the language of the caller', async () => {
  expect(await offered('en')).toContainEqual({ text: 'No answer', method: 'call' })
  expect(await offered('ru')).toContainEqual({ text: 'Нет ответа', method: 'call' })
  expect(await offered('ru')).toHaveLength((await offered('en')).length)
})

test('an administrator chooses others; what has no Russian words is offered in English, and the trail keeps both lists', async () => {
  const resultTemplates = [{ text: 'Sold', textRu: 'Продано', method: null }, { text: 'Left a message', textRu: '', method: 'call' }]
  const answer = await put({ resultTemplates })
  expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ resultTemplates })])
  expect([await offered('en'), await offered('ru')]).toEqual([
    [{ text: 'Sold', method: null }, { text: 'Left a message', method: 'call' }], [{ text: 'Продано', method: null }, { text: 'Left a message', method: 'call' }],
  ])
  expect((await put({ resultTemplates: [] })).status).toBe(200)
  expect(await offered('en')).toEqual([])
  const [emptied] = await server.db.prisma.auditEntry.findMany({ where: { noun: 'setting', nounId: 'resultTemplates' }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  expect(emptied).toMatchObject({ action: 'changed', before: { list: resultTemplates }, after: { list: [] } })
})

test('digests are allowed by an administrator only, and without a mail server the answer says that none is there', async () => {
  expect((await put({ digests: { send: true } }, 'olga@demo.example')).status).toBe(403)
  const answer = await put({ digests: { send: true } })
  expect(await answer.json()).toMatchObject({ digests: { send: true, available: false } })
  const [entry] = await server.db.prisma.auditEntry.findMany({ where: { noun: 'setting', nounId: 'digests' } })
  expect(entry).toMatchObject({ before: { send: false }, after: { send: true }, managerId: 'm-admin' })
})

test('a list that is too long, an empty text or an unknown method is refused', async () => {
  const one = { text: 'x', textRu: '', method: null }
  for (const resultTemplates of [Array(101).fill(one), [{ ...one, text: '' }], [{ ...one, method: 'pigeon' }], [{ text: 'x' }], [{ ...one, more: 1 }]]) expect((await put({ resultTemplates })).status).toBe(400)
})
