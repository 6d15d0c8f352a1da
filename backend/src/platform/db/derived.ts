import { createHash } from 'node:crypto'
import type { Connection } from './connection'

/** What the database keeps by itself beside the tables of the schema: full-text indexes, triggers. It can always be made anew from the rows. */
export interface Derived {
  name: string
  /** Made in one transaction; what an earlier version left under these names is dropped first. */
  drop: string
  create: string
}

const historyTable = 'CREATE TABLE IF NOT EXISTS "_derived" ("name" TEXT NOT NULL PRIMARY KEY, "checksum" TEXT NOT NULL)'

/** Makes what is missing, stands in another version, or went with a table that a migration made anew; others are left alone. */
export function deriveAll(connection: Connection, wanted: readonly Derived[]): void {
  const isMade = () => connection.prepare("SELECT 1 FROM sqlite_master WHERE name = '_derived'").all().length > 0
  const standing = () => new Map((connection.prepare('SELECT name, checksum FROM "_derived"').all() as { name: string; checksum: string }[]).map((row) => [row.name, row.checksum]))
  const missing = () => {
    const made = isMade() ? standing() : new Map<string, string>()
    const there = new Set((connection.prepare('SELECT name FROM sqlite_master').all() as { name: string }[]).map(({ name }) => name))
    return wanted.filter((one) => made.get(one.name) !== checksumOf(one) || namesIn(one.create).some((name) => !there.has(name)))
  }
  if (missing().length === 0) return
  connection.exec('BEGIN IMMEDIATE')
  try {
    connection.exec(historyTable)
    for (const one of missing()) {
      connection.exec(one.drop)
      connection.exec(one.create)
      connection.prepare('INSERT OR REPLACE INTO "_derived" (name, checksum) VALUES (?, ?)').run(one.name, checksumOf(one))
    }
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

const namesIn = (sql: string) => [...sql.matchAll(/\bCREATE (?:TRIGGER|(?:UNIQUE )?INDEX|VIRTUAL TABLE|TABLE) (?:IF NOT EXISTS )?"?(\w+)"?/g)].map(([, name = '']) => name)
const checksumOf = ({ drop, create }: Derived) => createHash('sha256').update(`${drop}\n${create}`).digest('hex')
