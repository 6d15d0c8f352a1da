import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openConnection, type Connection } from '@counterpane/backend/platform/db/connection'
import { migrate, readMigrations } from '@counterpane/backend/platform/db/migrations'
import { root } from '../support/repository-files'

const migrations = readMigrations(path.join(root, 'backend/prisma/migrations'))
let folder: string
let connection: Connection
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpane-migration-'))
  connection = openConnection(path.join(folder, 'base.db'))
})
afterEach(() => {
  connection.close()
  fs.rmSync(folder, { recursive: true })
})

test('managers of the version before keep their Google identities, and nothing that points at them is lost', () => {
  migrate(connection, migrations.filter(({ name }) => name < '0003'))
  const manager = connection.prepare('INSERT INTO Manager (id, name, role, active, googleSub, createdAt) VALUES (?, ?, ?, 1, ?, ?)')
  manager.run('m-bound', 'Olga', 'manager', '117000000000000000001', 1_790_000_000_000)
  manager.run('m-free', 'Anna', 'manager', null, 1_790_000_000_000)
  connection.prepare('INSERT INTO ManagerAddress (id, managerId, address, addressKey, main) VALUES (?, ?, ?, ?, 1)').run('a-1', 'm-bound', 'olga@firm.example', 'olga@firm.example')
  migrate(connection, migrations)
  expect(connection.prepare('SELECT provider, tenant, subject, managerId, boundAt FROM Identity').all()).toEqual([
    { provider: 'google', tenant: 'accounts.google.com', subject: '117000000000000000001', managerId: 'm-bound', boundAt: 1_790_000_000_000 },
  ])
  expect(connection.prepare('SELECT managerId FROM ManagerAddress').all()).toEqual([{ managerId: 'm-bound' }])
  expect(connection.prepare('PRAGMA foreign_key_check').all()).toEqual([])
})
