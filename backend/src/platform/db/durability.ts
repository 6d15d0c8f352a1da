import type { Connection } from './connection'

const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 } as const

export function settingsOf(connection: Connection): Record<string, string | number> {
  const read = (name: string) => Object.values(connection.prepare(`PRAGMA ${name}`).all()[0] as Record<string, string | number>)[0] ?? ''
  return { journal_mode: read('journal_mode'), synchronous: read('synchronous'), foreign_keys: read('foreign_keys'), busy_timeout: read('busy_timeout') }
}

/**
 * An answered "saved" must outlive a power cut: WAL with synchronous=FULL (2) on the connections that are really used, checked at start.
 * Throws with the setting that is not as it must be.
 */
export function assertDurable(connection: Connection, name: string): void {
  const settings = settingsOf(connection)
  for (const [setting, value] of Object.entries(wanted)) {
    if (settings[setting] !== value) throw new Error(`The ${name} connection has ${setting}=${settings[setting]}, it must be ${value}.`)
  }
  if (Number(settings.busy_timeout) < 1_000) throw new Error(`The ${name} connection has busy_timeout=${settings.busy_timeout}, it must wait for locks.`)
}
