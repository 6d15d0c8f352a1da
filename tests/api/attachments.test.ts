import { statSync } from 'node:fs'
import http from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startTestServer, type TestServer } from '../support/test-server'
import { createFileCalls, filesBelow, hashOf, olga, problemIn, type FileCalls } from './kept-files'

let server: TestServer
let files: FileCalls
beforeAll(async () => { server = await startTestServer(); files = createFileCalls(server) })
afterAll(() => server.close())

const bytes = (text: string) => Buffer.from(text, 'utf8')
const contactOf = async (id: string, as = olga) => await (await server.raw('GET', `/api/contacts/${id}`, { as })).json() as { attachments: { id: string; kept: boolean }[] }

test('a kept file comes back byte for byte, to be saved and never shown as a page of ours', async () => {
  const contact = await files.register([{ name: 'Offer.pdf', size: 1_400 }])
  const [file] = contact.attachments
  expect(file).toMatchObject({ name: 'Offer.pdf', kept: false })
  const sent = Buffer.from(Array.from({ length: 1_000 }, (_, i) => i % 256))
  const kept = await files.put(file!.id, sent)
  expect(kept.status).toBe(200)
  expect(await kept.json()).toEqual({ id: file!.id, name: 'Offer.pdf', contentType: 'application/pdf', size: 1_400, kept: true })
  expect((await contactOf(contact.id)).attachments).toMatchObject([{ id: file!.id, kept: true }])
  const read = await files.get(file!.id)
  expect(read.status).toBe(200)
  expect(Buffer.from(await read.arrayBuffer()).equals(sent)).toBe(true)
  expect(Object.fromEntries(read.headers)).toMatchObject({
    'content-disposition': 'attachment; filename=Offer.pdf', 'content-type': 'application/pdf', 'content-length': '1000', 'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox", 'cache-control': 'no-store', 'accept-ranges': 'bytes',
  })
})

test('the bytes lie under their hash, readable by this program alone, and never under a name of the sender', async () => {
  const { attachments } = await files.register([{ name: 'unheard-of-name.txt' }])
  await files.put(attachments[0]!.id, bytes('under the hash'))
  const hash = hashOf('under the hash')
  const path = `${hash.slice(0, 2)}/${hash.slice(2)}`
  expect(filesBelow(files.folder)).toContain(path)
  expect(filesBelow(files.folder).join()).not.toContain('unheard')
  expect(statSync(join(files.folder, path)).mode & 0o777).toBe(0o600)
  expect(statSync(files.folder).mode & 0o777).toBe(0o700)
})

test('the same bytes of two letters lie once', async () => {
  const before = filesBelow(files.folder).length
  const [one, two] = [await files.register([{ name: 'a.bin' }, { name: 'again.bin' }]), await files.register([{ name: 'b.bin' }])]
  for (const file of [...one.attachments, ...two.attachments]) expect((await files.put(file.id, bytes('the same for all'))).status).toBe(200)
  expect(filesBelow(files.folder)).toHaveLength(before + 1)
})

test('sending a kept file again says the same; other bytes for it are refused and change nothing', async () => {
  const { attachments: [file] } = await files.register([{ name: 'once.txt' }])
  const first = await (await files.put(file!.id, bytes('first'))).json() as object
  const again = await files.put(file!.id, bytes('first'))
  expect([again.status, await again.json()]).toEqual([200, first])
  for (const other of ['other', 'longer than the first', '']) {
    const refused = await files.put(file!.id, bytes(other))
    expect([other, refused.status, (await problemIn(refused)).code]).toEqual([other, 409, 'file-refused'])
  }
  expect(await (await files.get(file!.id)).text()).toBe('first')
  expect(filesBelow(join(files.folder, 'incoming'))).toEqual([])
})

test('two callers with different bytes for one file: one of them wins, the other hears of it', async () => {
  const { attachments: [file] } = await files.register([{ name: 'raced.txt' }])
  const answers = await Promise.all(['left', 'right', 'left', 'right'].map((text) => files.put(file!.id, bytes(text))))
  const kept = await (await files.get(file!.id)).text()
  expect(answers.map(({ status }) => status)).toEqual(['left', 'right', 'left', 'right'].map((text) => (text === kept ? 200 : 409)))
})

test('an empty file is a file', async () => {
  const { attachments: [file] } = await files.register([{ name: 'empty.txt', size: 0 }])
  expect((await files.put(file!.id, bytes(''))).status).toBe(200)
  const read = await files.get(file!.id)
  expect([read.status, read.headers.get('content-length'), await read.text()]).toEqual([200, '0', ''])
})

test('a part can be asked for; a range that makes no sense is answered with the whole', async () => {
  const { attachments: [file] } = await files.register([{ name: 'digits.txt' }])
  await files.put(file!.id, bytes('0123456789'))
  const part = async (range: string, more: Record<string, string> = {}) => {
    const answer = await files.get(file!.id, { headers: { range, ...more } })
    return [answer.status, answer.headers.get('content-range'), await answer.text()]
  }
  expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
  expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await part('bytes=8-100')).toEqual([206, 'bytes 8-9/10', '89'])
  expect(await part('bytes=0-3', { 'if-range': `"${hashOf('0123456789')}"` })).toEqual([206, 'bytes 0-3/10', '0123'])
  for (const range of ['bytes=10-', 'bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=x-y']) expect(await part(range)).toEqual([200, null, '0123456789'])
  expect(await part('bytes=0-3', { 'if-range': '"another"' })).toEqual([200, null, '0123456789'])
  const head = await files.get(file!.id, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', ''])
})

test('who has the message keeps its files: the one who registered and whoever has a copy, nobody else', async () => {
  const message = { messageId: '<shared-copy@vector.example>' }
  const { attachments: [file, other] } = await files.register([{ name: 'a.txt' }, { name: 'b.txt' }], message)
  const refused = await files.put(file!.id, bytes('x'), { as: 'peter@demo.example' })
  expect([refused.status, (await problemIn(refused)).code]).toEqual([403, 'forbidden'])
  await files.register([{ name: 'a.txt' }, { name: 'b.txt' }], { ...message, as: 'peter@demo.example' })
  expect((await files.put(file!.id, bytes('x'), { as: 'peter@demo.example' })).status).toBe(200)
  expect((await files.put(other!.id, bytes('y'))).status).toBe(200)
  expect((await files.get(file!.id, { as: 'kate@demo.example' })).status).toBe(200) // everybody may read what everybody may see
})

test('the files of a private contact are there for those who take part and for nobody else', async () => {
  const { id, attachments: [file] } = await files.register([{ name: 'salary.txt' }], { private: true })
  expect((await files.put(file!.id, bytes('secret'))).status).toBe(200)
  expect((await files.get(file!.id)).status).toBe(200)
  const others = [await files.get(file!.id, { as: 'kate@demo.example' }), await files.put(file!.id, bytes('secret'), { as: 'kate@demo.example' }),
    await server.raw('POST', `/api/attachments/${file!.id}/link`, { as: 'kate@demo.example' })]
  expect(others.map(({ status }) => status)).toEqual([404, 404, 404])
  expect((await contactOf(id, 'kate@demo.example')).attachments).toEqual([])
})

test('unknown files, files that were not kept and files of an undone registration are not found', async () => {
  const contact = await files.register([{ name: 'kept.txt' }, { name: 'facts-only.txt' }])
  const [kept, factsOnly] = contact.attachments
  await files.put(kept!.id, bytes('kept'))
  for (const id of ['nobody', '../../etc/passwd', 'x'.repeat(5_000), '%00']) expect([id.slice(0, 20), (await files.get(id)).status, (await files.put(id, bytes('x'))).status]).toEqual([id.slice(0, 20), 404, 404])
  expect((await files.get(factsOnly!.id)).status).toBe(404)
  await server.raw('POST', `/api/contacts/${contact.id}/undo`, { as: olga })
  expect((await files.get(kept!.id)).status).toBe(404)
  expect((await files.put(factsOnly!.id, bytes('late'))).status).toBe(404)
})

test('only a session opens files, and a page of another site cannot write with somebody\'s cookie', async () => {
  const { attachments: [file] } = await files.register([{ name: 'guarded.txt' }])
  expect((await files.put(file!.id, bytes('x'), { as: null })).status).toBe(401)
  expect((await files.get(file!.id, { as: null })).status).toBe(401)
  const signedIn = await server.raw('POST', '/api/session', { body: { email: olga } })
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
  const write = async (headers: Record<string, string>) => (await files.put(file!.id, bytes('x'), { as: null, headers: { cookie, ...headers } })).status
  expect([await write({ origin: 'https://evil.example' }), await write({ origin: 'null' })]).toEqual([403, 403])
  expect(await write({ origin: server.url })).toBe(200)
  expect((await files.get(file!.id, { as: null, headers: { cookie } })).status).toBe(200)
})

test('what is not said to be a file, or comes compressed, is not taken', async () => {
  const { attachments: [file] } = await files.register([{ name: 'typed.txt' }])
  const send = async (headers: Record<string, string>) => (await files.put(file!.id, bytes('x'), { headers })).status
  expect([await send({ 'content-type': 'application/json' }), await send({ 'content-type': 'text/plain' }), await send({ 'content-encoding': 'gzip' })]).toEqual([415, 415, 415])
  expect((await server.raw('POST', `/api/attachments/${file!.id}/content`, { as: olga, body: {} })).status).toBe(405)
})

test('a file whose sender hangs up in the middle leaves nothing behind and can be sent anew', async () => {
  const { attachments: [file] } = await files.register([{ name: 'broken.bin' }])
  const token = await server.tokenOf(olga)
  await new Promise<void>((done) => {
    const request = http.request(`${server.url}/api/attachments/${file!.id}/content`, { method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', 'content-length': 1_000_000 } })
    request.on('error', () => done())
    request.write(Buffer.alloc(200_000))
    setTimeout(() => request.destroy(), 200)
  })
  for (let i = 0; i < 50 && filesBelow(join(files.folder, 'incoming')).length > 0; i++) await pause(20)
  expect(filesBelow(join(files.folder, 'incoming'))).toEqual([])
  expect((await files.get(file!.id)).status).toBe(404)
  expect((await files.put(file!.id, Buffer.alloc(1_000_000))).status).toBe(200)
})

test('a reader who stops in the middle is no failure, and the file can be read again', async () => {
  const mode = process.env.NODE_ENV
  process.env.NODE_ENV = 'production' // in test mode Express keeps quiet about what it could not answer
  const own = await startTestServer()
  process.env.NODE_ENV = mode
  try {
    await stopsInTheMiddle(own)
  } finally {
    await own.close()
  }
})

async function stopsInTheMiddle(own: TestServer) {
  const calls = createFileCalls(own)
  const { attachments: [file] } = await calls.register([{ name: 'long.bin' }])
  await calls.put(file!.id, Buffer.alloc(8_000_000))
  const headers = { authorization: `Bearer ${await own.tokenOf(olga)}` }
  await new Promise<void>((done) => {
    const request = http.get(`${own.url}/api/attachments/${file!.id}/content`, { headers }, (answer) => {
      answer.once('data', () => request.destroy()).on('error', () => done()).on('close', () => done())
    })
    request.on('error', () => done())
  })
  await pause(100)
  expect((await (await calls.get(file!.id)).arrayBuffer()).byteLength).toBe(8_000_000)
}

test('keeping a file is in the audit trail, reading it is not', async () => {
  const contact = await files.register([{ name: 'audited.txt' }])
  const id = contact.attachments[0]!.id
  await files.put(id, bytes('audited'))
  await files.put(id, bytes('audited'))
  await files.get(id)
  const entries = await server.db.prisma.auditEntry.findMany({ where: { noun: 'attachment', nounId: id } })
  expect(entries).toMatchObject([{ action: 'kept', managerId: 'm-olga', after: { contactId: contact.id, contentHash: hashOf('audited'), bytes: 7 } }])
})

test('openapi.json describes the routes of bytes beside the others', async () => {
  type Described = Record<string, { security?: unknown[]; requestBody?: { content: object }; responses: Record<string, { content?: object }> }>
  const { paths } = await (await server.raw('GET', '/api/openapi.json', { as: olga })).json() as { paths: Record<string, Described> }
  const { put, get } = paths['/api/attachments/{id}/content']!
  expect(Object.keys(put!.requestBody!.content)).toEqual(['application/octet-stream'])
  expect(Object.keys(put!.responses['200']!.content!)).toEqual(['application/json'])
  expect(Object.keys(get!.responses['200']!.content!)).toEqual(['application/octet-stream'])
  expect(paths['/files/{ticket}/{name}']!.get).toMatchObject({ security: [], responses: { 206: {}, default: {} } })
})
