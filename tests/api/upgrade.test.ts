import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openConnection, type Connection } from '@counterpane/backend/platform/db/connection'
import { migrationsFolder, openDatabase } from '@counterpane/backend/platform/db/database'
import { migrate, readMigrations } from '@counterpane/backend/platform/db/migrations'

interface Column { name: string; type: string; pk: number }
interface Key { table: string; from: string; to: string }
type Row = Record<string, unknown>

const migrations = readMigrations(migrationsFolder)
const tablesOf = (connection: Connection) => (connection.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name").all() as { name: string }[]).map(({ name }) => name)
const columnsOf = (connection: Connection, table: string) => connection.prepare(`PRAGMA table_info("${table}")`).all() as Column[]
const keysOf = (connection: Connection, table: string) => connection.prepare(`PRAGMA foreign_key_list("${table}")`).all() as Key[]

/** Kept by triggers or filled in by code: made anew from the other tables. */
const derived = ['ClientActivity', 'ClientManager', 'NextStepMissing', 'WaitingSender', 'WaitingGroup', 'ContactText.docId']
/** One row in every table, each referring to the others as its keys say. */
function fill(connection: Connection): Map<string, Row> {
  const rows = new Map<string, Row>()
  const write = (table: string) => {
    if (rows.has(table)) return
    rows.set(table, {})
    const keys = keysOf(connection, table)
    for (const key of keys) write(key.table)
    const valueOf = ({ name, type }: Column) => (/^(INTEGER|BIGINT|DATETIME|BOOLEAN|REAL)/.test(type) ? 1 : type === 'JSONB' ? '{}' : `${table}-${name}`)
    const row: Row = Object.fromEntries(columnsOf(connection, table).map((column) => [column.name, valueOf(column)]))
    for (const { table: parent, from, to } of keys) row[from] = parent === table ? row[to] : rows.get(parent)?.[to]
    connection.prepare(`INSERT INTO "${table}" (${Object.keys(row).map((name) => `"${name}"`).join(', ')}) VALUES (${Object.keys(row).map(() => '?').join(', ')})`).run(...Object.values(row))
    rows.set(table, row)
  }
  for (const table of tablesOf(connection)) write(table)
  return rows
}

const folders: string[] = []
afterAll(() => { for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true }) })
const fresh = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpane-upgrade-'))
  folders.push(folder)
  return path.join(folder, 'counterpane.db')
}

test.each(migrations.slice(0, -1).map(({ name }, at) => ({ name, at })))('a database that stands at $name comes to the newest with every row and every reference it had', async ({ at }) => {
  const file = fresh()
  const old = openConnection(file)
  migrate(old, migrations.slice(0, at + 1))
  const before = fill(old)
  expect(old.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  old.close()

  const db = await openDatabase({ path: file })
  await db.close()
  const now = openConnection(file, { readOnly: true })
  try {
    const changed = [...before].filter(([table]) => !derived.includes(table)).flatMap(([table, row]) => {
      if (!tablesOf(now).includes(table)) return [`${table} is gone`]
      const columns = columnsOf(now, table).map(({ name }) => name).filter((name) => name in row && !derived.includes(`${table}.${name}`))
      const [found] = now.prepare(`SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM "${table}" WHERE ${columnsOf(now, table).filter(({ pk }) => pk > 0).map(({ name }) => `"${name}" = ?`).join(' AND ')}`)
        .all(...columnsOf(now, table).filter(({ pk }) => pk > 0).map(({ name }) => row[name])) as Row[]
      return found ? columns.filter((name) => found[name] !== row[name]).map((name) => `${table}.${name}: ${String(row[name])} became ${String(found[name])}`) : [`the row of ${table} is gone`]
    })
    expect(changed).toEqual([])
    expect(now.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    expect(now.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  } finally {
    now.close()
  }
})

test('after migrating, foreign keys are watched again', () => {
  const connection = openConnection(fresh())
  migrate(connection, migrations)
  expect(connection.prepare('PRAGMA foreign_keys').all()).toEqual([{ foreign_keys: 1 }])
  expect(() => connection.exec("INSERT INTO ContactParticipant (contactId, personId) VALUES ('nobody', 'nobody')")).toThrow(/FOREIGN KEY/)
  connection.close()
})

test('a migration that would leave a reference to nothing changes nothing', () => {
  const connection = openConnection(fresh())
  migrate(connection, migrations)
  fill(connection)
  const bad = { name: '9999_bad', sql: "INSERT INTO ContactManager (contactId, managerId) VALUES ('nobody', 'nobody')", checksum: 'x' }
  expect(() => migrate(connection, [...migrations, bad])).toThrow(/ContactManager/)
  expect(connection.prepare("SELECT COUNT(*) AS n FROM ContactManager WHERE contactId = 'nobody'").all()).toEqual([{ n: 0 }])
  connection.close()
})
