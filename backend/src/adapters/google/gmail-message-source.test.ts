import http from 'node:http'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { ProviderFailure } from '../../ports/provider-failure'
import { createGmailMessageSource } from './gmail-message-source'

interface Answer { status?: number; headers?: Record<string, string>; body?: unknown; raw?: string; wait?: number }
interface Call { method: string; path: string; headers: http.IncomingHttpHeaders; body: string }

/** A Gmail that answers whatever the test says, and remembers what it was asked. */
let answers: (call: Call) => Answer = () => ({ status: 404 })
const calls: Call[] = []
let server: http.Server
let apiRoot = ''
beforeAll(async () => {
  server = http.createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => { body += chunk.toString() }).on('end', () => {
      const call = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }
      calls.push(call)
      const { status = 200, headers = {}, body: value, raw, wait = 0 } = answers(call)
      setTimeout(() => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(raw ?? JSON.stringify(value ?? {})), wait)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}/deep/`
})
afterAll(() => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()) }))
beforeEach(() => { calls.length = 0 })

const mail = (timeoutMs?: number) => createGmailMessageSource({ apiRoot, ...(timeoutMs && { timeoutMs }) })({ userToken: 'user', messageToken: 'message' })
const base64 = (text: string) => Buffer.from(text).toString('base64url')
const failure = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof ProviderFailure ? `${error.code}${error.retryAfterSeconds === null ? '' : ` ${error.retryAfterSeconds}`}` : String(error)))
const aMessage = (id: string, payload: object, rest: object = {}) => ({ id, threadId: 't', labelIds: ['INBOX'], internalDate: '1790000000000', payload: { headers: [{ name: 'From', value: 'Ivan <ivan@vector.example>' }], ...payload }, ...rest })
const error = (code: number, reason: string, details?: object[]) => ({ status: code, body: { error: { code, message: 'secret words of the mail', errors: [{ reason, message: 'm', domain: 'global' }], ...(details && { details }) } } })

it('both tokens go to the one configured root, and nowhere else', async () => {
  answers = () => ({ body: aMessage('m1', { mimeType: 'text/plain', body: { data: base64('Hello') } }) })
  expect(await mail().content('msg-f:1')).toMatchObject({ itemId: 'm1', conversationId: 't', text: 'Hello', html: null, attachments: [], fileIds: [] })
  expect(calls).toMatchObject([{ method: 'GET', path: '/deep/gmail/v1/users/me/messages/msg-f%3A1?format=full', headers: { authorization: 'Bearer user', 'x-goog-gmail-access-token': 'message' } }])
  answers = () => ({ status: 302, headers: { location: 'http://127.0.0.1:9/other' } })
  expect(await failure(mail().headers('msg-f:1'))).toBe('temporary')
})

it('texts that lie apart are fetched; ids of files stand beside the files', async () => {
  const payload = { mimeType: 'multipart/mixed', parts: [{ mimeType: 'text/plain', headers: [{ name: 'Content-Type', value: 'text/plain; charset=koi8-r' }], body: { attachmentId: 'far', size: 6 } }, { mimeType: 'application/pdf', filename: 'a.pdf', body: { attachmentId: 'pdf', size: 3 } }, { mimeType: 'application/pdf', filename: 'b.pdf', body: { size: 3 } }] }
  answers = ({ path }) => (path.includes('/attachments/far') ? { body: { data: Buffer.from([0xf0, 0xd2]).toString('base64url') } } : { body: aMessage('m1', payload) })
  expect(await mail().content('m1')).toMatchObject({ text: 'Пр', attachments: [{ name: 'a.pdf', contentType: 'application/pdf', size: 3 }, { name: 'b.pdf' }], fileIds: ['pdf', null] })
})

describe('the bytes of a file', () => {
  it('are what was sent, in either alphabet and with or without padding', async () => {
    const bytes = Buffer.from([0xfb, 0xff, 0xfe, 0x00])
    for (const data of [bytes.toString('base64url'), `${bytes.toString('base64url')}==`]) {
      answers = () => ({ body: { data } })
      expect(Buffer.from(await mail().file('m1', 'ANG-_x', 4)).equals(bytes)).toBe(true)
    }
  })
  it.each([[100, 'done'], [99, 'too-large']])('of 100 bytes with room for %i: %s', async (room, said) => {
    answers = () => ({ body: { data: Buffer.alloc(100).toString('base64url') } })
    expect(await failure(mail().file('m1', 'f', room))).toBe(said)
  })
  it('are not waited for once there are too many, said beforehand or not', async () => {
    answers = () => ({ raw: `{"data":"${'A'.repeat(3_000_000)}"}` })
    expect(await failure(mail().file('m1', 'f', 1_000))).toBe('too-large')
    answers = () => ({ raw: `{"data":"${'A'.repeat(3_000_000)}"}`, headers: { 'transfer-encoding': 'chunked' } })
    expect(await failure(mail().file('m1', 'f', 1_000))).toBe('too-large')
  })
  it('are refused when they are none, and no address is made of an id', async () => {
    answers = () => ({ body: { data: '<html>' } })
    expect(await failure(mail().file('m1', 'f', 1_000))).toBe('temporary')
    calls.length = 0
    for (const id of ['../../x', 'a/b', '', 'a?b', 'a'.repeat(5_000)]) expect(await failure(mail().file('m1', id, 10))).toBe('rejected')
    for (const id of ['../../x', 'm1/attachments/y', '']) expect(await failure(mail().file(id, 'f', 10))).toBe('rejected')
    expect(calls).toEqual([])
  })
})

describe('a conversation', () => {
  const text = (at: number, rest: object = {}) => aMessage(`m${at}`, { mimeType: 'text/plain', body: { data: base64(`text ${at}`) } }, rest)
  it('is its messages in their order, without drafts and without what cannot be read', async () => {
    answers = () => ({ body: { id: 't', messages: [text(1), { id: 7 }, text(2, { labelIds: ['DRAFT'] }), text(3, { labelIds: ['SENT'] })] } })
    expect((await mail().conversation('t')).map((one) => [one.itemId, one.text, one.receivedAt === null])).toEqual([['m1', 'text 1', false], ['m3', 'text 3', true]])
    expect(calls.map(({ path }) => path)).toEqual(['/deep/gmail/v1/users/me/threads/t?format=full'])
  })
  it('is the newest hundred of thousands', async () => {
    answers = () => ({ body: { id: 't', messages: Array.from({ length: 2_500 }, (_, at) => text(at)) } })
    const found = await mail().conversation('t')
    expect([found.length, found[0]!.itemId, found.at(-1)!.itemId]).toEqual([100, 'm2400', 'm2499'])
  })
  it('asks for twenty texts that lie apart, and leaves the rest without', async () => {
    answers = ({ path }) => (path.includes('/attachments/') ? { body: { data: base64('long') } } : { body: { id: 't', messages: Array.from({ length: 30 }, (_, at) => aMessage(`m${at}`, { mimeType: 'text/plain', body: { attachmentId: `a${at}`, size: 1 } })) } })
    expect((await mail().conversation('t')).map((one) => one.text).filter((one) => one === null)).toHaveLength(10)
    expect(calls).toHaveLength(21)
  })
  it('of more than forty megabytes is not read', async () => {
    answers = () => ({ raw: `{"id":"t","messages":["${'A'.repeat(41 * 1024 * 1024)}"]}` })
    expect(await failure(mail().conversation('t'))).toBe('too-large')
  }, 20_000)
})

describe('a draft', () => {
  const letter = { to: [{ name: 'Пётр "the" <b@c>, Ross', address: 'petr@vector.example' }], subject: 'Re: Скидка\r\nBcc: evil@x.example', text: 'Добрый день\n> цитата\n', files: [], inReplyTo: null }
  const sent = async () => {
    const { message } = JSON.parse(calls[0]!.body) as { message: { raw: string; threadId?: string } }
    return { ...message, parsed: await PostalMime.parse(Buffer.from(message.raw, 'base64url')) }
  }
  it('is a letter to exactly its readers, whatever their names hold, and no header is smuggled in', async () => {
    answers = () => ({ body: { id: 'r-1', message: { id: 'm', threadId: 't9' } } })
    expect(await mail().createDraft(letter)).toEqual({ draftId: 'r-1', threadId: 't9' })
    const { parsed, threadId } = await sent()
    expect(parsed.to).toEqual([{ name: 'Пётр "the" <b@c>, Ross', address: 'petr@vector.example' }])
    expect(parsed.subject).toBe('Re: Скидка Bcc: evil@x.example')
    expect([parsed.bcc, parsed.from, threadId]).toEqual([undefined, undefined, undefined])
    expect(parsed.text?.replaceAll('\r\n', '\n')).toBe('Добрый день\n> цитата\n')
  })
  it('answers in its conversation', async () => {
    answers = () => ({ body: { id: 'r-1' } })
    expect(await mail().createDraft({ ...letter, inReplyTo: { messageId: 'a@b.example', conversationId: 't7' } })).toEqual({ draftId: 'r-1', threadId: null })
    const { parsed, threadId } = await sent()
    expect([parsed.inReplyTo, parsed.references, threadId]).toEqual(['<a@b.example>', '<a@b.example>', 't7'])
  })
  describe('with files', () => {
    const upload = async () => {
      const [, about = '', message = ''] = /^--[^\r]+\r\ncontent-type: application\/json\r\n\r\n(.*?)\r\n--[^\r]+\r\ncontent-type: message\/rfc822\r\n\r\n([\s\S]*)\r\n--[^\r]+--$/.exec(calls[0]!.body) ?? []
      return { about: JSON.parse(about) as unknown, parsed: await PostalMime.parse(message) }
    }
    const made = async (files: { name: string; contentType?: string; bytes?: Uint8Array }[], inReplyTo: Parameters<ReturnType<typeof mail>['createDraft']>[0]['inReplyTo'] = null) => {
      answers = () => ({ body: { id: 'r-1', message: { id: 'm', threadId: 't9' } } })
      expect(await mail().createDraft({ ...letter, inReplyTo, files: files.map((one) => ({ contentType: 'application/pdf', bytes: Buffer.from('%PDF'), ...one })) })).toEqual({ draftId: 'r-1', threadId: 't9' })
      return upload()
    }
    const bytesOf = (content: string | ArrayBuffer | Uint8Array) => Buffer.from(content as ArrayBuffer)

    it('goes by Gmail’s upload, in its conversation, with both tokens', async () => {
      const { about, parsed } = await made([{ name: 'a.pdf' }], { messageId: 'a@b.example', conversationId: 't7' })
      expect(calls).toMatchObject([{ method: 'POST', path: '/deep/upload/gmail/v1/users/me/drafts?uploadType=multipart', headers: { authorization: 'Bearer user', 'x-goog-gmail-access-token': 'message' } }])
      expect(about).toEqual({ message: { threadId: 't7' } })
      expect([parsed.inReplyTo, parsed.subject, parsed.text?.trim()]).toEqual(['<a@b.example>', 'Re: Скидка Bcc: evil@x.example', 'Добрый день\n> цитата'])
    })
    it('every byte arrives, of none and of many', async () => {
      const many = Buffer.from(Array.from({ length: 700_001 }, (_, at) => (at * 7 + (at >> 8)) % 256))
      const inside = Buffer.concat([Buffer.from('before'), many, Buffer.from('after')]).subarray(6, -5)
      const { parsed } = await made([{ name: 'empty.bin', bytes: new Uint8Array() }, { name: 'many.bin', bytes: many }, { name: 'table.csv', contentType: 'text/csv', bytes: Buffer.from([0xcf, 0xf0, 0x0a, 0x0d, 0x0a, 0xff]) }, { name: 'inside.bin', bytes: inside }])
      expect(parsed.attachments.map(({ content }) => bytesOf(content).length)).toEqual([0, 700_001, 6, 700_001])
      expect(bytesOf(parsed.attachments[1]!.content).equals(many)).toBe(true)
      expect([...bytesOf(parsed.attachments[2]!.content)]).toEqual([0xcf, 0xf0, 0x0a, 0x0d, 0x0a, 0xff])
      expect(bytesOf(parsed.attachments[3]!.content).equals(many)).toBe(true)
    })
    it('names keep their letters and smuggle no header in', async () => {
      const names = ['Прайс-лист «осень» 2026.xlsx', `${'Очень длинное имя '.repeat(13)}.docx`, 'quote".pdf; x=y.pdf', '見積書😀.pdf']
      const { parsed } = await made([...names.map((name) => ({ name })), { name: 'a\r\nBcc: evil@x.example\r\n.pdf' }, { name: ' ' }])
      expect(parsed.attachments.map(({ filename }) => filename)).toEqual([...names, 'a Bcc: evil@x.example .pdf', 'file'])
      expect([parsed.bcc, parsed.attachments.every(({ disposition }) => disposition === 'attachment')]).toEqual([undefined, true])
    })
    it('what is no type, or would be read as a letter of its own, is bytes', async () => {
      const types = ['application/pdf; name=x', 'IMAGE/PNG', '', 'pdf', 'text/html\r\nX-Evil: 1', 'multipart/mixed', 'message/rfc822']
      const eml = Buffer.from('From: a@b.example\n\ninside\n')
      const { parsed } = await made(types.map((contentType) => ({ name: 'x', contentType, bytes: eml })))
      expect(parsed.attachments.map(({ mimeType }) => mimeType)).toEqual(['application/pdf', 'image/png', ...Array.from({ length: 5 }, () => 'application/octet-stream')])
      expect(parsed.attachments.every(({ content }) => bytesOf(content).equals(eml))).toBe(true)
    })
    it('is given up when Gmail does not take it in time, and refused when Gmail refuses it', async () => {
      const slow = createGmailMessageSource({ apiRoot, uploadMs: 150 })({ userToken: 'user', messageToken: null })
      const heavy = { ...letter, files: [{ name: 'a.bin', contentType: '', bytes: new Uint8Array(3_000_000) }] }
      answers = () => ({ wait: 2_000, body: {} })
      expect(await failure(slow.createDraft(heavy))).toBe('timed-out')
      answers = () => ({ status: 413, raw: 'too large' })
      expect(await failure(mail().createDraft(heavy))).toBe('rejected')
    })
  })
})

describe('what goes wrong is one of a closed list, and nothing of Gmail’s words', () => {
  it.each<[string, Answer, string]>([
    ['401', error(401, 'authError'), 'auth-expired'], ['somebody else’s', error(403, 'forbidden'), 'forbidden'], ['403 without words', { status: 403, raw: 'no' }, 'forbidden'],
    ['a missing consent', error(403, 'insufficientPermissions'), 'consent-missing'], ['a missing consent, said anew', error(403, 'x', [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }]), 'consent-missing'],
    ['a limit that is called forbidden', { ...error(403, 'userRateLimitExceeded'), headers: { 'retry-after': '3' } }, 'rate-limited 3'], ['404', error(404, 'notFound'), 'gone'], ['410', error(410, 'deleted'), 'gone'],
    ['429', { ...error(429, 'rateLimitExceeded'), headers: { 'retry-after': '7' } }, 'rate-limited 7'], ['429 with a date', { ...error(429, 'x'), headers: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' } }, 'rate-limited'], ['400', error(400, 'invalidArgument'), 'rejected'],
    ['500', error(500, 'backendError'), 'temporary'], ['503', error(503, 'backendError'), 'temporary'], ['broken JSON', { raw: '{"id": "1' }, 'temporary'], ['JSON of something else', { body: { hello: 1 } }, 'temporary'], ['nothing at all', { raw: '' }, 'temporary'],
  ])('%s', async (_what, answer, code) => {
    answers = () => answer
    expect(await failure(mail().content('m1'))).toBe(code)
    expect(calls).toHaveLength(1)
  })
  it('no answer in time', async () => {
    answers = () => ({ wait: 2_000, body: {} })
    const startedAt = performance.now()
    expect(await failure(mail(150).headers('m1'))).toBe('timed-out')
    expect(performance.now() - startedAt).toBeLessThan(1_500)
  })
})
