import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { createFolderFileStore } from '@counterpane/backend/adapters/file-store/folder-file-store'
import { createAttachmentsRepository } from '@counterpane/backend/features/attachments/attachments.repository'
import { sweepOrphans } from '@counterpane/backend/features/attachments/sweep-orphans'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'
import { createFileCalls, hashOf, problemIn, type FileCalls } from './kept-files'

let server: TestServer
let files: FileCalls
beforeAll(async () => { server = await startTestServer(); files = createFileCalls(server) })
afterAll(() => server.close())
afterEach(() => files.setPolicy({}))

const peter = 'peter@demo.example'
const olga = () => server.as('olga@demo.example')
const aCall: BodyOf<'createContact'> = { startsAt: '2026-11-20T09:00:00Z', method: 'call', direction: 'outgoing', status: 'held', subject: 'Price' }
const make = async (more: Partial<BodyOf<'createContact'>> = {}) => (await (await olga())('createContact', { body: { ...aCall, ...more } })).id
const add = async (id: string, body: BodyOf<'addAttachment'>, as = 'olga@demo.example', headers: Record<string, string> = {}) => server.raw('POST', `/api/contacts/${id}/attachments`, { as, body, headers })
const added = async (id: string, name = 'scan.pdf', as?: string) => await (await add(id, { name, contentType: 'application/pdf', size: 4 }, as)).json() as { id: string }
const remove = async (id: string, as = 'olga@demo.example') => (await server.raw('DELETE', `/api/attachments/${id}`, { as })).status
const filesOf = async (id: string, as = 'olga@demo.example') => (await (await server.as(as))('getContact', { id })).attachments

test('a file is put on a contact by hand: its facts, then its bytes, and it comes back as it was', async () => {
  const id = await make()
  const answer = await add(id, { name: 'scan.pdf', contentType: 'application/pdf', size: 4 })
  const file = await answer.json() as { id: string }
  expect([answer.status, file]).toEqual([201, { id: file.id, name: 'scan.pdf', contentType: 'application/pdf', size: 4, kept: false }])
  expect((await files.put(file.id, 'scan')).status).toBe(200)
  const { id: second } = await added(id, 'b.bin')
  expect(await filesOf(id)).toMatchObject([{ id: file.id, kept: true }, { id: second, kept: false }])
  expect(await (await files.get(file.id, { as: peter })).text()).toBe('scan')
  const [, first] = (await (await olga())('listChanges', { query: { noun: 'contact', id } })).items
  expect(first).toMatchObject({ action: 'file-added', fields: [{ field: 'attachments', before: null, after: 'scan.pdf' }], canUndo: false })
})

test('whoever put a file there sends its bytes, on a colleague\'s contact too; others do not', async () => {
  const id = await make()
  const { id: ofPeter } = await added(id, 'peters.txt', peter)
  expect((await files.put(ofPeter, 'x', { as: 'kate@demo.example' })).status).toBe(403)
  expect((await files.put(ofPeter, 'mine', { as: peter })).status).toBe(200)
})

test('the organisation\'s limits are said before a byte is sent', async () => {
  const id = await make()
  await files.setPolicy({ maxFileBytes: 10, maxMessageBytes: 15 })
  const tooLarge = await add(id, { name: 'a', size: 11 }, undefined, { 'accept-language': 'ru' })
  expect([tooLarge.status, await problemIn(tooLarge)]).toEqual([409, expect.objectContaining({ code: 'file-refused', detail: expect.stringContaining('10 байт') as string })])
  const { id: first } = await added(id)
  expect((await files.put(first, 'ten bytes!')).status).toBe(200)
  const together = await add(id, { name: 'b', size: 6 })
  expect([together.status, (await problemIn(together)).detail]).toEqual([409, expect.stringContaining('15 byte') as string])
  await files.setPolicy({ keep: 'none' })
  expect((await add(id, { name: 'c', size: 1 })).status).toBe(409)
  expect(await filesOf(id)).toHaveLength(1)
})

test('more bytes than the facts may say are refused all the same', async () => {
  const id = await make()
  await files.setPolicy({ maxFileBytes: 10 })
  const { id: file } = await added(id)
  expect((await files.put(file, 'eleven byte')).status).toBe(409)
})

test('a file is taken off again: it is gone from the contact and from the net, and the trail says which', async () => {
  const id = await make()
  const { id: file } = await added(id)
  await files.put(file, 'gone')
  expect(await remove(file, peter)).toBe(204)
  expect([await filesOf(id), (await files.get(file)).status, await remove(file)]).toEqual([[], 404, 404])
  const [change] = (await (await olga())('listChanges', { query: { noun: 'contact', id } })).items
  expect(change).toMatchObject({ action: 'file-removed', manager: { id: 'm-peter' }, fields: [{ field: 'attachments', before: 'scan.pdf', after: null }], canUndo: false })
})

test('bytes that somebody else keeps too stay when one file is taken off; those that nobody names are swept away', async () => {
  const id = await make()
  const [{ id: one }, { id: other }, { id: alone }] = [await added(id, 'one'), await added(id, 'other'), await added(id, 'alone')]
  for (const file of [one, other]) await files.put(file, 'the same bytes')
  await files.put(alone, 'bytes of its own')
  await remove(one)
  await remove(alone)
  expect(await (await files.get(other)).text()).toBe('the same bytes')
  const stored = () => readdirSync(files.folder, { recursive: true, encoding: 'utf8' }).filter((name) => /^..\/.{62}$/.test(name))
  const old = new Date(Date.now() - 3 * 86_400_000)
  for (const name of stored()) utimesSync(join(files.folder, name), old, old)
  const store = createFolderFileStore(files.folder)
  await sweepOrphans({ db: server.db, attachments: createAttachmentsRepository(server.db), store, log: createLogger('silent') })
  const pathOf = (text: string) => `${hashOf(text).slice(0, 2)}/${hashOf(text).slice(2)}`
  expect(stored()).toContain(pathOf('the same bytes'))
  expect(stored()).not.toContain(pathOf('bytes of its own'))
  expect(await (await files.get(other)).text()).toBe('the same bytes')
})

test('on a contact whose words are not to be read nobody from outside puts a file, sees one or takes one off', async () => {
  for (const narrowed of [{ private: true }, { visibility: 'subject' as const }]) {
    const id = await make(narrowed)
    const { id: file } = await added(id, 'contract.pdf')
    expect((await files.put(file, 'ours')).status).toBe(200)
    expect([(await add(id, { name: 'x', size: 1 }, peter)).status, (await files.get(file, { as: peter })).status, await remove(file, peter)]).toEqual([403, 404, 404])
    expect([await filesOf(id, peter), (await filesOf(id)).length]).toEqual([[], 1])
    const forPeter = (await (await server.as(peter))('listChanges', { query: { noun: 'contact', id } })).items
    expect(JSON.stringify(forPeter)).not.toContain('contract.pdf')
  }
})

test('nothing is put on what is not there, and no facts without sense are taken', async () => {
  const id = await make()
  await (await olga())('undoContact', { id })
  expect([(await add(id, { name: 'x', size: 1 })).status, (await add('nobody', { name: 'x', size: 1 })).status]).toEqual([404, 404])
  const there = await make()
  for (const body of [{ name: '', size: 1 }, { name: 'x', size: -1 }, { name: 'x', size: 1.5 }, { name: 'x' }, { size: 1 }]) expect((await add(there, body as never)).status).toBe(400)
})
