import { foldForSearch } from '@counterpane/shared/text/search-fold'
import type { Db } from '../../platform/db/database'
import { likePattern, type SqlParameter } from '../../platform/db/sql'
import type { TrailFilter, TrailRow } from './trail.types'

type Row = Omit<TrailRow, 'before' | 'after'> & { before: string | null; after: string | null }
export interface Place { at: number; id: string }
/** `next`: where looking goes on; null: it has looked at all there is. */
export interface Looked { rows: TrailRow[]; next: Place | null }

const columns = 'a.id, a.at, a.managerId, m.name AS managerName, a.noun, a.nounId, a.action, json(a.before) AS before, json(a.after) AS after, a.setId, a.undoneAt'
const newestFirst = 'ORDER BY a.at DESC, a.id DESC'
/** No index has managers and actions: so many entries are looked at for one page, then the page says how far it came. */
const lookedMost = 100_000
/** More things of one name are no search any more. */
const thingsMost = 500
/** A decision about a sender stands under its kind and its address or domain. */
const senderKinds = ['address', 'domain']

/** The trail, newest first. On the reading thread: years of it are no reason for anybody to wait. */
export function createTrailRepository({ side }: Pick<Db, 'side'>, { most = lookedMost }: { most?: number } = {}) {
  const show = async (where: string, parameters: readonly SqlParameter[]) => (await side.all<Row>(`SELECT ${columns} FROM ${where}`, parameters)).map(toRow)

  /** Along an index that knows the rows: of one order, or of certain things. */
  async function along(from: string, named: readonly SqlParameter[], { filter, after, limit }: Asked): Promise<Looked> {
    const { sql, parameters } = conditions(filter, after)
    const rows = await show(`${from} LEFT JOIN Manager m ON m.id = a.managerId WHERE ${sql} ${newestFirst} LIMIT ?`, [...named, ...parameters, limit + 1])
    const last = rows[limit - 1]
    return { rows: rows.slice(0, limit), next: rows.length > limit && last ? { at: last.at, id: last.id } : null }
  }

  /** How far back the page looks: found in the index of times alone. Whatever has that very time is still looked at. */
  async function bottomOf({ filter: { from, to }, after }: Asked): Promise<number | null> {
    const { sql, parameters } = conditions({ from, to }, null)
    const [row] = await side.all<{ at: number }>(`SELECT a.at FROM AuditEntry a WHERE ${sql} AND a.at <= ? ORDER BY a.at DESC LIMIT 1 OFFSET ${most - 1}`, [...parameters, after?.at ?? Number.MAX_SAFE_INTEGER])
    return row?.at ?? null
  }
  async function inOrderOfTime(asked: Asked): Promise<Looked> {
    const { filter, after, limit } = asked
    const bottom = await bottomOf(asked)
    const { sql, parameters } = conditions(filter, after)
    const rows = await show(`AuditEntry a INDEXED BY AuditEntry_at_idx LEFT JOIN Manager m ON m.id = a.managerId WHERE ${sql} AND a.at >= ? ${newestFirst} LIMIT ?`, [...parameters, bottom ?? Number.MIN_SAFE_INTEGER, limit + 1])
    const last = rows[limit - 1]
    if (rows.length > limit && last) return { rows: rows.slice(0, limit), next: { at: last.at, id: last.id } }
    return { rows, next: bottom === null ? null : { at: bottom, id: '' } }
  }

  /** Ids and names alike: who types here has either. */
  async function thingsOf(text: string): Promise<string[]> {
    const like = likePattern(foldForSearch(text.trim()))
    const found = await Promise.all([
      side.all<{ id: string }>(`SELECT id FROM Counterparty WHERE searchText LIKE ?1 ESCAPE '\\' UNION ALL SELECT id FROM ContactPerson WHERE searchText LIKE ?1 ESCAPE '\\' LIMIT ${thingsMost}`, [like]),
      side.all<{ id: string }>(`SELECT id FROM Manager WHERE name LIKE ?1 ESCAPE '\\' UNION ALL SELECT id FROM Firm WHERE name LIKE ?1 ESCAPE '\\' UNION ALL SELECT id FROM Team WHERE name LIKE ?1 ESCAPE '\\' LIMIT ${thingsMost}`, [likePattern(text.trim())]),
    ])
    return [text.trim(), ...senderKinds.map((kind) => `${kind}:${text.trim().toLowerCase()}`), ...found.flat().map((row) => row.id)]
  }

  return {
    async page(asked: Asked): Promise<Looked> {
      const { setId, thing } = asked.filter
      if (setId !== undefined) return along('AuditEntry a', [], asked)
      if (thing === undefined || thing.trim() === '') return inOrderOfTime(asked)
      const nouns = await side.all<{ noun: string }>(nounsQuery)
      const pairs = (await thingsOf(thing)).flatMap((id) => nouns.map(({ noun }) => [noun, id]))
      return along('(SELECT value ->> 0 AS noun, value ->> 1 AS nounId FROM json_each(?)) t CROSS JOIN AuditEntry a INDEXED BY AuditEntry_noun_nounId_at_idx ON a.noun = t.noun AND a.nounId = t.nounId', [JSON.stringify(pairs)], asked)
    },
  }
}
export type TrailRepository = ReturnType<typeof createTrailRepository>
export interface Asked { filter: TrailFilter; after: Place | null; limit: number }

/** Every noun there is, one step through the index each. */
const nounsQuery = `WITH RECURSIVE n (noun) AS (SELECT MIN(noun) FROM AuditEntry UNION ALL SELECT (SELECT MIN(noun) FROM AuditEntry WHERE noun > n.noun) FROM n WHERE n.noun IS NOT NULL) SELECT noun FROM n WHERE noun IS NOT NULL`

function conditions({ from, to, managerId, noun, action, setId }: TrailFilter, after: Place | null): { sql: string; parameters: SqlParameter[] } {
  const parts: [string, ...SqlParameter[]][] = [['1']]
  if (from !== undefined) parts.push(['a.at >= ?', Date.parse(from)])
  if (to !== undefined) parts.push(['a.at < ?', Date.parse(to)])
  if (after) parts.push(['a.at <= ? AND (a.at, a.id) < (?, ?)', after.at, after.at, after.id])
  if (managerId !== undefined) parts.push(managerId === 'automatic' ? ['a.managerId IS NULL'] : ['a.managerId = ?', managerId])
  if (noun !== undefined) parts.push(['a.noun = ?', noun])
  if (action !== undefined) parts.push(['a.action = ?', action])
  if (setId !== undefined) parts.push(['a.setId = ?', setId])
  return { sql: parts.map(([sql]) => sql).join(' AND '), parameters: parts.flatMap(([, ...values]) => values) }
}

const toRow = ({ before, after, ...row }: Row): TrailRow => ({ ...row, before: fieldsIn(before), after: fieldsIn(after) })
function fieldsIn(text: string | null): TrailRow['before'] {
  const value: unknown = text === null ? null : JSON.parse(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : null
}
