import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFolderFileStore } from '@counterpane/backend/adapters/file-store/folder-file-store'
import { createAttachmentsRepository } from '@counterpane/backend/features/attachments/attachments.repository'
import { sweepOrphans } from '@counterpane/backend/features/attachments/sweep-orphans'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { createFileCalls, filesBelow, hashOf, olga, problemIn } from '../api/kept-files'
import { startTestServer, type TestServer } from '../support/test-server'
import { failFrom } from './failing-disk'
import { keepUntilKilled } from './store-writer'

let server: TestServer
const others: TestServer[] = []
beforeAll(async () => { server = await startTestServer() })
afterEach(async () => { for (const other of others.splice(0)) await other.close() })
afterAll(() => server.close())

async function another(settings: Record<string, string> = {}): Promise<TestServer> {
  const other = await startTestServer({ settings })
  others.push(other)
  return other
}

const pathOf = (hash: string) => `${hash.slice(0, 2)}/${hash.slice(2)}`
const makeOld = (path: string, days = 2) => utimesSync(path, new Date(), new Date(Date.now() - days * 86_400_000))
const sweep = (folder: string, on = server) => sweepOrphans({ db: on.db, attachments: createAttachmentsRepository(on.db), store: createFolderFileStore(folder), log: createLogger('silent') })

test('a program killed while it keeps files leaves no half file under a hash, and everything it said is kept is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterpane-files-'))
  let acknowledged = 0
  for (let round = 0; round < 6; round++) {
    const kept = await keepUntilKilled(folder, 30 + round * 23)
    acknowledged += kept.length
    for (const hash of kept) expect(existsSync(join(folder, pathOf(hash)))).toBe(true)
    for (const name of filesBelow(folder).filter((file) => !file.startsWith('incoming/'))) expect(hashOf(readFileSync(join(folder, name)))).toBe(name.replace('/', ''))
  }
  expect(acknowledged).toBeGreaterThan(6)
  const unfinished = filesBelow(join(folder, 'incoming'))
  for (const name of unfinished) makeOld(join(folder, 'incoming', name))
  expect(await createFolderFileStore(folder).removeUnfinished(86_400_000)).toBe(unfinished.length)
  expect(filesBelow(join(folder, 'incoming'))).toEqual([])
  rmSync(folder, { recursive: true })
}, 60_000)

describe.each([['ENOSPC', 'The disk for files is full'], ['EROFS', 'The folder for files cannot be written to'], ['EIO', 'The folder for files cannot be used']])('a disk that fails with %s', (code, words) => {
  test.each([true, false])('at any step of keeping a file is told in words, leaves nothing half done, and all is well once it is mended (lasting: %s)', async (sticky) => {
    const files = createFileCalls(server)
    const { attachments } = await files.register(Array.from({ length: 12 }, (_, i) => ({ name: `${i}.bin` })))
    let step = 0
    for (; step < attachments.length; step++) {
      const [{ id }, content] = [attachments[step]!, Buffer.alloc(1_000, `${code} ${sticky} ${step}`)]
      const disk = failFrom(files.folder, { step: step + 1, code, sticky })
      const answer = await files.put(id, content)
      disk.mend()
      if (disk.steps.length <= step) break // this many steps there are not: it went well
      expect([step, answer.status, await problemIn(answer)]).toMatchObject([step, 503, { code: 'files-unavailable', detail: expect.stringContaining(words) as string }])
      expect((await files.get(id)).status).toBe(404)
      for (const name of filesBelow(files.folder)) expect(hashOf(readFileSync(join(files.folder, name)))).toBe(name.replace('/', ''))
      expect((await files.put(id, content)).status).toBe(200)
      expect(Buffer.from(await (await files.get(id)).arrayBuffer()).equals(content)).toBe(true)
    }
    expect(step).toBeGreaterThan(6)
    expect(step).toBeLessThan(attachments.length)
  })
})

test('bytes are on disk before they get their name, and the name is before the row says so', async () => {
  const files = createFileCalls(server)
  const { attachments: [file] } = await files.register([{ name: 'flushed.bin' }])
  const disk = failFrom(files.folder, { step: Infinity, code: '', sticky: false })
  expect((await files.put(file!.id, 'flushed')).status).toBe(200)
  disk.mend()
  const flushed = disk.steps.filter((step) => step !== 'mkdir' && step !== 'open')
  expect(flushed.slice(0, 4)).toEqual(['writeFile', 'sync', 'rename', 'sync'])
})

test('when the place for files cannot be used at all, letters are registered as ever and their files say why not', async () => {
  const blocked = join(mkdtempSync(join(tmpdir(), 'counterpane-files-')), 'files')
  writeFileSync(blocked, 'a file where the folder should be')
  const other = await another({ COUNTERPANE_FILES: blocked })
  const files = createFileCalls(other)
  const { attachments: [file] } = await files.register([{ name: 'a.txt' }])
  const answer = await files.put(file!.id, 'x', { headers: { 'accept-language': 'ru' } })
  expect([answer.status, await problemIn(answer)]).toMatchObject([503, { code: 'files-unavailable', title: 'Файлы сейчас нельзя сохранить или прочитать', detail: expect.stringContaining('Папка для файлов недоступна') as string }])
  expect((await other.raw('GET', '/readyz')).status).toBe(200)
})

test('a file that the disk lost or spoilt is told as such, and sending it again mends it', async () => {
  const files = createFileCalls(server)
  const { attachments: [file] } = await files.register([{ name: 'lost.txt' }])
  await files.put(file!.id, 'what was kept')
  const path = join(files.folder, pathOf(hashOf('what was kept')))
  rmSync(path)
  const lost = await files.get(file!.id)
  expect([lost.status, await problemIn(lost)]).toMatchObject([503, { code: 'files-unavailable', detail: expect.stringContaining('not where it was kept') as string }])
  expect((await files.put(file!.id, 'what was kept')).status).toBe(200)
  writeFileSync(path, 'spoilt')
  expect((await files.put(file!.id, 'what was kept')).status).toBe(200)
  expect(await (await files.get(file!.id)).text()).toBe('what was kept')
})

test('sweeping takes old files that nobody names and leaves the young ones, the named ones and those of an undone registration', async () => {
  const own = await another()
  const files = createFileCalls(own)
  const contact = await files.register([{ name: 'named' }])
  const undone = await files.register([{ name: 'undone' }])
  await files.put(contact.attachments[0]!.id, 'named')
  await files.put(undone.attachments[0]!.id, 'undone')
  await own.raw('POST', `/api/contacts/${undone.id}/undo`, { as: olga })
  // A folder of its own, since the program itself may still be looking through the other one.
  const folder = mkdtempSync(join(tmpdir(), 'counterpane-files-'))
  cpSync(files.folder, folder, { recursive: true })
  const store = createFolderFileStore(folder)
  const bytesOf = async function* (text: string) { yield Buffer.from(text) }
  for (const text of ['orphan', 'young orphan']) await (await store.receive(bytesOf(text), 100))!.keep()
  await store.receive(bytesOf('never kept'), 100)
  await store.receive(bytesOf('arriving now'), 100)
  for (const text of ['named', 'undone', 'orphan']) makeOld(join(folder, pathOf(hashOf(text))))
  makeOld(join(folder, 'incoming', filesBelow(join(folder, 'incoming')).find((name) => readFileSync(join(folder, 'incoming', name), 'utf8') === 'never kept')!))
  expect(await sweep(folder, own)).toEqual({ removed: 1, unfinished: 1 })
  expect(filesBelow(folder).filter((name) => !name.startsWith('incoming/'))).toEqual(['named', 'undone', 'young orphan'].map((text) => pathOf(hashOf(text))).sort())
  expect(filesBelow(join(folder, 'incoming'))).toHaveLength(1)
  // Somebody may keep the same bytes between the question and the removal: what counts is the writers' own turn.
  const blind = { ...createAttachmentsRepository(own.db), namedOf: () => new Set<string>() }
  expect(await sweepOrphans({ db: own.db, attachments: blind, store, log: createLogger('silent') })).toEqual({ removed: 0, unfinished: 0 })
})

test('a folder full of files that this database does not know is left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterpane-files-'))
  for (let i = 0; i < 120; i++) {
    const path = join(folder, pathOf(hashOf(`another database's ${i}`)))
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, 'x')
    makeOld(path)
  }
  expect(await sweep(folder)).toEqual({ removed: 0, unfinished: 0 })
  expect(filesBelow(folder)).toHaveLength(120)
  rmSync(folder, { recursive: true })
})

test('the program sweeps at its start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterpane-files-'))
  const path = join(folder, pathOf(hashOf('left over')))
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, 'left over')
  makeOld(path)
  await another({ COUNTERPANE_FILES: folder })
  for (let i = 0; i < 100 && existsSync(path); i++) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(existsSync(path)).toBe(false)
})
