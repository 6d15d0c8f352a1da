import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import { composeToAction } from '@counterpane/addin-gmail/cards/compose-card'
import { said, startGmailDay, topOf } from './gmail-day'
import { createFileCalls, filesBelow, hashOf, type FileCalls } from './kept-files'

let day: Awaited<ReturnType<typeof startGmailDay>>
let files: FileCalls
beforeAll(async () => {
  day = await startGmailDay()
  files = createFileCalls(day.server.running)
}, 60_000)
afterAll(() => day.close())

const mebibyte = 1024 ** 2
const filled = (bytes: number, seed: number) => Buffer.from(Array.from({ length: 4_099 }, (_, at) => (at * seed + (at >> 3)) % 256)).toString('latin1').repeat(Math.ceil(bytes / 4_099)).slice(0, bytes)
const bytesFor = (bytes: number, seed = 7) => Buffer.from(filled(bytes, seed), 'latin1')

interface Draft { to: string; cc: string; subject: string; text: string; attachments: { name: string; size: number }[] }
const draftIdOf = (answer: AddonAnswer) => ('renderActions' in answer && answer.renderActions.hostAppAction?.gmailAction.openCreatedDraftActionMarkup.draftId) || `no draft in ${JSON.stringify(answer).slice(0, 400)}`
const read = async (id: string) => (await (await fetch(`${day.server.url}/demo/gmail/drafts/${id}`)).json()) as Draft

/** A contact of a letter whose files are kept; null: noted by name only. */
async function contactWith(kept: Record<string, Uint8Array | null>, facts: Parameters<FileCalls['register']>[1] = {}) {
  const contact = await files.register(Object.keys(kept).map((name) => ({ name })), facts)
  for (const { id, name } of contact.attachments) {
    const bytes = kept[name]
    if (bytes) expect((await files.put(id, bytes, { as: facts.as })).status).toBe(200)
  }
  return contact
}
const press = (contactId: string, locale = 'en') => day.send(day.drawn(composeToAction, { contactId }), { locale })
async function send(draftId: string, changed: Partial<Draft> = {}): Promise<string> {
  const { to, subject, text } = { ...(await read(draftId)), ...changed }
  const answer = await fetch(`${day.server.url}/demo/gmail/send`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ to: [to], cc: [], bcc: [], subject, text, draftId }) })
  return ((await answer.json()) as { message: string }).message
}
/** Opens a sent letter, registers it and gives the hashes of the files that are kept of it. */
async function hashesAfter(message: string, previousId: string) {
  const card = topOf(await day.server.press({ endpoint: 'on-message', message }))
  await day.press(card, /^Register/, { message })
  const [nextId] = (await day.olga('getContact', { id: previousId })).nextIds.slice(-1)
  const { attachments } = await day.olga('getContact', { id: nextId! })
  return Object.fromEntries(await Promise.all(attachments.map(async ({ id, name }) => [name, hashOf(new Uint8Array(await (await files.get(id)).arrayBuffer()))] as const)))
}

test('the kept files go along byte for byte: what was sent has them when it is opened and registered', async () => {
  const kept = { 'Прайс-лист «осень».xlsx': bytesFor(2 * mebibyte), 'empty.txt': new Uint8Array(), 'note.txt': Buffer.from('line\nline\r\n\0ÿ', 'latin1') }
  const contact = await contactWith(kept, { subject: 'With files' })
  const answer = await press(contact.id)
  expect(said(answer)).toContain('3 files are attached.')
  const draftId = draftIdOf(answer)
  expect(await read(draftId)).toMatchObject({ to: 'ivan.petrov@vector.example', subject: 'Re: With files', attachments: Object.entries(kept).map(([name, { length }]) => ({ name, size: length })) })
  expect(await hashesAfter(await send(draftId), contact.id)).toEqual(Object.fromEntries(Object.entries(kept).map(([name, bytes]) => [name, hashOf(bytes)])))
})

test('a draft whose text was changed before sending has the same files', async () => {
  const kept = { 'offer.pdf': bytesFor(200_000, 11) }
  const contact = await contactWith(kept, { subject: 'Changed' })
  const message = await send(draftIdOf(await press(contact.id)), { text: 'Other words' })
  expect(await hashesAfter(message, contact.id)).toEqual({ 'offer.pdf': hashOf(kept['offer.pdf']) })
})

test('what is more than a letter takes stays out by name, and what still fits goes along', async () => {
  const contact = await contactWith({ 'first.bin': bytesFor(1_000), 'second.bin': bytesFor(18 * mebibyte, 5), 'third.bin': bytesFor(2_000, 3) })
  const answer = await press(contact.id)
  expect(said(answer)).toContain('2 files are attached. Not attached: second.bin (a draft takes at most 18 MB of files).')
  expect((await read(draftIdOf(answer))).attachments.map(({ name }) => name)).toEqual(['first.bin', 'third.bin'])
  expect(said(await press(contact.id, 'ru'))).toContain('Приложено: 2 файла. Не приложено: second.bin (файлы черновика вместе не больше 18 МБ).')
})

test('files that are not kept are named, four of them shortly', async () => {
  const contact = await contactWith({ 'kept.pdf': bytesFor(10), 'a.pdf': null, 'b.pdf': null, 'c.pdf': null, 'd.pdf': null })
  const answer = await press(contact.id)
  expect(said(answer)).toContain('1 file is attached. Not attached: a.pdf, b.pdf, c.pdf and 1 more (not kept here).')
  expect((await read(draftIdOf(answer))).attachments).toEqual([{ name: 'kept.pdf', size: 10 }])
})

test('a file that is lost from the disk leaves the draft as it is without it', async () => {
  const lost = bytesFor(3_001, 13)
  const contact = await contactWith({ 'lost.pdf': lost, 'here.pdf': bytesFor(99, 17) })
  const path = filesBelow(files.folder).find((name) => name.replace('/', '') === hashOf(lost))
  rmSync(join(files.folder, path!))
  const answer = await press(contact.id)
  expect(said(answer)).toContain('1 file is attached. Not attached: lost.pdf (the content could not be read).')
  expect((await read(draftIdOf(answer))).attachments).toEqual([{ name: 'here.pdf', size: 99 }])
})

test('a private contact of a colleague gives neither files nor their names', async () => {
  const contact = await contactWith({ 'secret.pdf': bytesFor(500, 19) }, { as: 'anna@demo.example', private: true, subject: 'Secret subject', text: 'Secret text', from: { name: 'Somebody', address: 'somebody@unheard-of.example' }, to: [{ name: '', address: 'anna@demo.example' }] })
  expect([contact.private, contact.attachments[0]!.name]).toEqual([true, 'secret.pdf'])
  const answer = await press(contact.id)
  const draft = await read(draftIdOf(answer))
  expect(draft.attachments).toEqual([])
  expect(JSON.stringify([said(answer), draft])).not.toMatch(/secret/i)
})

test('pressed twice there is one draft with its files once', async () => {
  const contact = await contactWith({ 'once.pdf': bytesFor(700, 23) })
  const button = day.drawn(composeToAction, { contactId: contact.id })
  const [first, second] = await Promise.all([day.send(button), day.send(button)])
  expect(draftIdOf(second)).toBe(draftIdOf(first))
  expect([said(first), said(second)]).toEqual([said(first), said(first)])
  expect((await read(draftIdOf(first))).attachments).toEqual([{ name: 'once.pdf', size: 700 }])
})
