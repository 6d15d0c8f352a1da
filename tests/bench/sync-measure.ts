import { spawn } from 'node:child_process'
import path from 'node:path'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { knownAddresses, seededDatabase, workingCopy } from './bench-database'
import { freePort, startServerProcess } from './bench-processes'
import { root } from './bench-root'
import type { SyncFigures, SyncJob } from './sync-job'

const day = 86_400_000
const clock = Date.parse('2026-11-22T06:00:00.000Z')
const window = { from: clock - 30 * day, to: clock + 180 * day }
const mailbox = 'olga@demo.example'

/** The first round of a calendar with so many appointments, and the same pages read by a program that does no more than it must; turn by turn, the better of each. */
export async function measureSync({ events = 100_000, rounds = 1 }: { events?: number; rounds?: number } = {}) {
  const { path: seeded } = await seededDatabase({ persons: 1_000, contacts: 10_000 })
  const managerId = managerOf(seeded)
  const port = await freePort()
  const settings = { port, events, addresses: knownAddresses(seeded, 500), organizer: mailbox, ...window }
  const pages = await startServerProcess({ file: 'tests/dist/bench/sync-pages.js', args: [JSON.stringify(settings)], env: { NODE_OPTIONS: '--max-old-space-size=4096' }, port, readyPath: '/' })
  try {
    const runs: { ours: SyncFigures; floor: SyncFigures }[] = []
    for (let round = 0; round < rounds; round++) {
      const read = (program: string) => readBy(program, seeded, { baseUrl: `${pages.url}/v1.0`, managerId, mailbox, clock, window })
      const [floor, ours] = [await read('sync-floor'), await read('sync-ours')]
      if (ours.events !== events || floor.events !== events || ours.contacts !== floor.contacts) throw new Error(`not the same was stored: ${JSON.stringify({ ours, floor })}`)
      runs.push({ ours, floor })
    }
    const best = (name: 'ours' | 'floor') => Math.round(events / Math.min(...runs.map((run) => run[name].seconds)))
    const [perSecond, floorPerSecond] = [best('ours'), best('floor')]
    return { events, perSecond, floorPerSecond, ratio: Number((perSecond / floorPerSecond).toFixed(2)), rssGrowthMb: Math.max(...runs.map(({ ours }) => ours.rssGrowthMb)), runs }
  } finally {
    await pages.stop()
  }
}

function managerOf(file: string): string {
  const db = openConnection(file)
  const found = db.prepare('SELECT managerId FROM ManagerAddress WHERE addressKey = ?').get(mailbox) as { managerId: string } | undefined
  db.close()
  if (!found) throw new Error(`nobody has the address ${mailbox}`)
  return found.managerId
}

/** In a process of its own, over a copy of its own. */
async function readBy(program: string, seeded: string, job: Omit<SyncJob, 'path'>): Promise<SyncFigures> {
  const copy = workingCopy(seeded, program)
  try {
    const child = spawn(process.execPath, [path.join(root, `tests/dist/bench/${program}.js`), JSON.stringify({ ...job, path: copy.path })], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (piece: Buffer) => { said += piece.toString() })
    const code = await new Promise((resolve) => child.once('close', resolve))
    if (code !== 0) throw new Error(`${program} ended with ${String(code)}`)
    return JSON.parse(said) as SyncFigures
  } finally {
    copy.remove()
  }
}
