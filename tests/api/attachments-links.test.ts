import { startTestServer, type TestServer } from '../support/test-server'
import { createFileCalls, olga, type FileCalls } from './kept-files'

let server: TestServer
let files: FileCalls
beforeAll(async () => { server = await startTestServer(); files = createFileCalls(server) })
afterAll(() => server.close())

interface Link { url: string; name: string; expiresAt: string }
const linkOf = async (id: string) => await (await server.raw('POST', `/api/attachments/${id}/link`, { as: olga })).json() as Link

async function aKeptFile(name: string, content: string) {
  const contact = await files.register([{ name }])
  const id = contact.attachments[0]!.id
  await files.put(id, content)
  return { contactId: contact.id, id }
}

test('a link opens its file without a session for ten minutes', async () => {
  const { id } = await aKeptFile('Счёт № 14.pdf', 'the invoice')
  const link = await linkOf(id)
  expect(link).toEqual({ url: expect.stringMatching(new RegExp(`^${server.url}/files/[\\w.-]+/${encodeURIComponent('Счёт № 14.pdf')}$`)) as string, name: 'Счёт № 14.pdf', expiresAt: expect.any(String) as string })
  expect(Math.round((Date.parse(link.expiresAt) - server.clock.now().getTime()) / 60_000)).toBe(10)
  const read = await fetch(link.url)
  expect([read.status, await read.text()]).toEqual([200, 'the invoice'])
  expect(read.headers.get('content-disposition')).toContain("filename*=UTF-8''%D0%A1")
  expect(Object.fromEntries(read.headers)).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'content-security-policy': expect.stringContaining('sandbox') as string })
  expect(read.headers.get('set-cookie')).toBeNull()
  server.clock.advance(9 * 60_000)
  expect((await fetch(link.url)).status).toBe(200)
  server.clock.advance(61_000)
  expect((await fetch(link.url)).status).toBe(404)
})

test('the name in the address is for whoever saves the file; the ticket alone decides', async () => {
  const link = await linkOf((await aKeptFile('a.txt', 'the file')).id)
  const renamed = link.url.replace(/[^/]+$/, '..%2F..%2Fetc%2Fpasswd')
  const read = await fetch(renamed)
  expect([read.status, await read.text(), read.headers.get('content-disposition')]).toEqual([200, 'the file', 'attachment; filename=a.txt'])
})

test('a ticket that was edited, mixed with another or made up opens nothing', async () => {
  const [one, two] = [await aKeptFile('one.txt', 'one'), await aKeptFile('two.txt', 'two')]
  const ticketOf = (link: Link) => new URL(link.url).pathname.split('/')[2]!
  const [first, second] = [ticketOf(await linkOf(one.id)), ticketOf(await linkOf(two.id))]
  const [facts = '', mac = ''] = first.split('.')
  const longer = Buffer.from(Buffer.from(facts, 'base64url').toString().replace(/^\d+/, (expires) => String(Number(expires) + 86_400_000))).toString('base64url')
  const flipped = `${mac.slice(0, 5)}${mac[5] === 'A' ? 'B' : 'A'}${mac.slice(6)}`
  const wrong = [`${facts}.${second.split('.')[1]}`, `${longer}.${mac}`, `${facts}.${flipped}`, `${facts}.`, facts, `.${mac}`, `${first}.x`, '.', 'x', one.id, '%00', '%', 'a'.repeat(5_000), `${facts}.${mac.slice(0, -1)}`]
  for (const ticket of wrong) expect([ticket.slice(0, 60), (await fetch(`${server.url}/files/${ticket}/one.txt`)).status]).toEqual([ticket.slice(0, 60), 404])
  expect((await fetch(`${server.url}/files/${first}/one.txt`)).status).toBe(200)
  expect((await fetch(`${server.url}/files/${first}/one.txt`, { method: 'DELETE' })).status).toBe(404)
})

test('a link is made only for what is kept and what the caller may see', async () => {
  const { attachments: [file] } = await files.register([{ name: 'facts only.txt' }])
  expect((await server.raw('POST', `/api/attachments/${file!.id}/link`, { as: olga })).status).toBe(404)
  expect((await server.raw('POST', '/api/attachments/nobody/link', { as: olga })).status).toBe(404)
  expect((await server.raw('POST', `/api/attachments/${file!.id}/link`)).status).toBe(401)
})

test('undoing the registration closes the links that were given', async () => {
  const { contactId, id } = await aKeptFile('undone.txt', 'undone')
  const link = await linkOf(id)
  await server.raw('POST', `/api/contacts/${contactId}/undo`, { as: olga })
  expect((await fetch(link.url)).status).toBe(404)
})

test('long names of any script leave the address short enough for Outlook', async () => {
  for (const name of ['я'.repeat(250) + '.docx', '🧾'.repeat(125) + '.pdf', 'x'.repeat(1_000)]) {
    const link = await linkOf((await aKeptFile(name, name)).id)
    expect(link.url.length).toBeLessThan(2_000)
    expect(link.name.length).toBeLessThanOrEqual(255)
    expect(await (await fetch(link.url)).text()).toBe(name)
  }
})
