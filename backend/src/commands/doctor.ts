import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readConfig, SettingsError, type Config } from '../config'
import { filePathOf, openConnection } from '../platform/db/connection'
import { createSqlReader } from '../platform/db/sql'
import { clockFrom, machineClock } from '../ports/clock'
import { checkCalendars } from './doctor-calendars'
import { note, ok, toText, wrong, type Finding } from './doctor-findings'
import { checkProviders } from './doctor-providers'
import { checkDatabase, checkFolder } from './doctor-storage'

function checkSettings(config: Config): Finding[] {
  const publicUrl = new URL(config.PUBLIC_URL)
  const found = [ok('settings', `are right; the mode is ${config.MODE}`)]
  if (config.MODE === 'production' && publicUrl.protocol !== 'https:') found.push(note('PUBLIC_URL', `${publicUrl.origin} is not https: providers can't ring there, and calendars are looked at by the clock only`, 'set the address that the world sees'))
  return found
}

/** Looks and changes nothing; the server may run meanwhile. */
async function examine(config: Config): Promise<Finding[]> {
  const path = resolve(filePathOf(config.DATABASE_URL))
  const clock = config.COUNTERPANE_CLOCK ? clockFrom(config.COUNTERPANE_CLOCK) : machineClock
  const folders = [checkFolder('database folder', dirname(path)), checkFolder('files', resolve(config.COUNTERPANE_FILES ?? join(dirname(path), 'files')))]
  if (!existsSync(path)) return [...checkSettings(config), note('database', 'is not there yet; npm start makes it'), ...folders, ...(await checkProviders(config, null, clock))]
  const connection = openConnection(path, { readOnly: true })
  try {
    const database = checkDatabase(connection)
    const whole = database.every(({ state }) => state === 'ok')
    const sql = createSqlReader(connection)
    return [...checkSettings(config), ...database, ...folders, ...(await checkProviders(config, whole ? sql : null, clock)), ...(whole ? checkCalendars(sql, clock.now()) : [])]
  } finally {
    connection.close()
  }
}

async function run(): Promise<Finding[]> {
  try {
    return await examine(readConfig())
  } catch (error) {
    if (error instanceof SettingsError) return error.problems.map((problem) => wrong('settings', problem, 'correct this setting'))
    return [wrong('database', error instanceof Error ? error.message : String(error), 'look whether DATABASE_URL names the right file and whether this account may read it')]
  }
}

void run().then((findings) => {
  process.stdout.write(toText(findings))
  process.exitCode = findings.some(({ state }) => state === 'wrong') ? 1 : 0
})
