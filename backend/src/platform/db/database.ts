import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PrismaClient } from '../../../prisma/generated/client'
import type { Prisma } from '../../../prisma/generated/client'
import { openDoor, type WriterTurn } from './bulk-writes'
import { openConnection } from './connection'
import { deriveAll } from './derived'
import { derivedList } from './derived-list'
import { assertDurable } from './durability'
import { migrate, pendingMigrations, readMigrations } from './migrations'
import { serialisedAdapter } from './serialised-adapter'
import { createSideReader, type SideReader } from './side-reader'
import { createSqlReader, type SqlReader } from './sql'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'

export type Tx = Prisma.TransactionClient

/** The one door to the database. Every change goes through `write`; reading goes by Prisma or by prepared SQL. */
export interface Db {
  prisma: PrismaClient
  sql: SqlReader
  /** Long questions, on a thread of their own. */
  side: SideReader
  /** One unit of work: all of it is kept, or nothing. `work` never waits for the network. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Throws when the database does not answer or lacks migrations. */
  check(): void
  close(): Promise<void>
}

export interface OpenDatabaseOptions { path: string; migrationsFolder?: string; timeoutMs?: number; adapter?: SqlDriverAdapterFactory; maxWaitMs?: number }

export const migrationsFolder = join(__dirname, '../../../prisma/migrations')

// A burst of writes waits in the queue rather than failing; 30 s is longer than any honest burst and shorter than a proxy's patience.
const defaultMaxWaitMs = 30_000
const longestTransactionMs = 30_000

/** Opens, migrates and checks the database at `path`; makes its folder when it is missing. */
export async function openDatabase({ path, migrationsFolder: folder = migrationsFolder, timeoutMs, adapter, maxWaitMs = defaultMaxWaitMs }: OpenDatabaseOptions): Promise<Db> {
  mkdirSync(dirname(path), { recursive: true })
  const migrations = readMigrations(folder)
  const reading = prepareFile(path, { migrations, timeoutMs })
  assertDurable(reading, 'reading')
  const turn: WriterTurn = { connection: null, work: null }
  const prisma = new PrismaClient({ adapter: adapter ?? serialisedAdapter({ path, timeoutMs, turn, onOpen: assertDurable }), transactionOptions: { maxWait: maxWaitMs, timeout: longestTransactionMs }, errorFormat: 'minimal' })
  await prisma.$connect()
  const side = createSideReader({ path, timeoutMs })
  return {
    prisma, sql: createSqlReader(reading), side,
    write: (work) => prisma.$transaction((tx) => { openDoor(tx, turn); return work(tx) }),
    check: () => {
      const missing = pendingMigrations(reading, migrations)
      if (missing.length > 0) throw new Error(`migrations are missing: ${missing.map((migration) => migration.name).join(', ')}`)
    },
    close: async () => { await Promise.all([prisma.$disconnect(), side.close()]); reading.close() },
  }
}

function prepareFile(path: string, { migrations, timeoutMs }: { migrations: ReturnType<typeof readMigrations>; timeoutMs?: number }) {
  const connection = openConnection(path, { timeoutMs })
  migrate(connection, migrations)
  deriveAll(connection, derivedList)
  connection.exec('PRAGMA query_only=ON')
  return connection
}
