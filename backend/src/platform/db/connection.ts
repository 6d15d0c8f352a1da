import Database from 'libsql'

export type Connection = Database.Database
export type Statement = Database.Statement<unknown[]>

/** How long a statement waits for another process's lock before it fails with SQLITE_BUSY. */
export const busyTimeoutMs = 5_000

export interface OpenOptions { readOnly?: boolean; timeoutMs?: number }

/** Opens the database file with the settings that durability rests on; see `durability.ts` for their check. */
export function openConnection(path: string, { readOnly = false, timeoutMs = busyTimeoutMs }: OpenOptions = {}): Connection {
  const connection = new Database(path, { timeout: timeoutMs })
  connection.exec(`PRAGMA busy_timeout=${timeoutMs}`)
  // WAL survives in the file; a database that can't be written to keeps whatever mode it has and is still readable.
  if (!readOnly) tryExec(connection, 'PRAGMA journal_mode=WAL')
  connection.exec('PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384')
  if (readOnly) connection.exec('PRAGMA query_only=ON')
  return connection
}

function tryExec(connection: Connection, sql: string) {
  try {
    connection.exec(sql)
  } catch (error) {
    if (!/readonly|read-only|unable to open/i.test(String(error))) throw error
  }
}

/** The file behind a `file:` address, relative to the working directory. */
export function filePathOf(databaseUrl: string): string {
  return databaseUrl.replace(/^file:(\/\/(?=\/))?/, '').replace(/\?.*$/, '')
}
