import path from 'node:path'
import { readAttachedBytes } from '@counterpane/backend/adapters/mail-files/read-attached-bytes'
import type { Card } from '@counterpane/addin-gmail/card-schema'
import { cardOf } from '../contract/gmail-house'
import { root } from '../support/repository-files'
import { startGmailServer, type GmailServer } from './gmail-server'
import { gmailVisitor } from './gmail-visitor'
import { administratorOf, hashOf } from './kept-files'

let server: GmailServer
beforeEach(async () => { server = await startGmailServer() }, 60_000)
afterEach(() => server.close())

const mailFolder = path.join(root, 'tests/fixtures/mail')
const words = (card: Card) => JSON.stringify(card)
const registered = async () => Promise.all((await server.olga('listContacts', { query: { limit: 200, method: 'letter' } })).items.filter(({ source }) => source === 'gmail').map(({ id }) => server.olga('getContact', { id })))

async function register(pattern: RegExp, facts = {}) {
  const visitor = gmailVisitor(server)
  const { message, card } = await visitor.open(pattern)
  const button = visitor.buttonIn(card, /^Register/)
  return { visitor, message, button, answer: await visitor.press(button, { message, ...facts }) }
}
async function keptBytes(id: string) {
  const answer = await fetch(`${server.url}/api/attachments/${id}/content`, { headers: { authorization: `Bearer ${await server.tokenOf('olga@demo.example')}` } })
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}
async function setPolicy(policy: object) {
  const admin = await server.as(await administratorOf(server))
  await admin('putSettings', { body: { attachments: { keep: 'all', maxFileBytes: 25 * 1024 ** 2, maxMessageBytes: 50 * 1024 ** 2, ...policy } } })
}

test('one press keeps the text and the files, byte for byte', async () => {
  const { answer } = await register(/^john\.ross\+orders@beta\.example/)
  expect(words(cardOf(answer))).toContain('1 file is kept')
  const [contact] = await registered()
  expect(contact!.attachments).toMatchObject([{ name: 'PO-20983.pdf', contentType: 'application/pdf', kept: true }])
  expect(contact!.content).toContain('within two working days')
  const [original] = await readAttachedBytes(mailFolder, '15-beta-sub-address.eml')
  expect(hashOf(await keptBytes(contact!.attachments[0]!.id))).toBe(hashOf(original!))
})

test('the quoted tail and the signature are folded away as Outlook’s are', async () => {
  await register(/^ivan\.petrov@vector\.example RE: Запрос/i)
  const [contact] = await registered()
  expect(contact!.content).not.toContain('>')
  expect(contact!.folded.length).toBeGreaterThan(0)
})

test('a picture of the text itself is no file, as in Outlook', async () => {
  await register(/^john\.ross@beta\.example Label and packing list/)
  const [contact] = await registered()
  expect(contact!.attachments).toMatchObject([{ name: expect.stringContaining('acking') as string, kept: true }])
  const files = await readAttachedBytes(mailFolder, '34-beta-inline-image.eml')
  expect(files.map(hashOf)).toContain(hashOf(await keptBytes(contact!.attachments[0]!.id)))
})

test('a message of HTML alone is read as text', async () => {
  await register(/^info@delta\.example/)
  expect((await registered())[0]!.content).toContain('12 паллет')
})

test('a file above the policy is named with the reason; the email is registered all the same', async () => {
  await setPolicy({ maxFileBytes: 10 })
  const { answer } = await register(/^john\.ross\+orders@beta\.example/)
  expect(words(cardOf(answer))).toMatch(/PO-20983\.pdf.*at most 10 byte/)
  expect((await registered())[0]!.attachments).toMatchObject([{ kept: false }])
})

test.each([['the organisation keeps none', { keep: 'none' }], ['only chosen ones are kept', { keep: 'chosen' }]])('%s: files are noted by name', async (_why, policy) => {
  await setPolicy(policy)
  await register(/^john\.ross\+orders@beta\.example/)
  expect((await registered())[0]!.attachments).toMatchObject([{ name: 'PO-20983.pdf', kept: false }])
})

test('pressed twice, the files are kept once', async () => {
  const { visitor, message, button } = await register(/^john\.ross\+orders@beta\.example/)
  expect(words(cardOf(await visitor.press(button, { message })))).toContain('1 file is kept')
  expect((await registered()).map(({ attachments }) => attachments.length)).toEqual([1])
})

describe('when Gmail does not give it', () => {
  test.each([
    ['deleted', 'This email is no longer in Gmail', false], ['forbidden', 'This email cannot be read', false], ['no-consent', 'Gmail needs your permission', false], ['signed-out', 'Open the email again', false],
    ['too-many', 'Try again in 7 seconds', true], ['broken', 'Gmail cannot answer now', true], ['unavailable', 'Gmail cannot answer now', true], ['garbled', 'Gmail cannot answer now', true],
  ])('%s: the card says it with the right advice, nothing is stored, and trying again is offered where it helps', async (trouble, said, helps) => {
    const { visitor, message, button, answer } = await register(/^john\.ross@beta\.example Order 4471/, { trouble })
    const card = cardOf(answer)
    expect(words(card)).toContain(said)
    expect(words(card)).toMatch(/Reference [0-9a-f]{8}/)
    expect(visitor.buttonIn(card, 'Try again') !== undefined).toBe(helps)
    expect(await registered()).toEqual([])
    const after = await visitor.press(visitor.buttonIn(card, 'Try again') ?? button, { message, trouble: 'none' })
    expect(words(cardOf(after))).toContain('Registered by')
    expect(await registered()).toHaveLength(1)
  })
  test('no answer within five seconds is said so, and is not waited for any longer', async () => {
    const startedAt = performance.now()
    const { answer } = await register(/^john\.ross@beta\.example Order 4471/, { trouble: 'slow' })
    expect(cardOf(answer).header.title).toBe('Gmail did not answer within 5 seconds')
    expect(performance.now() - startedAt).toBeLessThan(9_000)
    expect(await registered()).toEqual([])
  }, 15_000)
  test('a form that met trouble is gone back to, with what was typed', async () => {
    const visitor = gmailVisitor(server)
    const { message, card } = await visitor.open(/^e\.lapteva@laptrade/)
    const typed = { name: 'Екатерина Лаптева' }
    const failed = cardOf(await visitor.press(visitor.buttonIn(card, 'Create and register'), { message, typed, trouble: 'unavailable' }))
    expect(words(failed)).toContain('Go back with the arrow')
    expect(visitor.buttonIn(failed, 'Try again')).toBeUndefined()
  })
})
