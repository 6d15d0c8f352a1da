import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../support/repository-files'

/** Runs the check in a copy of what it reads, with the schema changed on the way. */
function checkMigrations(change: (schema: string) => string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpane-migrations-'))
  try {
    for (const name of ['scripts', 'backend/prisma/migrations', 'backend/prisma.config.ts', 'backend/prisma/schema-engine.mjs', 'package.json']) {
      fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
    }
    fs.writeFileSync(path.join(folder, 'backend/prisma/schema.prisma'), change(fs.readFileSync(path.join(root, 'backend/prisma/schema.prisma'), 'utf8')))
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    return spawnSync(process.execPath, [path.join(folder, 'scripts/migration.mjs'), '--check'], { cwd: folder, encoding: 'utf8' })
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

it('the migrations lead exactly to the schema', () => {
  const { status, stderr } = checkMigrations((schema) => schema)
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

it('a column without a migration is seen', () => {
  expect(checkMigrations((schema) => schema.replace('model Team {', 'model Team {\n  colour String?')).status).toBe(2)
})
