import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import { createTextCatchUp } from '@counterpane/backend/platform/db/text-catch-up'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { root } from './bench-root'

export interface BenchSizes { persons: number; contacts: number }

const folder = path.join(root, '.cache/bench')
const copies = path.join(root, '.cache/bench-copies')

/** What decides how a seeded database looks. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of ['backend/prisma/migrations', 'backend/prisma/seed', 'backend/src/platform/db', 'backend/src/platform/text', 'shared/src/matching', 'shared/src/text/fold.ts', 'shared/src/text/search-fold.ts']) {
    const start = path.join(root, name)
    const files = fs.statSync(start).isFile() ? [start] : fs.readdirSync(start, { recursive: true, encoding: 'utf8' }).sort().map((file) => path.join(start, file))
    for (const file of files) if (fs.statSync(file).isFile() && !file.endsWith('.test.ts')) hash.update(path.relative(root, file)).update(fs.readFileSync(file))
  }
  return hash.digest('hex').slice(0, 12)
}

export interface BenchDatabase { path: string; rows: Record<string, number>; seededInSeconds: number | null }

/** A seeded file of these sizes, made once and kept; `npm run seed` makes it, so that its speed is measured too. */
export async function seededDatabase({ persons, contacts }: BenchSizes): Promise<BenchDatabase> {
  const key = fingerprint()
  const file = path.join(folder, `${key}-${persons}-${contacts}.db`)
  fs.mkdirSync(folder, { recursive: true })
  for (const name of fs.readdirSync(folder)) if (!name.startsWith(key)) fs.rmSync(path.join(folder, name), { force: true })
  const fresh = !fs.existsSync(file)
  const summary = fresh ? await makeDatabase(file, { persons, contacts }) : null
  return { ...existingDatabase(file), seededInSeconds: summary?.seconds ?? null }
}

export function existingDatabase(file: string): BenchDatabase {
  const db = openConnection(file)
  const count = (table: string) => (db.prepare(`SELECT COUNT(*) AS n FROM "${table}"`).all()[0] as { n: number }).n
  const rows = { counterparties: count('Counterparty'), persons: count('ContactPerson'), contacts: count('Contact'), tasks: count('Task') }
  db.close()
  gather(file)
  return { path: path.resolve(file), rows, seededInSeconds: null }
}

async function makeDatabase(file: string, { persons, contacts }: BenchSizes): Promise<{ seconds: number }> {
  const making = `${file}.half`
  for (const tail of ['', '-wal', '-shm']) fs.rmSync(making + tail, { force: true })
  const sizes = { counterparties: Math.max(7, Math.round(persons / 4)), persons, contacts, tasks: Math.round(contacts / 20), managers: 12 }
  const args = Object.entries(sizes).flatMap(([name, value]) => [`--${name}`, String(value)])
  process.stderr.write(`seeding ${contacts.toLocaleString('en')} contacts…\n`)
  const seed = spawnSync(process.execPath, [path.join(root, 'backend/dist/src/commands/seed.js'), ...args], {
    env: { ...process.env, DATABASE_URL: `file:${making}`, COUNTERPANE_CLOCK: '' }, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8',
  })
  if (seed.status !== 0) throw new Error('the seed failed')
  await settle(making)
  fs.renameSync(making, file)
  for (const tail of ['-wal', '-shm']) fs.rmSync(making + tail, { force: true })
  return JSON.parse(seed.stdout.trim().split('\n').at(-1) ?? '{}') as { seconds: number }
}

/** Does at once what the server would do in the background after its start, so that it is not measured along. */
export async function settle(file: string): Promise<void> {
  const db = await openDatabase({ path: file })
  try {
    await createTextCatchUp({ db, log: createLogger('silent') }).all()
  } finally {
    await db.close()
  }
  gather(file)
}

/** Whoever copies the file copies all of it. */
function gather(file: string) {
  const db = openConnection(file)
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
}

/** A copy that a run may write to. */
export function workingCopy(file: string, name: string): { path: string; remove: () => void } {
  fs.mkdirSync(copies, { recursive: true })
  for (const left of fs.readdirSync(copies)) if (!isRunning(Number(/-(\d+)\.db/.exec(left)?.[1]))) fs.rmSync(path.join(copies, left), { force: true })
  const copy = path.join(copies, `${path.basename(file, '.db')}-${name}-${process.pid}.db`)
  fs.copyFileSync(file, copy, fs.constants.COPYFILE_FICLONE)
  return { path: copy, remove: () => { for (const tail of ['', '-wal', '-shm']) fs.rmSync(copy + tail, { force: true }) } }
}

/** A run that was killed leaves its copies behind. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
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
