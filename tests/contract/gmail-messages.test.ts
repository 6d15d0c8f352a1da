import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createGmailMessageSource } from '@counterpane/backend/adapters/google/gmail-message-source'
import type { ProviderFailure } from '@counterpane/backend/ports/provider-failure'

/** A Gmail that answers what it is given. */
let respond: (request: http.IncomingMessage) => { status?: number; headers?: Record<string, string>; body: unknown }
let seen: http.IncomingMessage[] = []
let server: http.Server
let root: string
beforeAll(async () => {
  server = http.createServer((request, response) => {
    seen.push(request)
    const { status = 200, headers = {}, body } = respond(request)
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()) }))
beforeEach(() => { seen = [] })

const source = (apiRoot = root) => createGmailMessageSource({ apiRoot, timeoutMs: 500 })({ userToken: 'user-secret', messageToken: 'message-secret' })
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64url')
const leaf = (mimeType: string, text: string | Buffer, charset = 'UTF-8') => ({ mimeType, filename: '', headers: [{ name: 'content-type', value: `${mimeType}; charset="${charset}"` }], body: { size: text.length, data: base64(text) } })
const message = (payload: object, facts: object = {}) => ({ id: '1a34', threadId: '1a30', labelIds: ['INBOX'], internalDate: '1790000000000', payload: { mimeType: 'text/plain', filename: '', headers: [], body: { size: 0 }, ...payload }, ...facts })
const header = (name: string, value: string) => ({ name, value })
const content = async (payload: object, facts?: object) => {
  respond = () => ({ body: message(payload, facts) })
  return source().content('msg-f:1')
}
const failureOf = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error as ProviderFailure)

it('asks for the headers alone, with both tokens, below the configured root', async () => {
  respond = () => ({ body: message({}) })
  await source(`${root}/google/`).headers('msg-f:1888313095599270248')
  const url = new URL(seen[0]!.url!, root)
  expect(decodeURIComponent(url.pathname)).toBe('/google/gmail/v1/users/me/messages/msg-f:1888313095599270248')
  expect(url.searchParams.get('format')).toBe('metadata')
  expect(url.searchParams.getAll('metadataHeaders')).toEqual(['From', 'To', 'Cc', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References'])
  expect(seen[0]!.headers).toMatchObject({ authorization: 'Bearer user-secret', 'x-goog-gmail-access-token': 'message-secret' })
})

it('reads addresses as people write them, names of headers in any case', async () => {
  respond = () => ({ body: message({ headers: [
    header('FROM', '"Ross, Alice" <alice@customer.example>'), header('to', 'undisclosed-recipients:;'), header('Cc', '=?UTF-8?B?0JjQstCw0L0sINCe0LvRjNCz0LA=?= <ivan@vector.example>, bob@x.example'),
    header('Subject', '=?koi8-r?B?8NLJ18XU?='), header('Date', 'Fri, 20 Nov 2026 10:15:00 +0100 (CET)'), header('Message-Id', ' <a@b> '),
  ] }) })
  expect(await source().headers('1a34')).toEqual({
    itemId: '1a34', conversationId: '1a30', messageId: '<a@b>', subject: 'Привет', sentAt: '2026-11-20T09:15:00.000Z', receivedAt: '2026-09-21T14:13:20.000Z', replyTo: [], to: [],
    from: { name: 'Ross, Alice', address: 'alice@customer.example' }, cc: [{ name: 'Иван, Ольга', address: 'ivan@vector.example' }, { name: '', address: 'bob@x.example' }],
  })
})

it('a sent message has no time of arrival; an unreadable date is the mailbox’s own', async () => {
  respond = () => ({ body: message({ headers: [header('Date', 'soon')] }, { labelIds: ['SENT'] }) })
  expect(await source().headers('1a34')).toMatchObject({ sentAt: '2026-09-21T14:13:20.000Z', receivedAt: null, from: { name: '', address: '' }, messageId: null })
})

it('text and HTML are found however deep, attachments are facts, letters within stay closed', async () => {
  const read = await content({ mimeType: 'multipart/mixed', parts: [
    { mimeType: 'multipart/related', parts: [{ mimeType: 'multipart/alternative', parts: [leaf('text/plain', 'Привет'), leaf('text/html', '<p>Привет</p>')] }, { mimeType: 'image/png', filename: 'logo.png', body: { size: 10, attachmentId: 'a' } }] },
    { mimeType: 'message/rfc822', filename: '', body: { size: 99 }, parts: [leaf('text/plain', 'somebody else’s words')] },
    { mimeType: 'text/plain', filename: 'notes.txt', body: { size: 5, attachmentId: 'b' } },
  ] })
  expect(read).toMatchObject({ text: 'Привет', html: '<p>Привет</p>' })
  expect(read.attachments.map(({ name, contentType }) => name || contentType)).toEqual(['logo.png', 'message.eml', 'notes.txt'])
})

it.each([
  ['windows-1251', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])], ['koi8-r', Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4])],
  ['windows-1251', Buffer.from('Привет')], ['no-such-charset', Buffer.from('Привет')], ['UTF-8', Buffer.from('Привет')],
])('text said to be %s is read', async (charset, bytes) => {
  expect((await content(leaf('text/plain', bytes, charset))).text).toBe('Привет')
})

it('a charset that hides in ASCII is taken at its word', async () => {
  expect((await content(leaf('text/plain', Buffer.from('\u001b$B4A;z\u001b(B', 'latin1'), 'iso-2022-jp'))).text).toBe('漢字')
})

it('a letter of HTML alone has no text, an empty one nothing', async () => {
  expect(await content(leaf('text/html', '<b>x</b>'))).toMatchObject({ text: null, html: '<b>x</b>' })
  expect(await content({ mimeType: 'multipart/mixed' })).toMatchObject({ text: null, html: null, attachments: [] })
})

it('a long body that lies apart is fetched from there', async () => {
  respond = ({ url = '' }) => ({ body: url.includes('/attachments/') ? { data: base64('a long letter') } : message({ mimeType: 'text/plain', body: { size: 9_000_000, attachmentId: 'big' } }) })
  expect((await source().content('1a34')).text).toBe('a long letter')
  expect(seen).toHaveLength(2)
})

it('what no table keeps is not passed on: NUL, half characters, endless nesting', async () => {
  expect((await content(leaf('text/plain', 'a\0b'))).text).toBe('ab')
  const levels = 3_000
  respond = () => ({ body: `{"id":"1","payload":${'{"mimeType":"multipart/mixed","parts":['.repeat(levels)}${JSON.stringify(leaf('text/plain', 'bottom'))}${']}'.repeat(levels)}}` })
  expect((await source().content('msg-f:1')).text).toBeNull()
})

it.each([[401, 'auth-expired'], [403, 'forbidden'], [404, 'gone'], [400, 'rejected'], [500, 'temporary'], [503, 'temporary']])('HTTP %i is %s, asked once, and says nothing of tokens', async (status, code) => {
  respond = () => ({ status, body: { error: { message: 'Bearer user-secret' } } })
  const failure = await failureOf(source().headers('1a34'))
  expect(failure).toMatchObject({ name: 'ProviderFailure', code })
  expect(JSON.stringify(failure) + String(failure?.stack) + String(failure?.cause)).not.toMatch(/user-secret|message-secret/)
  expect(seen).toHaveLength(1)
})

it('too many requests says how long to wait', async () => {
  respond = () => ({ status: 429, headers: { 'retry-after': '7' }, body: {} })
  expect(await failureOf(source().headers('1a34'))).toMatchObject({ code: 'rate-limited', retryAfterSeconds: 7 })
})

it.each([['a page instead of JSON', { headers: { 'content-type': 'text/html' }, body: '<html>captive</html>' }], ['half an answer', { body: '{"id": "1' }], ['another shape', { body: { id: 7 } }]])('%s is a failure that may pass', async (_what, answer) => {
  respond = () => answer
  expect(await failureOf(source().headers('1a34'))).toMatchObject({ code: 'temporary' })
})

it('JSON is read whatever its type is called, and a broken gateway’s page is a failure that may pass', async () => {
  respond = () => ({ headers: { 'content-type': 'application/octet-stream' }, body: message({}) })
  expect((await source().headers('1a34')).itemId).toBe('1a34')
  respond = () => ({ status: 502, headers: { 'content-type': 'text/html' }, body: '<html>bad gateway</html>' })
  expect(await failureOf(source().headers('1a34'))).toMatchObject({ code: 'temporary' })
  respond = () => ({ status: 403, headers: { 'content-type': 'text/html' }, body: '<html>no</html>' })
  expect(await failureOf(source().headers('1a34'))).toMatchObject({ code: 'forbidden' })
})

it('a redirect is not followed with the tokens', async () => {
  respond = ({ url = '' }) => (url.startsWith('/elsewhere') ? { body: message({}) } : { status: 302, headers: { location: `${root}/elsewhere` }, body: {} })
  expect(await failureOf(source().headers('1a34'))).toMatchObject({ name: 'ProviderFailure' })
  expect(seen).toHaveLength(1)
})

it('an id that is no id is never asked for', async () => {
  for (const id of ['../../users/anna', '', 'a'.repeat(300), 'msg-f:1?x=1']) expect(await failureOf(source().headers(id))).toMatchObject({ code: 'rejected' })
  expect(seen).toEqual([])
})

const fixtures = path.resolve(__dirname, '../../../shared/data/gmail-payloads')
// Google's own samples are outside data, never copied into the repository.
const listed = fs.existsSync(fixtures) ? it : it.skip
listed(fs.existsSync(fixtures) ? 'Google’s sample messages are read' : 'Google’s sample messages (skipped: no data folder beside the checkout)', async () => {
  const sample = (name: string) => JSON.parse(fs.readFileSync(path.join(fixtures, name), 'utf8')) as unknown
  respond = () => ({ body: sample('gmail-message-full.json') })
  expect(await source().content('msg-f:1888313095599270248')).toMatchObject({
    from: { name: 'Ross, Alice', address: 'alice@customer.example' }, sentAt: '2026-11-20T09:15:00.000Z', text: 'Здравствуйте! Please send the quotation. — Alice', attachments: [{ name: 'request.pdf', size: 45_120 }],
  })
  respond = () => ({ body: sample('gmail-message-metadata.json') })
  expect(await source().headers('msg-f:1888313095599270248')).toMatchObject({ subject: 'Quotation 4711', to: [], messageId: '<CAF-x1@mail.customer.example>' })
})
