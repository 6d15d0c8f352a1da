// npm run migration -- name: writes the next migration, the SQL that leads from the migrations there are to schema.prisma.
// The program applies it at its next start. Read the file before it is committed: what it drops is gone.
import fs from 'node:fs'
import path from 'node:path'
import { inRoot } from './files.mjs'
import { prisma } from './prisma.mjs'

const folder = inRoot('backend/prisma/migrations')

/** The engine writes a Json column's default without its quotes. */
const mendDefaults = (sql) => sql.replace(/\bDEFAULT (\{\}|\[\])/g, "DEFAULT '$1'")

/** The SQL from the migrations in the folder to the schema; empty when they agree. */
export function missingSql() {
  const from = fs.readdirSync(folder).some((name) => /^\d/.test(name)) ? ['--from-migrations', 'prisma/migrations'] : ['--from-empty']
  const { status, stdout, stderr } = prisma('migrate', 'diff', ...from, '--to-schema', 'prisma/schema.prisma', '--script')
  if (status !== 0) {
    process.stderr.write(stdout + stderr)
    process.exit(1)
  }
  return stdout.includes('-- This is an empty migration.') ? '' : mendDefaults(stdout)
}

function nextName(words) {
  const numbers = fs.readdirSync(folder).map((name) => Number.parseInt(name, 10)).filter(Number.isFinite)
  return `${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}_${words}`
}

function writeMigration(words) {
  const sql = missingSql()
  if (!sql) return process.stdout.write('The migrations and the schema agree: nothing to write.\n')
  const file = path.join(folder, nextName(words), 'migration.sql')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, sql)
  process.stdout.write(`wrote ${path.relative(inRoot(), file)}\n`)
}

if (process.argv[1] === inRoot('scripts/migration.mjs')) {
  const words = process.argv.slice(2).join('_').toLowerCase().replace(/[^a-z0-9]+/g, '_')
  if (process.argv.includes('--check')) process.exitCode = missingSql() ? 2 : 0
  else if (words) writeMigration(words)
  else {
    process.stderr.write('usage: npm run migration -- what changes\n')
    process.exitCode = 1
  }
}
