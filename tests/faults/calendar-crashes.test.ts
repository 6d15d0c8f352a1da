import { copyFileSync, rmSync } from 'node:fs'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { createSqlReader } from '@counterpane/backend/platform/db/sql'
import { picture } from '../support/calendar-house'
import { plans, playPlan, type Plan } from '../support/crash-plan'
import { prepare } from '../support/crash-plan-before'
import { freshDatabase } from '../support/database-template'
import { playUntilKilled } from './round-killer'

interface Prepared { path: string; remove: () => void; whole: ReturnType<typeof look> }
const prepared = new Map<Plan, Prepared>()

beforeAll(async () => {
  for (const plan of plans) {
    const { path, remove } = await freshDatabase('empty')
    await prepare(path, plan)
    checkpoint(path)
    const file = `${path}.whole`
    copyFileSync(path, file)
    await playPlan(file, plan)
    prepared.set(plan, { path, remove, whole: look(file) })
  }
}, 60_000)
afterAll(() => prepared.forEach((one) => one.remove()))

function checkpoint(path: string) {
  const connection = openConnection(path)
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  connection.close()
}

/** What the calendars made, and that each thing is there once. */
function look(path: string) {
  const connection = openConnection(path)
  const sql = createSqlReader(connection)
  const all = picture({ sql })
  const mailbox = sql.first("SELECT cursor, roundId, roundKind, resume FROM CalendarMailbox WHERE managerId = 'm-olga'")
  const health = [sql.all('PRAGMA integrity_check'), sql.all('PRAGMA foreign_key_check')]
  connection.close()
  return { ...all, mailbox, health }
}

const copyOf = (plan: Plan, name: string) => {
  const { path = '' } = prepared.get(plan) ?? {}
  const file = `${path}.${name}`
  copyFileSync(path, file)
  return file
}
const removeFile = (file: string) => ['', '-wal', '-shm'].forEach((tail) => rmSync(file + tail, { force: true }))

/** A try of an item that can't be read may count once more when it was broken off right behind its COMMIT. */
function expectWhole(found: ReturnType<typeof look>, plan: Plan) {
  const whole = prepared.get(plan)?.whole
  const tries = (rows: ReturnType<typeof look>['problems']) => rows.map(({ tries: _tries, ...row }) => row)
  expect({ ...found, problems: tries(found.problems) }).toEqual({ ...whole, problems: tries(whole?.problems ?? []) })
  for (const { tries: number } of found.problems) expect(Number(number)).toBeLessThanOrEqual(2)
}

test.each(plans)('a round that breaks off at any step and is played again ends as one that did not (%s)', async (plan) => {
  class Crash extends Error {}
  let steps = 0
  for (let crashAt = 1; ; crashAt++) {
    const file = copyOf(plan, `throw-${crashAt}`)
    steps = 0
    const crashed = await playPlan(file, plan, () => { if (++steps === crashAt) throw new Crash('crash') }).then(() => false, (error: unknown) => { if (error instanceof Error && error.message.includes('crash')) return true; throw error })
    if (crashed) await playPlan(file, plan)
    expectWhole(look(file), plan)
    removeFile(file)
    if (!crashed) break
  }
  expect(steps).toBeGreaterThan(20)
}, 240_000)

/** Every step by COUNTERPANE_KILLS=all: three minutes of starting processes. Otherwise every eighth, from another one in each run; the test above breaks off at each. */
const stride = process.env.COUNTERPANE_KILLS === 'all' ? 1 : 8
const firstKill = 1 + Math.floor(Math.random() * stride)

test('a process that is killed with SIGKILL loses and doubles nothing', async () => {
  const plan: Plan = 'again'
  let killed = 0
  const tryAt = async (killAt: number): Promise<boolean> => {
    const file = copyOf(plan, `kill-${killAt}`)
    const was = await playUntilKilled(file, plan, killAt)
    if (was) await playPlan(file, plan)
    expectWhole(look(file), plan)
    removeFile(file)
    killed += Number(was)
    return was
  }
  for (let killAt = firstKill, all = true; all; killAt += 2 * stride) all = (await Promise.all([tryAt(killAt), tryAt(killAt + stride)])).every(Boolean)
  process.stdout.write(`killed at ${killed} steps, from step ${firstKill}\n`)
  expect(killed).toBeGreaterThan(5)
}, 600_000)
