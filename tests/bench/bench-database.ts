import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { root } from './bench-root'

export interface BenchSizes { persons: number; contacts: number }

const folder = path.join(root, '.cache/bench')

/** What decides how a seeded database looks. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of ['backend/prisma/migrations', 'backend/prisma/seed', 'shared/src/matching', 'shared/src/text/fold.ts']) {
    const start = path.join(root, name)
    const files = fs.statSync(start).isFile() ? [start] : fs.readdirSync(start, { recursive: true, encoding: 'utf8' }).sort().map((file) => path.join(start, file))
    for (const file of files) if (fs.statSync(file).isFile() && !file.endsWith('.test.ts')) hash.update(path.relative(root, file)).update(fs.readFileSync(file))
  }
  return hash.digest('hex').slice(0, 12)
}

export interface BenchDatabase { path: string; rows: Record<string, number>; seededInSeconds: number | null }

/** A seeded file of these sizes, made once and kept; `npm run seed` makes it, so that its speed is measured too. */
export function seededDatabase({ persons, contacts }: BenchSizes): BenchDatabase {
  const key = fingerprint()
  const file = path.join(folder, `${key}-${persons}-${contacts}.db`)
  fs.mkdirSync(folder, { recursive: true })
  for (const name of fs.readdirSync(folder)) if (!name.startsWith(key)) fs.rmSync(path.join(folder, name), { force: true })
  const fresh = !fs.existsSync(file)
  const summary = fresh ? makeDatabase(file, { persons, contacts }) : null
  const db = openConnection(file)
  const count = (table: string) => (db.prepare(`SELECT COUNT(*) AS n FROM "${table}"`).all()[0] as { n: number }).n
  const rows = { counterparties: count('Counterparty'), persons: count('ContactPerson'), contacts: count('Contact'), tasks: count('Task') }
  db.close()
  return { path: file, rows, seededInSeconds: summary?.seconds ?? null }
}

function makeDatabase(file: string, { persons, contacts }: BenchSizes): { seconds: number } {
  const making = `${file}.half`
  for (const tail of ['', '-wal', '-shm']) fs.rmSync(making + tail, { force: true })
  const sizes = { counterparties: Math.max(7, Math.round(persons / 4)), persons, contacts, tasks: Math.round(contacts / 20), managers: 12 }
  const args = Object.entries(sizes).flatMap(([name, value]) => [`--${name}`, String(value)])
  process.stderr.write(`seeding ${contacts.toLocaleString('en')} contacts…\n`)
  const seed = spawnSync(process.execPath, [path.join(root, 'backend/dist/src/commands/seed.js'), ...args], {
    env: { ...process.env, DATABASE_URL: `file:${making}`, COUNTERPANE_CLOCK: '' }, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8',
  })
  if (seed.status !== 0) throw new Error('the seed failed')
  fs.renameSync(making, file)
  for (const tail of ['-wal', '-shm']) fs.rmSync(making + tail, { force: true })
  return JSON.parse(seed.stdout.trim().split('\n').at(-1) ?? '{}') as { seconds: number }
}

/** A copy that a run may write to. */
export function workingCopy(file: string, name: string): { path: string; remove: () => void } {
  const copy = path.join(folder, `${path.basename(file, '.db')}-${name}-${process.pid}.db`)
  fs.copyFileSync(file, copy, fs.constants.COPYFILE_FICLONE)
  return { path: copy, remove: () => { for (const tail of ['', '-wal', '-shm']) fs.rmSync(copy + tail, { force: true }) } }
}

/** Addresses of known people, spread over the whole base; each stands on one person only. */
export function knownAddresses(file: string, count: number): string[] {
  const db = openConnection(file)
  const { last } = db.prepare('SELECT MAX(rowid) AS last FROM PersonAddress').all()[0] as { last: number }
  const step = Math.max(1, Math.floor(last / count))
  const rows = db.prepare("SELECT address FROM PersonAddress WHERE rowid % ? = 0 AND address = addressKey AND address NOT LIKE 'office@%' LIMIT ?").all(step, count) as { address: string }[]
  db.close()
  return rows.map((row) => row.address)
}
