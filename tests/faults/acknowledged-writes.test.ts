import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import { assertDurable, settingsOf } from '@counterpane/backend/platform/db/durability'
import { adapterOver } from '@counterpane/backend/platform/db/serialised-adapter'
import { createTurnQueue } from '@counterpane/backend/platform/db/turn-queue'
import { keysSeenByAnotherProcess, writeFromAnotherProcess, writeStorm } from './write-storm'

const migrationsFolder = join(__dirname, '../../backend/prisma/migrations')
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterpane-writes-'))
  path = join(folder, 'storm.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** How an adapter is made that knows no turns: whoever writes while a transaction is open writes inside it. */
function sharingOneConnection(file: string): SqlDriverAdapterFactory {
  return {
    provider: 'sqlite', adapterName: 'sharing-one-connection',
    async connect() {
      const connection = openConnection(file)
      const plain = await adapterOver(() => connection)
      const turns = createTurnQueue()
      return Object.assign(Object.create(plain) as typeof plain, {
        startTransaction: async () => {
          const end = await turns.take() // transactions among themselves take turns, plain writes do not
          const transaction = await (await adapterOver(() => connection)).startTransaction()
          const [commit, rollback] = [transaction.commit.bind(transaction), transaction.rollback.bind(transaction)]
          return Object.assign(transaction, { commit: () => commit().finally(end), rollback: () => rollback().finally(end) })
        },
        dispose: async () => { connection.close() },
      })
    },
  }
}

const missing = (keys: readonly string[], seen: ReadonlySet<string>) => keys.filter((key) => !seen.has(key))
const present = (keys: readonly string[], seen: ReadonlySet<string>) => keys.filter((key) => seen.has(key))

test('of 10,000 writes at once every acknowledged one is on disk and no rolled back one, while a second process writes too', async () => {
  const db = await openDatabase({ path, migrationsFolder, maxWaitMs: 180_000 }) // ten thousand at once is no honest burst: here they all may wait
  const [own, others] = await Promise.all([writeStorm(db, 10_000), writeFromAnotherProcess(path, 500)])
  const seen = keysSeenByAnotherProcess(path)
  await db.close()
  expect(own.refused).toEqual([])
  expect(own.acknowledged.length).toBe(10_000 - 1_250 + 1_250)
  expect(own.rolledBack.length).toBe(1_250)
  expect(missing(own.acknowledged, seen)).toEqual([])
  expect(present(own.rolledBack, seen)).toEqual([])
  expect(missing(others, seen)).toEqual([])
}, 240_000)

test('the same storm loses writes when callers share one connection without taking turns', async () => {
  const db = await openDatabase({ path, migrationsFolder, adapter: sharingOneConnection(path) })
  const { acknowledged, rolledBack, refused } = await writeStorm(db, 400)
  const seen = keysSeenByAnotherProcess(path)
  await db.close()
  expect({ refused: refused.length, lost: missing(acknowledged, seen).length > 0, ghosts: present(rolledBack, seen).length }).toMatchObject({ lost: true })
}, 120_000)

test('after a COMMIT that failed the next write is on disk', async () => {
  const db = await openDatabase({ path, migrationsFolder })
  await db.prisma.$executeRaw`CREATE TABLE late (id TEXT REFERENCES ExcludedMessage(messageKey) DEFERRABLE INITIALLY DEFERRED)`
  const failing = db.write((tx) => tx.$executeRaw`INSERT INTO late VALUES ('nobody')`)
  await expect(failing).rejects.toThrow()
  await db.prisma.excludedMessage.create({ data: { messageKey: 'after', byId: 'storm' } })
  expect(keysSeenByAnotherProcess(path).has('after')).toBe(true)
  await db.close()
})

test('the connections in use wait for locks and write through to the disk', () => {
  const connection = openConnection(path)
  expect(settingsOf(connection)).toEqual({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 5000 })
  connection.exec('PRAGMA synchronous=NORMAL')
  expect(() => assertDurable(connection, 'weakened')).toThrow('synchronous=1')
  connection.close()
})

test('a database of a newer version is refused, not changed', async () => {
  const db = await openDatabase({ path, migrationsFolder })
  await db.prisma.$executeRaw`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9999_future', 1)`
  await db.close()
  await expect(openDatabase({ path, migrationsFolder })).rejects.toThrow('newer version')
})
