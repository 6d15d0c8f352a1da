import fs from 'node:fs'
import path from 'node:path'
import { parseMailFile } from '../mail-files/parse-mail-file'
import { contentOf, oneMessage } from './gmail-content'
import { toHeaders } from './gmail-headers'
import { gmailMessage } from './gmail-json'

// Public collections are outside data, never copied into the repository.
const data = path.resolve(__dirname, '../../../../../shared/data')
const there = (file: string) => fs.existsSync(path.join(data, file))
const noCalls = { attachment: () => Promise.reject(new Error('nothing lies apart')) }

// Outside data: without the folder beside the checkout there is nothing to read.
const documented = there('gmail-payloads') ? describe : describe.skip
documented(there('gmail-payloads') ? 'Gmail’s own payloads' : 'Gmail’s own payloads (skipped: no data folder beside the checkout)', () => {
  const read = (name: string) => gmailMessage.parse(JSON.parse(fs.readFileSync(path.join(data, 'gmail-payloads', name), 'utf8')))
  it('a full message has its texts and the facts of its file', async () => {
    const content = await contentOf(read('gmail-message-full.json'), noCalls, oneMessage())
    expect(content).toMatchObject({ text: 'Здравствуйте! Please send the quotation. — Alice', html: expect.stringContaining('<p>') as string, fileIds: ['ANGjdJ9x...'] })
    expect(content.attachments).toEqual([{ name: 'request.pdf', contentType: 'application/pdf', size: 45_120 }])
  })
  it('a comma in a quoted name makes no second sender, and time is Gmail’s own', () => {
    expect(toHeaders(read('gmail-message-metadata.json'))).toMatchObject({ from: { address: 'alice@customer.example' }, receivedAt: new Date(1_790_000_000_000).toISOString() })
    expect(toHeaders(read('gmail-message-full.json'))).toMatchObject({ from: { name: 'Ross, Alice', address: 'alice@customer.example' }, cc: [{ name: 'Bob', address: 'bob@customer.example' }], messageId: '<CAF-x1@mail.customer.example>' })
  })
})

const folder = path.join(data, 'mail/mikel-mail')
// Outside data: without the folder beside the checkout there is nothing to read.
const collected = there('mail/mikel-mail') ? describe : describe.skip
collected(there('mail/mikel-mail') ? 'a public collection of mail, cut up as Gmail cuts it' : 'a public collection of mail (skipped: no data folder beside the checkout)', () => {
  const files = there('mail/mikel-mail') ? fs.readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
  const words = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()
  it('reads every message, and says what another parser says of nearly all', async () => {
    const differing: string[] = []
    for (const name of files) {
      const bytes = fs.readFileSync(path.join(folder, name))
      const other = await parseMailFile(bytes, name)
      const content = await contentOf(gmailMessage.parse({ id: 'm', threadId: 't', payload: partOf(bytes.toString('latin1')) }), noCalls, oneMessage())
      const same = content.text === null || other.html !== null || words(content.text) === words(other.content.text)
      if (!same || content.attachments.length !== other.content.attachments.length) differing.push(name)
    }
    expect(files.length).toBeGreaterThan(40)
    expect(differing.length / files.length).toBeLessThan(0.1)
  })
})

/** Gmail's tree of a message: parts with their headers, bodies without their transfer encoding, charsets as they came. */
function partOf(source: string): Record<string, unknown> {
  const end = /^\r?\n|\r?\n\r?\n/.exec(source)
  const [head, body] = end ? [source.slice(0, end.index), source.slice(end.index + end[0].length)] : [source, '']
  const headers = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/).flatMap((line) => (/^[\w-]+:/.test(line) ? [{ name: line.slice(0, line.indexOf(':')), value: line.slice(line.indexOf(':') + 1).trim() }] : []))
  const header = (name: string) => headers.find((one) => one.name.toLowerCase() === name)?.value ?? ''
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(header('content-type'))?.[1]?.toLowerCase() ?? 'text/plain'
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(header('content-type'))
  const filename = /(?:file)?name\*?\s*=\s*"?([^";]+)/i.exec(`${header('content-disposition')};${header('content-type')}`)?.[1] ?? ''
  const mark = boundary && `--${boundary[1] ?? boundary[2]}`
  const parts = mark ? body.split(new RegExp(`(?:^|\\r?\\n)${mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:--)?[ \\t]*(?=\\r?\\n|$)`)).slice(1, -1).map((part) => partOf(part.replace(/^\r?\n/, ''))) : type === 'message/rfc822' ? [partOf(body)] : []
  const bytes = decoded(body, header('content-transfer-encoding').toLowerCase())
  return { mimeType: type, filename, headers, body: { size: bytes.length, ...(filename || !/^(text|multipart)\//.test(type) ? { attachmentId: 'a' } : { data: bytes.toString('base64url') }) }, parts }
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding.startsWith('base64')) return Buffer.from(body, 'base64')
  if (!encoding.startsWith('quoted-printable')) return Buffer.from(body, 'latin1')
  return Buffer.from(body.replace(/=[ \t]*\r?\n/g, '').replace(/=([\da-f]{2})/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')
}
