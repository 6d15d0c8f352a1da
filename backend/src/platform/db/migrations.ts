import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from './connection'

export interface Migration { name: string; sql: string; checksum: string }

export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name).sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

// Prisma's own table and form, so that its CLI and ours agree on what has been applied.
const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT,
  "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`

export function appliedMigrations(connection: Connection): Map<string, string> {
  if (connection.prepare("SELECT name FROM sqlite_master WHERE name = '_prisma_migrations'").all().length === 0) return new Map()
  const rows = connection.prepare('SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL').all()
  return new Map((rows as { migration_name: string; checksum: string }[]).map((row) => [row.migration_name, row.checksum]))
}

/** Names of migrations that the database does not have yet. Throws when the database is newer than this program. */
export function pendingMigrations(connection: Connection, migrations: readonly Migration[]): Migration[] {
  const applied = appliedMigrations(connection)
  const unknown = [...applied.keys()].filter((name) => !migrations.some((migration) => migration.name === name))
  if (unknown.length > 0) throw new Error(`The database was changed by a newer version of this program (${unknown.join(', ')}). Start that version, or restore a backup.`)
  return migrations.filter((migration) => !applied.has(migration.name))
}

/**
 * Applies what is missing, each migration with its mark in one transaction: a crash leaves the old schema or the new one. A table that gets another form is made anew and
 * the old one dropped: with foreign keys watched that would take along whatever refers to it, and within a transaction they can't be switched off any more.
 */
export function migrate(connection: Connection, migrations: readonly Migration[]): string[] {
  if (pendingMigrations(connection, migrations).length === 0) return []
  connection.exec('PRAGMA foreign_keys=OFF')
  try {
    return applyPending(connection, migrations)
  } finally {
    connection.exec('PRAGMA foreign_keys=ON')
  }
}

function applyPending(connection: Connection, migrations: readonly Migration[]): string[] {
  connection.exec('BEGIN IMMEDIATE')
  try {
    connection.exec(historyTable)
    const pending = pendingMigrations(connection, migrations) // another process may have been first
    for (const { name, sql, checksum } of pending) {
      connection.exec(sql)
      connection.prepare('INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)')
        .run(randomUUID(), checksum, Date.now(), name, Date.now())
    }
    const [dangling] = connection.prepare('PRAGMA foreign_key_check').all() as { table: string; parent: string }[]
    if (dangling) throw new Error(`After the migrations a row of ${dangling.table} would refer to nothing in ${dangling.parent}: nothing was changed.`)
    connection.exec('COMMIT')
    return pending.map((migration) => migration.name)
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}
