import { LibsqlError, type Client, type InStatement, type ResultSet, type Transaction } from '@libsql/client'
import type { Connection, Statement } from './connection'

/**
 * The client that Prisma's libsql adapter speaks to, over ONE connection that never changes hands. The library's own client opens another
 * connection for every transaction and loses its settings on the way; here the settings asserted at start are those in use.
 * Whoever uses it must let one caller in at a time (`serialised-adapter.ts`).
 */
export function clientOver(connection: () => Connection): Client {
  const execute = (statement: InStatement) => Promise.resolve().then(() => run(connection(), statement))
  const transaction = async (): Promise<Transaction> => {
    // IMMEDIATE: a transaction that reads first would else fail when another process writes in between (SQLITE_BUSY_SNAPSHOT).
    run(connection(), 'BEGIN IMMEDIATE')
    return {
      execute,
      commit: async () => void run(connection(), 'COMMIT'),
      rollback: async () => { if (connection().inTransaction) run(connection(), 'ROLLBACK') },
      close: () => { if (connection().inTransaction) run(connection(), 'ROLLBACK') },
      get closed() { return !connection().inTransaction },
      executeMultiple: async (sql: string) => void connection().exec(sql),
      batch: refuse('batch'),
    }
  }
  return {
    execute, transaction, executeMultiple: async (sql: string) => void connection().exec(sql),
    batch: refuse('batch'), migrate: refuse('migrate'), sync: refuse('sync'), reconnect: () => undefined, close: () => undefined, closed: false, protocol: 'file',
  }
}

/** A statement that is not asked for rows, past everything that counts columns and types. */
export const runOn = (connection: Connection, sql: string, values: readonly unknown[]): void => void prepare(connection, sql).run(...values)

const refuse = (name: string) => () => Promise.reject(new Error(`${name} is not used here`))

type SqlValue = null | string | number | bigint | ArrayBuffer
const prepared = new WeakMap<Connection, Map<string, Statement>>()

function run(connection: Connection, statement: InStatement): ResultSet {
  const { sql, args } = typeof statement === 'string' ? { sql: statement, args: [] } : statement
  try {
    const made = prepare(connection, sql)
    const values = (args as unknown[] ?? []).map((value) => (typeof value === 'boolean' ? Number(value) : value instanceof ArrayBuffer ? Buffer.from(value) : value))
    if (!made.reader) return asResult([], [], [], made.run(...values).changes)
    const columns = made.columns()
    const rows = (made.all(...values) as unknown[][]).map((row) => row.map(fromSql))
    return asResult(columns.map((c) => c.name), columns.map((c) => c.type ?? ''), rows, 0)
  } catch (error) {
    throw asLibsqlError(error)
  }
}

function prepare(connection: Connection, sql: string) {
  let cache = prepared.get(connection)
  if (!cache) prepared.set(connection, (cache = new Map()))
  let made = cache.get(sql)
  if (!made) {
    made = connection.prepare(sql)
    if (made.reader) made.raw(true).safeIntegers(true)
    if (cache.size > 500) cache.clear()
    cache.set(sql, made)
  }
  return made
}

function fromSql(value: unknown): SqlValue {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value
  if (value instanceof Uint8Array) return value.slice().buffer
  return value as SqlValue
}

function asResult(columns: string[], columnTypes: string[], rows: SqlValue[][], rowsAffected: number): ResultSet {
  return { columns, columnTypes, rows: rows as unknown as ResultSet['rows'], rowsAffected, lastInsertRowid: undefined, toJSON: () => ({}) }
}

/** Prisma's adapter knows a database error by `code` and `rawCode`. */
function asLibsqlError(error: unknown) {
  if (!(error instanceof Error) || !('code' in error)) return error
  const rawCode = 'rawCode' in error && typeof error.rawCode === 'number' ? error.rawCode : undefined
  return new LibsqlError(error.message, String(error.code), undefined, rawCode, error)
}
