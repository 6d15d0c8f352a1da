import { parse } from 'content-disposition'
import { downloadName } from '@counterpane/backend/features/attachments/download-name'
import { startTestServer, type TestServer } from '../support/test-server'
import { createFileCalls, filesBelow, hashOf, olga, type FileCalls } from './kept-files'

let server: TestServer
let files: FileCalls
beforeAll(async () => { server = await startTestServer(); files = createFileCalls(server) })
afterAll(() => server.close())

/** What a sender may call a file, and the name under which it is offered for saving. */
const hostile: [given: string, offered: string][] = [
  ['../../etc/passwd', 'passwd'], ['..\\..\\windows\\system32\\drivers\\etc\\hosts', 'hosts'], ['C:\\x', 'x'], ['/etc/shadow', 'shadow'], ['....//....//x.txt', 'x.txt'], ['%2e%2e%2fpasswd', '%2e%2e%2fpasswd'],
  ['..', 'file'], ['.', 'file'], ['', 'file'], [' ', 'file'], ['a/', 'file'], ['CON', 'CON'], ['nul.txt', 'nul.txt'], ['.htaccess', '.htaccess'],
  ['a.pdf\r\nSet-Cookie: stolen=1', 'a.pdfSet-Cookie: stolen=1'], ['a\nb', 'ab'], ['tab\there', 'tabhere'], ['bell\u0007', 'bell'],
  ['photo\u202Egpj.exe', 'photogpj.exe'], ['\u2066isolated\u2069.txt', 'isolated.txt'],
  ['quote".pdf', 'quote".pdf'], ["it's; filename=evil.exe", "it's; filename=evil.exe"], ['100% sure.txt', '100% sure.txt'], ['<script>alert(1)</script>.html', 'script>.html'],
  ['Счёт № 14 от 3 марта.pdf', 'Счёт № 14 от 3 марта.pdf'], ['見積書.xlsx', '見積書.xlsx'], ['naïve café.txt', 'naïve café.txt'], ['🧾.pdf', '🧾.pdf'], ['я'.repeat(255), 'я'.repeat(255)],
  [`${'я'.repeat(400)}.docx`, `${'я'.repeat(250)}.docx`], [`${'🧾'.repeat(200)}.pdf`, `${'🧾'.repeat(125)}.pdf`], ['x'.repeat(1_000), 'x'.repeat(255)],
]

test.each(hostile)('a file that the sender calls %j is offered as %j, and its name gets nowhere else', async (given, offered) => {
  const { id, attachments: [file] } = await files.register([{ name: given, contentType: 'text/html' }])
  const content = `bytes of ${given}`
  expect((await files.put(file!.id, content)).status).toBe(200)
  const read = await files.get(file!.id)
  const disposition = read.headers.get('content-disposition')!
  expect(disposition).toMatch(/^attachment; [\x20-\x7e\xa0-\xff]+$/)
  expect(parse(disposition)).toMatchObject({ type: 'attachment', parameters: { filename: offered } })
  expect([...read.headers.keys()]).not.toContain('set-cookie')
  expect(read.headers.get('content-type')).toBe('application/octet-stream')
  expect(await read.text()).toBe(content)
  const hash = hashOf(content)
  expect(filesBelow(files.folder)).toContain(`${hash.slice(0, 2)}/${hash.slice(2)}`)
  const shown = await (await server.raw('GET', `/api/contacts/${id}`, { as: olga })).json() as { attachments: { name: string }[] }
  expect(shown.attachments[0]!.name).toBe(given) // as data it stays what it was
})

test('every file of the store is named by a hash, whatever the letters called them', () => {
  expect(filesBelow(files.folder).length).toBeGreaterThan(20)
  for (const name of filesBelow(files.folder)) expect(name).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{62}$/)
})

test('what a browser would run is bytes and no more; pictures and PDF keep their type', async () => {
  const typeFor = async (contentType: string) => {
    const { attachments: [file] } = await files.register([{ name: 'x', contentType }])
    await files.put(file!.id, 'x')
    return (await files.get(file!.id)).headers.get('content-type')
  }
  for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript', 'application/pdf-not', 'image/png\r\nX-Evil: 1', 'text/plain', '']) expect([type, await typeFor(type)]).toEqual([type, 'application/octet-stream'])
  expect([await typeFor('image/PNG'), await typeFor('application/pdf; name="x.html"')]).toEqual(['image/png', 'application/pdf'])
})

test('no name of any letters makes an offered name with folders, unseen characters, nothing or too much in it', () => {
  const pieces = ['..', '/', '\\', '\u202e', '\u0000', '\r', '\n', ' ', '.', 'я', '🧾', 'x'.repeat(300), '\u0085', '%2f', '"', 'CON']
  let seed = 7
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  for (let i = 0; i < 5_000; i++) {
    const name = downloadName(Array.from({ length: next(8) }, () => pieces[next(pieces.length)]).join(''))
    expect(name.length).toBeGreaterThan(0)
    expect(name.length).toBeLessThanOrEqual(255)
    expect(name).not.toMatch(/[/\\\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|^\.{1,2}$|^\s|\s$/)
    expect(() => encodeURIComponent(name)).not.toThrow()
  }
})
