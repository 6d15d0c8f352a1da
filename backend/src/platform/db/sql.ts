import { seenSql } from '../visibility/seen-sql'
import { currentSight } from '../visibility/sight'
import type { Connection, Statement } from './connection'

export type SqlParameter = string | number | null
export type Row = Record<string, string | number | null>

/** Prepared SQL on the reading connection, for the paths where every tenth of a millisecond counts. `?` marks parameters. */
export interface SqlReader {
  all<T extends object = Row>(sql: string, parameters?: readonly SqlParameter[]): T[]
  first<T extends object = Row>(sql: string, parameters?: readonly SqlParameter[]): T | null
}

export function createSqlReader(connection: Connection): SqlReader {
  const prepared = new Map<string, Statement>()
  const prepare = (sql: string) => {
    let statement = prepared.get(sql)
    if (!statement) {
      // Filters make many texts of one list; a bound keeps their statements from gathering for ever.
      if (prepared.size > 300) prepared.clear()
      prepared.set(sql, (statement = connection.prepare(sql)))
    }
    return statement
  }
  const all = <T extends object>(sql: string, parameters: readonly SqlParameter[] = []) => {
    const sight = currentSight()
    const asked = sight ? seenSql(sql, parameters, sight) : { sql, parameters }
    return prepare(asked.sql).all(...asked.parameters) as T[]
  }
  return { all, first: <T extends object>(sql: string, parameters: readonly SqlParameter[] = []) => all<T>(sql, parameters)[0] ?? null }
}

/** `?, ?, ?` for a list of that length. */
export const marks = (list: readonly unknown[]) => list.map(() => '?').join(', ')

/** A LIKE pattern (with ESCAPE '\\') for a text that holds the word anywhere. */
export const likePattern = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`
