import { bodyLimits, leavesOf, sentFiles } from './gmail-body'
import { gmailPart } from './gmail-json'

type Part = { mimeType: string; filename?: string; headers?: Record<string, string>; data?: string; attachmentId?: string; size?: number; parts?: Part[] }
const wire = ({ mimeType, filename = '', headers = {}, data, attachmentId, size = 0, parts = [] }: Part): unknown =>
  ({ mimeType, filename, headers: Object.entries(headers).map(([name, value]) => ({ name, value })), body: { size, data, attachmentId }, parts: parts.map(wire) })
const read = (part: Part) => leavesOf(gmailPart.parse(wire(part)))
const many = (kind: string, ...parts: Part[]): Part => ({ mimeType: `multipart/${kind}`, parts })
const words: Part = { mimeType: 'text/plain', data: 'YQ' }
const page: Part = { mimeType: 'text/html', data: 'PGI-' }
const file = (filename: string, rest: Partial<Part> = {}): Part => ({ mimeType: 'application/pdf', filename, attachmentId: `id-${filename}`, size: 10, ...rest })
const names = (part: Part, html: string | null = null) => sentFiles(read(part), html).map(({ name }) => name)

it('a message of one part is its own text', () => {
  expect(read(words).texts).toMatchObject([{ html: false, data: 'YQ' }])
  expect(read(page).texts).toMatchObject([{ html: true }])
})
it('text and HTML are found however deep they are wrapped, files beside them', () => {
  const found = read(many('mixed', many('related', many('alternative', words, page), file('logo.png', { mimeType: 'image/png', headers: { 'Content-ID': '<logo>' } })), file('offer.pdf')))
  expect(found.texts.map(({ html }) => html)).toEqual([false, true])
  expect(found.files.map(({ name, fileId }) => [name, fileId])).toEqual([['logo.png', 'id-logo.png'], ['offer.pdf', 'id-offer.pdf']])
})
it('a long text that lies apart is a text, and no file', () => {
  const found = read(many('alternative', { mimeType: 'text/plain', attachmentId: 'far', size: 900_000 }, page))
  expect(found.texts).toMatchObject([{ attachmentId: 'far', data: null }, { html: true }])
  expect(found.files).toEqual([])
})
it('a text that somebody attached is a file, and no text', () => {
  const found = read(many('mixed', words, file('notes.txt', { mimeType: 'text/plain' }), { mimeType: 'text/plain', headers: { 'Content-Disposition': ' ATTACHMENT' }, attachmentId: 'n', size: 1 }))
  expect(found.texts).toHaveLength(1)
  expect(found.files.map(({ name }) => name)).toEqual(['notes.txt', ''])
})
describe('pictures of the text are no files', () => {
  const picture = (rest: Partial<Part> = {}) => file('label.png', { mimeType: 'image/png', headers: { 'Content-ID': '<label@x>' }, ...rest })
  it('shown by the HTML', () => expect(names(many('mixed', page, picture()), '<img src="cid:label@x">')).toEqual([]))
  it('beside the text that shows it, though the HTML does not', () => expect(names(many('related', page, picture()))).toEqual([]))
  it('but one with an id that nothing shows is a file', () => expect(names(many('mixed', page, picture()), '<b>no picture</b>')).toEqual(['label.png']))
  it('and so is one that was attached, wherever it stands', () => expect(names(many('related', page, picture({ headers: { 'Content-ID': '<label@x>', 'Content-Disposition': 'attachment' } })))).toEqual(['label.png']))
  it('and a document beside the text', () => expect(names(many('related', page, file('offer.pdf', { headers: { 'Content-ID': '<offer>' } })))).toEqual(['offer.pdf']))
})
describe('letters within the letter', () => {
  const inside = { ...many('mixed', { ...words, data: 'c2VjcmV0' }, file('inside.pdf')), headers: { Subject: '=?utf-8?Q?Order_4471_=E2=80=93?=' } }
  it('are one file each, called by their subject, and none of their text is read', () => {
    const found = read(many('mixed', words, { mimeType: 'message/rfc822', attachmentId: 'm', size: 5, parts: [inside] }))
    expect(found.texts.map(({ data }) => data)).toEqual(['YQ'])
    expect(found.files).toMatchObject([{ name: 'Order 4471 –.eml', contentType: 'message/rfc822', fileId: 'm' }])
  })
  it('keep the name they came with, and have one when nothing says any', () => {
    expect(names(many('mixed', words, { mimeType: 'message/rfc822', filename: 'old.eml' }, { mimeType: 'MESSAGE/RFC822' }))).toEqual(['old.eml', 'message.eml'])
  })
  it('a forwarded letter in line is the text that stands there', () => {
    expect(read(many('mixed', words, { ...words, data: 'Yg' })).texts.map(({ data }) => data)).toEqual(['YQ', 'Yg'])
  })
})
it('what Outlook wraps into winmail.dat is the file that it is', () => {
  expect(sentFiles(read(many('mixed', words, file('winmail.dat', { mimeType: 'application/ms-tnef' }))), null)).toMatchObject([{ name: 'winmail.dat', contentType: 'application/ms-tnef' }])
})
it('an invitation is the message itself; the file beside it is a file', () => {
  expect(names(many('mixed', many('alternative', words, { mimeType: 'text/calendar', attachmentId: 'c' }), file('invite.ics', { mimeType: 'application/ics' })))).toEqual(['invite.ics'])
})
it('trees without end, parts that are none and names beyond all measure end soon', () => {
  const chain = { mimeType: 'multipart/mixed', parts: [] as unknown[] }
  let at = chain
  for (let depth = 0; depth < 5_000; depth += 1) {
    const next = { mimeType: 'multipart/mixed', parts: [] as unknown[] }
    at.parts.push(next)
    at = next
  }
  expect(leavesOf(gmailPart.parse(chain))).toEqual({ texts: [], files: [] })
  expect(leavesOf(gmailPart.parse({ mimeType: 'multipart/mixed', parts: [null, 7, 'text', { mimeType: 3 }, wire(words)] })).texts).toHaveLength(1)
  expect(leavesOf(gmailPart.parse({ mimeType: 'multipart/mixed', parts: Array.from({ length: 9_000 }, () => wire(file('f'.repeat(5_000)))) })).files).toHaveLength(bodyLimits.attachments)
  expect(read(file('f'.repeat(5_000))).files[0]!.name).toHaveLength(bodyLimits.fileName)
})
