import { seenRows } from './seen-rows'
import type { Sight } from './sight'

type SqlParameter = string | number | null

const shadowed = Object.entries(seenRows).map(([table, seen]) => ({
  named: new RegExp(`\\b${table}\\b`, 'i'), shadow: (withRowid: boolean) => `${table} AS NOT MATERIALIZED (SELECT x.*${withRowid ? ', x.rowid AS rowid' : ''} FROM main.${table} x WHERE ${seen})`,
}))
const rewritten = new Map<string, string>()
const mostKept = 1_000

/**
 * A question as a narrowed sight asks it: every table of clients and their people is shadowed by a table expression of the same name that holds the rows seen. So no
 * repository has to think of it, and none can forget it. An index that a question insists on belongs to a table and not to its shadow: there the planner chooses.
 */
export function seenSql(sql: string, parameters: readonly SqlParameter[], sight: Sight): { sql: string; parameters: SqlParameter[] } {
  let text = rewritten.get(sql)
  if (text === undefined) {
    if (rewritten.size > mostKept) rewritten.clear()
    rewritten.set(sql, (text = rewrite(sql)))
  }
  return { sql: text, parameters: text === sql ? [...parameters] : [JSON.stringify(sight), ...parameters] }
}

function rewrite(sql: string): string {
  const shadows = shadowed.filter(({ named }) => named.test(sql)).map(({ shadow }) => shadow(/\browid\b/i.test(sql)))
  if (shadows.length === 0) return sql
  const plain = sql.replace(/\s+INDEXED BY\s+("[^"]+"|\w+)/g, '').replace(/\?(\d+)/g, (_mark, number: string) => `?${Number(number) + 1}`)
  const own = /^\s*WITH\s+(RECURSIVE\s+)?/i.exec(plain)
  return own ? `WITH ${own[1] ?? ''}${shadows.join(', ')}, ${plain.slice(own[0].length)}` : `WITH ${shadows.join(', ')} ${plain}`
}
