import fs from 'node:fs'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { createSideReader, type SideReader } from '@counterpane/backend/platform/db/side-reader'
import { freshDatabase } from '../support/database-template'

let file: Awaited<ReturnType<typeof freshDatabase>>
const open: SideReader[] = []
beforeAll(async () => { file = await freshDatabase('team') }, 60_000)
afterEach(async () => { await Promise.all(open.splice(0).map((one) => one.close())) })
afterAll(() => file.remove())

function aReader(path = file.path): SideReader {
  const reader = createSideReader({ path })
  open.push(reader)
  return reader
}
/** Counts so far by itself: some seconds of one processor for 10 million. */
const counting = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT COUNT(*) AS n FROM n'

test('a hundred questions at once get each its own answer', async () => {
  const reader = aReader()
  const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => reader.all<{ i: number; size: number }>('SELECT ? AS i, (SELECT COUNT(*) FROM Manager) AS size', [i])))
  expect(answers.map(([row]) => row)).toEqual(Array.from({ length: 100 }, (_, i) => ({ i, size: 12 })))
})

test('an error is told to whoever asked, in its words, and to nobody else', async () => {
  const reader = aReader()
  const [before, wrong, missing, after] = await Promise.allSettled([reader.all('SELECT 1 AS n'), reader.all('SELECT * FROM Nowhere'), reader.all('SELECT ? AS a, ? AS b', [1]), reader.all('SELECT 2 AS n')])
  expect([before, after]).toEqual([{ status: 'fulfilled', value: [{ n: 1 }] }, { status: 'fulfilled', value: [{ n: 2 }] }])
  expect(wrong).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('no such table: Nowhere') as string } })
  expect(missing.status === 'fulfilled' ? missing.value : missing.reason).toBeDefined()
  expect(await reader.all('SELECT 3 AS n')).toEqual([{ n: 3 }])
})

test('a short question does not wait for a long one, nor does this thread', async () => {
  const reader = aReader()
  await reader.all('SELECT 1')
  const done: string[] = []
  const long = reader.all<{ n: number }>(counting, [3_000_000]).then((rows) => { done.push('long'); return rows })
  for (let i = 0; i < 20; i++) await reader.all('SELECT COUNT(*) FROM Contact')
  done.push('twenty short ones')
  expect(await long).toEqual([{ n: 3_000_000 }])
  expect(done).toEqual(['twenty short ones', 'long'])
}, 60_000)

test('closed while it is busy, it answers what was asked and ends; afterwards it refuses', async () => {
  const reader = aReader()
  const asked = [reader.all<{ n: number }>(counting, [500_000]), reader.all<{ n: number }>(counting, [500_000]), reader.all<{ n: number }>('SELECT 1 AS n')]
  await reader.close()
  expect((await Promise.all(asked)).map(([row]) => row?.n)).toEqual([500_000, 500_000, 1])
  await expect(reader.all('SELECT 1')).rejects.toThrow('the database is closed')
  await reader.close()
}, 60_000)

test('closed before anything was asked, it ends at once', async () => { await expect(aReader().close()).resolves.toBeUndefined() })

test('a thread that dies refuses what it was asked, and the next question gets a new one', async () => {
  const folder = `${file.path}-later`
  const reader = aReader(`${folder}/x.db`)
  for (let round = 0; round < 2; round++) {
    const asked = await Promise.allSettled([reader.all('SELECT 1'), reader.all('SELECT 2'), reader.all('SELECT 3')])
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    await expect(reader.all('SELECT 1')).rejects.toThrow(/unable to open/i)
  }
  fs.mkdirSync(folder)
  fs.copyFileSync(file.path, `${folder}/x.db`)
  // Asked while the last of the old threads are still going down: these are the new one's.
  expect(await Promise.all(Array.from({ length: 20 }, () => reader.all('SELECT COUNT(*) AS n FROM Manager')))).toEqual(Array.from({ length: 20 }, () => [{ n: 12 }]))
})

test.each([
  ["DELETE FROM Manager"], ["INSERT INTO OwnDomain (domainKey) VALUES ('x.example') RETURNING domainKey"], ['WITH a AS (SELECT 1) DELETE FROM OwnDomain'], ['PRAGMA query_only=OFF'], ['PRAGMA journal_mode=DELETE'],
  ["ATTACH DATABASE ':memory:' AS other"], ['CREATE TEMP TABLE t (x)'], ['BEGIN IMMEDIATE'], ['SELECT 1; DELETE FROM Manager'], ['VACUUM'],
])('nothing is written through it: %s', async (sql) => {
  const reader = aReader()
  const connection = openConnection(file.path, { readOnly: true })
  const state = () => connection.prepare('SELECT (SELECT COUNT(*) FROM Manager) AS managers, (SELECT COUNT(*) FROM OwnDomain) AS domains').all()
  const before = state()
  await reader.all(sql).catch(() => [])
  await reader.all(sql).catch(() => [])
  await expect(reader.all("INSERT INTO OwnDomain (domainKey) VALUES ('y.example')")).rejects.toThrow()
  expect(state()).toEqual(before)
  connection.close()
})
