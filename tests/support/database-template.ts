import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import { fixedClients } from '../../backend/prisma/seed/fixed-clients'
import { fixedContacts, fixedTasks } from '../../backend/prisma/seed/fixed-histories'
import { demoSizes, type SeedSizes } from '../../backend/prisma/seed/seed-plan'
import { writeSeed } from '../../backend/prisma/seed/write-seed'
import { root } from './repository-files'

/** `empty`: tables only. `team`: the twelve managers and the clients that the sample mail speaks of. `demo`: all that the demo shows. */
export type TestSeed = 'empty' | 'team' | 'demo' | SeedSizes

const sum = (lists: readonly (readonly unknown[] | undefined)[]) => lists.reduce((total, list) => total + (list?.length ?? 0), 0)
const teamSizes: SeedSizes = {
  managers: 12, counterparties: fixedClients.length, persons: sum(fixedClients.map(({ persons }) => persons)),
  contacts: sum(fixedClients.map(({ id }) => fixedContacts[id])), tasks: sum(fixedClients.map(({ id }) => fixedTasks[id])),
}
const sizesOf = (seed: Exclude<TestSeed, 'empty'>) => (seed === 'team' ? teamSizes : seed === 'demo' ? demoSizes : seed)

/** Everything that decides what a template holds. */
function fingerprint(): string {
  const folders = ['backend/prisma/migrations', 'backend/prisma/seed', 'shared/src/matching', 'shared/src/text'].map((name) => path.join(root, name))
  const hash = createHash('sha256')
  for (const folder of folders) {
    for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = path.join(folder, name)
      if (fs.statSync(file).isFile()) hash.update(name).update(fs.readFileSync(file))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

let known: string | undefined

/** A migrated and seeded file that nobody opens, made once for all test files and copied for each. */
async function template(seed: TestSeed): Promise<string> {
  const folder = path.join(root, '.cache/test-databases')
  known ??= fingerprint()
  const file = path.join(folder, `${known}-${typeof seed === 'string' ? seed : Object.values(seed).join('-')}.db`)
  if (fs.existsSync(file)) return file
  fs.mkdirSync(folder, { recursive: true })
  for (const name of fs.readdirSync(folder)) if (!name.startsWith(known)) fs.rmSync(path.join(folder, name), { force: true })
  const making = `${file}.${process.pid}`
  await (await openDatabase({ path: making })).close()
  const connection = openConnection(making)
  if (seed !== 'empty') writeSeed(connection, sizesOf(seed))
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  connection.close()
  fs.renameSync(making, file)
  for (const tail of ['-wal', '-shm']) fs.rmSync(making + tail, { force: true })
  return file
}

/** A database file of one's own in a folder of one's own; `remove` takes both away. */
export async function freshDatabase(seed: TestSeed = 'team', copyOf?: string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpane-test-'))
  const file = path.join(folder, 'counterpane.db')
  fs.copyFileSync(copyOf ?? await template(seed), file)
  return { path: file, remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}
