import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultSeed, demoSizes, type SeedSizes } from '../../prisma/seed/seed-plan'
import { writeSeed } from '../../prisma/seed/write-seed'
import { readConfig, SettingsError } from '../config'
import { filePathOf, openConnection } from '../platform/db/connection'
import { migrationsFolder } from '../platform/db/database'
import { deriveAll } from '../platform/db/derived'
import { derivedList } from '../platform/db/derived-list'
import { migrate, readMigrations } from '../platform/db/migrations'
import { indexInBulk } from '../platform/db/text-bulk'

const usage = 'usage: npm run seed -- [--counterparties N] [--persons N] [--contacts N] [--tasks N] [--managers N] [--seed S]'
const sizeNames = Object.keys(demoSizes) as (keyof SeedSizes)[]
class UsageError extends Error {}

function readOptions(args: readonly string[]): { sizes: SeedSizes; seed: string } {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({ args: [...args], options: { counterparties: text, persons: text, contacts: text, tasks: text, managers: text, seed: text } })
    const sizes = { ...demoSizes }
    for (const name of sizeNames) {
      const given = values[name]
      if (given === undefined) continue
      if (!/^\d{1,9}$/.test(given)) throw new Error(`--${name} must be a whole number, not "${given}"`)
      sizes[name] = Number(given)
    }
    if (sizes.managers === 0) throw new Error('--managers must be at least 1: every client and task is somebody’s')
    return { sizes, seed: values.seed ?? defaultSeed }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** Adds believable rows to the configured database; progress goes to stderr, the last line of stdout is one JSON object. */
function seed(args: readonly string[]): void {
  const { sizes, seed: word } = readOptions(args)
  const config = readConfig()
  const path = filePathOf(config.DATABASE_URL)
  mkdirSync(dirname(path), { recursive: true })
  const connection = openConnection(path)
  // Indexes of millions of rows are sorted in files rather than in memory.
  connection.exec('PRAGMA temp_store=FILE; PRAGMA cache_size=-131072')
  migrate(connection, readMigrations(migrationsFolder))
  const isEmpty = connection.prepare('SELECT NOT EXISTS (SELECT 1 FROM Contact) AND NOT EXISTS (SELECT 1 FROM Counterparty) AS n').all()[0] as { n: number }
  const startedAt = Date.now()
  const seconds = () => Number(((Date.now() - startedAt) / 1000).toFixed(1))
  let said = 0
  const onProgress = (rows: number) => {
    if (rows - said < 250_000) return
    said = rows
    process.stderr.write(`${rows.toLocaleString('en')} rows, ${seconds()} s\n`)
  }
  const rows = writeSeed(connection, { ...sizes, seed: word, ...(config.COUNTERPANE_CLOCK && { now: config.COUNTERPANE_CLOCK.getTime() }) }, { onProgress })
  // Quicker when the rows are there already; were it to end here, the server would go on with it.
  deriveAll(connection, derivedList)
  // Where all rows are this version's, nothing is left to be folded anew.
  if (isEmpty.n === 1) connection.exec('DELETE FROM "_text_fold"')
  connection.exec('BEGIN IMMEDIATE')
  indexInBulk(connection)
  connection.exec('COMMIT')
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  connection.close()
  const { Counterparty = 0, ContactPerson = 0, Contact = 0, Task = 0, Manager = 0 } = rows
  process.stdout.write(`${JSON.stringify({ database: path, seed: word, seconds: seconds(), counterparties: Counterparty, persons: ContactPerson, contacts: Contact, tasks: Task, managers: Manager, rows })}\n`)
}

try {
  seed(process.argv.slice(2))
} catch (error) {
  const explained = error instanceof UsageError || error instanceof SettingsError
  process.stderr.write(explained ? `${error.message}\n${error instanceof UsageError ? `${usage}\n` : ''}` : `The database could not be filled: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
