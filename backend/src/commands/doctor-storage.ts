import { accessSync, constants, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Connection } from '../platform/db/connection'
import { migrationsFolder } from '../platform/db/database'
import { settingsOf } from '../platform/db/durability'
import { pendingMigrations, readMigrations } from '../platform/db/migrations'
import { note, ok, wrong, type Finding } from './doctor-findings'

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

export function checkDatabase(connection: Connection): Finding[] {
  const missing = pendingMigrations(connection, readMigrations(migrationsFolder))
  const { journal_mode: journal } = settingsOf(connection)
  const broken = (connection.prepare('PRAGMA quick_check(5)').all() as { quick_check: string }[]).map((row) => row.quick_check).filter((words) => words !== 'ok')
  return [
    missing.length > 0 ? wrong('database', `migrations are missing: ${missing.map(({ name }) => name).join(', ')}`, 'start the server once, it applies them') : ok('database', 'has every migration'),
    journal === 'wal' ? ok('durability', 'what is answered as saved outlives a power cut (WAL, synchronous=FULL)') : wrong('durability', `the journal mode is ${journal}, not wal`, 'make the file and its folder writable for the server, and start it once'),
    broken.length === 0 ? ok('integrity', 'quick_check finds nothing') : wrong('integrity', broken.join('; '), 'stop the server, keep a copy of the file, and go back to the last backup'),
  ]
}

/** Tried in the nearest folder that is there: what is missing is made by the server. */
export function checkFolder(what: string, folder: string): Finding {
  try {
    let there = folder
    while (!existsSync(there)) there = dirname(there)
    accessSync(there, constants.W_OK)
    const room = mkdtempSync(join(there, '.doctor-'))
    try {
      writeFileSync(join(room, 'a'), Buffer.alloc(65_536))
    } finally {
      rmSync(room, { recursive: true, force: true })
    }
    return there === folder ? ok(what, 'can be written to') : note(what, 'is not there yet; the server makes it')
  } catch (error) {
    return wrong(what, `can't be written to: ${wordsOf(error)}`, 'make the folder writable for the account of the server, and look whether the disk is full')
  }
}
