import http from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { startTestServer, type TestServer } from '../support/test-server'
import { createFileCalls, filesBelow, olga, problemIn, type FileCalls } from './kept-files'

let server: TestServer
let files: FileCalls
beforeAll(async () => { server = await startTestServer(); files = createFileCalls(server) })
afterAll(() => server.close())

const kibibyte = 1024
const mebibyte = 1024 * kibibyte
const filled = (size: number, filler = 1) => Buffer.alloc(size, filler)
const unfinished = () => filesBelow(join(files.folder, 'incoming'))

/** So many bytes, made as they are asked for. */
function flowing(size: number, piece = 64 * kibibyte): ReadableStream<Uint8Array> {
  let left = size
  return new ReadableStream({ pull(controller) {
    if (left <= 0) return controller.close()
    controller.enqueue(new Uint8Array(Math.min(piece, left)))
    left -= piece
  } })
}

test('a file may be exactly as large as the policy says and not one byte more, in words that name the limit', async () => {
  await files.setPolicy({ maxFileBytes: 64 * kibibyte })
  const { attachments: [fits, over, flows] } = await files.register([{ name: 'fits' }, { name: 'over' }, { name: 'flows' }])
  expect((await files.put(fits!.id, filled(64 * kibibyte))).status).toBe(200)
  const declared = await files.put(over!.id, filled(64 * kibibyte + 1), { headers: { 'accept-language': 'en' } })
  expect([declared.status, await problemIn(declared)]).toMatchObject([409, { code: 'file-refused', detail: expect.stringContaining('A file that is kept may have at most 64 kB') as string }])
  const counted = await files.put(flows!.id, flowing(64 * kibibyte + 1, 1_000), { headers: { 'accept-language': 'ru' } })
  expect([counted.status, await problemIn(counted)]).toMatchObject([409, { code: 'file-refused', detail: expect.stringMatching(/Сохраняемый файл может быть не больше 64\sкБ/) as string }])
  expect(unfinished()).toEqual([])
  expect((await files.get(over!.id)).status).toBe(404)
})

test('the files of one letter share their room by their true sizes, not by what the mail client said', async () => {
  await files.setPolicy({ maxFileBytes: 80 * kibibyte, maxMessageBytes: 100 * kibibyte })
  const { attachments: [first, second, third, fourth] } = await files.register([1, 2, 3, 4].map((i) => ({ name: `${i}.bin`, size: 100 * mebibyte })))
  expect((await files.put(first!.id, filled(60 * kibibyte))).status).toBe(200)
  const refused = await files.put(second!.id, filled(60 * kibibyte, 2))
  expect([refused.status, (await problemIn(refused)).detail]).toEqual([409, expect.stringContaining('may have at most 100 kB together')])
  expect((await files.put(third!.id, filled(40 * kibibyte, 3))).status).toBe(200)
  expect((await files.put(fourth!.id, filled(1, 4))).status).toBe(409)
  const other = await files.register([{ name: 'another letter' }])
  expect((await files.put(other.attachments[0]!.id, filled(60 * kibibyte, 5))).status).toBe(200)
})

test('files that arrive at the same moment do not share the same room', async () => {
  await files.setPolicy({ maxFileBytes: 60 * kibibyte, maxMessageBytes: 100 * kibibyte })
  const { attachments } = await files.register(Array.from({ length: 5 }, (_, i) => ({ name: `${i}.bin` })))
  const answers = await Promise.all(attachments.map((file, i) => files.put(file.id, filled(40 * kibibyte, i + 10))))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409, 409])
  expect(unfinished()).toEqual([])
})

test('when the organisation keeps no files none is taken; what was kept before stays and may be sent again', async () => {
  await files.setPolicy({})
  const { attachments: [before, after] } = await files.register([{ name: 'before' }, { name: 'after' }])
  await files.put(before!.id, 'kept before')
  await files.setPolicy({ keep: 'none' })
  const refused = await files.put(after!.id, 'x')
  expect([refused.status, (await problemIn(refused)).detail]).toEqual([409, expect.stringContaining('keeps no files')])
  expect((await files.put(before!.id, 'kept before')).status).toBe(200)
  expect(await (await files.get(before!.id)).text()).toBe('kept before')
  await files.setPolicy({ keep: 'chosen' })
  expect((await files.put(after!.id, 'x')).status).toBe(200)
})

test('a letter that is registered by its fact only names no files', async () => {
  await files.setPolicy({})
  expect((await files.register([{ name: 'a.txt' }], { visibility: 'fact' })).attachments).toEqual([])
})

test('a letter that is registered by its subject only keeps no files either', async () => {
  await files.setPolicy({})
  const { attachments: [file] } = await files.register([{ name: 'a.txt' }], { visibility: 'subject' })
  const refused = await files.put(file!.id, 'x')
  expect([refused.status, (await problemIn(refused)).detail]).toEqual([409, expect.stringContaining('registered without its content')])
})

/** A sender who does not stop by himself: says what it heard and how much it got rid of. */
async function talkOn(id: string, headers: Record<string, string | number>): Promise<{ status: number; sent: number; cutAfterMs: number }> {
  const token = await server.tokenOf(olga)
  return new Promise((resolve) => {
    const startedAt = Date.now()
    let [status, sent, talking] = [0, 0, true]
    const request = http.request(`${server.url}/api/attachments/${id}/content`, { method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', ...headers } }, (answer) => {
      status = answer.statusCode ?? 0
      answer.resume()
    })
    const end = () => { talking = false; resolve({ status, sent, cutAfterMs: Date.now() - startedAt }) }
    request.on('error', end).on('close', end)
    const talk = () => {
      if (!talking) return
      sent += 16 * kibibyte
      request.write(filled(16 * kibibyte), () => setTimeout(talk, 5))
    }
    talk()
  })
}

test.each([['says so before', { 'content-length': 1024 ** 3 }], ['does not say how much', { 'transfer-encoding': 'chunked' }]])(
  'a sender of more than is taken who %s is answered at once and cut off soon after', async (_name, headers) => {
    await files.setPolicy({ maxFileBytes: mebibyte })
    const { attachments: [file] } = await files.register([{ name: 'endless' }])
    const { status, sent, cutAfterMs } = await talkOn(file!.id, headers)
    expect(status).toBe(409)
    expect(sent).toBeLessThan(40 * mebibyte)
    expect(cutAfterMs).toBeLessThan(15_000)
    expect(unfinished()).toEqual([])
    expect((await server.raw('GET', '/healthz')).status).toBe(200)
  }, 40_000)

test('a large file passes through without being held in memory, in and out', async () => {
  const size = 200 * mebibyte
  await files.setPolicy({ maxFileBytes: size, maxMessageBytes: size })
  const { attachments: [file] } = await files.register([{ name: 'large.bin' }])
  const headers = { authorization: `Bearer ${await server.tokenOf(olga)}` }
  const url = `${server.url}/api/attachments/${file!.id}/content`
  const before = process.memoryUsage().rss
  let highest = before
  const watching = setInterval(() => { highest = Math.max(highest, process.memoryUsage().rss) }, 20)
  const piece = filled(64 * kibibyte)
  const sending = http.request(url, { method: 'PUT', headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': size } })
  const kept = new Promise<http.IncomingMessage>((resolve, reject) => sending.on('response', resolve).on('error', reject))
  await pipeline(Readable.from((function* () { for (let i = 0; i < size; i += piece.length) yield piece })()), sending)
  expect((await kept).resume().statusCode).toBe(200)
  const read = await new Promise<http.IncomingMessage>((resolve, reject) => http.get(url, { headers }, resolve).on('error', reject))
  let got = 0
  for await (const part of read) got += (part as Buffer).length
  clearInterval(watching)
  expect(got).toBe(size)
  expect((highest - before) / mebibyte).toBeLessThan(100) // half of what passed through, once in and once out
}, 60_000)
