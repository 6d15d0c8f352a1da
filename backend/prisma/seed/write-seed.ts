import type Database from 'libsql'
import { fillNextStep } from '../../src/platform/db/next-step-triggers'
import { indexInBulk } from '../../src/platform/db/text-bulk'
import type { SeedManager } from './seed-managers'
import { nothingStanding, type SeedOptions, type Standing } from './seed-plan'
import { seedRows } from './seed-rows'
import { columns, type SeedRow, type TableName, tableNames } from './seed-tables'

type Connection = Database.Database
export type SeedSummary = Partial<Record<TableName, number>>
export interface WriteOptions { onProgress?: (rows: number) => void }

const valuesAtOnce = 1_000 // of SQLite's 32,766
const rowsAtOnce = 4_000
/** A domain stands once, whoever wrote it first. */
const sharedTables = new Set<TableName>(['OwnDomain', 'ClientDomain', 'ClientDomainForm'])

/**
 * Adds the rows to the database by prepared statements; the connection's settings are its opener's.
 * An empty database is filled in one transaction, in which indexes are made after the rows (three times as quick): a crash leaves it empty, with its indexes.
 * What holds rows already gets some thousand a transaction, so that others can write in between.
 */
export function writeSeed(db: Connection, options: SeedOptions, { onProgress }: WriteOptions = {}): SeedSummary {
  const standing = options.standing ?? readStanding(db)
  if (standing.counterparties + standing.persons + standing.contacts + standing.tasks > 0) return writeRows(db, { ...options, standing }, { onProgress, around: (work) => inTransaction(db, work), index: () => inTransaction(db, () => indexTexts(db)) })
  return inTransaction(db, () => {
    const indexes = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name <> 'WaitingSender'").all() as { name: string; sql: string }[]
    for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`)
    const triggers = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'NextStep%'").all() as { name: string; sql: string }[]
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`)
    const index = () => {
      for (const { sql } of [...indexes, ...triggers]) db.exec(sql)
      if (triggers.length > 0) db.exec(fillNextStep())
      indexTexts(db)
    }
    return writeRows(db, { ...options, standing }, { onProgress, around: (work) => work(), index })
  })
}

/** The full-text index is there unless the database is being made; whoever makes it then, fills it then. */
function indexTexts(db: Connection) {
  if (db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'ContactWords'").all().length > 0) indexInBulk(db)
}

function inTransaction<T>(db: Connection, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const done = work()
    db.exec('COMMIT')
    return done
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function writeRows(db: Connection, options: SeedOptions, { onProgress, around, index }: WriteOptions & { around: (work: () => void) => void; index: () => void }): SeedSummary {
  const inserts = tableNames.map((table) => ({ table, ...createInsert(db, table) }))
  const byTable = new Map(inserts.map((insert) => [insert.table, insert]))
  const summary: SeedSummary = {}
  let rows = 0
  const flush = () => {
    around(() => { for (const insert of inserts) insert.flush() })
    onProgress?.(rows)
  }
  for (const row of seedRows(options)) {
    byTable.get(row.table)?.add(row)
    summary[row.table] = (summary[row.table] ?? 0) + 1
    if (++rows % rowsAtOnce === 0) flush()
  }
  flush()
  index()
  return summary
}

/** Gathers one table's rows; they are written table by table, parents first. */
function createInsert(db: Connection, table: TableName) {
  const names: readonly string[] = columns[table]
  const width = names.length
  const atOnce = Math.floor(valuesAtOnce / width) * width
  const verb = sharedTables.has(table) ? 'INSERT OR IGNORE' : 'INSERT'
  const prepare = (count: number) =>
    db.prepare(`${verb} INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES ${Array(count).fill(`(${names.map(() => '?').join(', ')})`).join(', ')}`)
  const many = prepare(atOnce / width)
  const one = prepare(1)
  let waiting: unknown[] = []
  return {
    add({ row }: SeedRow) {
      const values = row as unknown as Record<string, unknown>
      for (const name of names) waiting.push(values[name])
    },
    flush() {
      let at = 0
      for (; at + atOnce <= waiting.length; at += atOnce) many.run(waiting.slice(at, at + atOnce))
      for (; at < waiting.length; at += width) one.run(waiting.slice(at, at + width))
      waiting = []
    },
  }
}

/** What the numbering has to go on from. */
export function readStanding(db: Connection): Standing {
  const count = (table: TableName) => (db.prepare(`SELECT COUNT(*) AS n FROM "${table}"`).all()[0] as { n: number }).n
  const managers = db.prepare('SELECT id, name, role, teamId FROM Manager WHERE active = 1 ORDER BY rowid').all() as Omit<SeedManager, 'aliases'>[]
  return {
    ...nothingStanding, counterparties: count('Counterparty'), persons: count('ContactPerson'), contacts: count('Contact'), tasks: count('Task'),
    managers: managers.map(({ id, name, role, teamId }) => ({ id, name, role, teamId, aliases: [] })), dictionaries: db.prepare("SELECT 1 FROM ContactType WHERE id = 'ct-first'").all().length > 0,
  }
}
