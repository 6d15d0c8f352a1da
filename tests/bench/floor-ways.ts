import type { Connection } from '@counterpane/backend/platform/db/connection'

type Value = string | number
/** Where rows of one filter are found in the order of time (or, by ids, in none): `s` walks, `c` is the contact. */
export interface Way { from: string; where: string; at: string; id: string }
/** What all rows must fulfil, and what could lead to them: the filter with the fewest rows does. */
export interface Ways { conditions: string[]; bounds(at: string): string[]; branches: readonly Way[]; values: readonly Value[] }

const columns: Readonly<Record<string, string>> = { method: 'method', status: 'status', state: 'state', priority: 'priority', source: 'source', type: 'typeId', firmId: 'firmId', registeredById: 'registeredById' }
const shared: Readonly<Record<string, string>> = { managerId: 'ContactManager', counterpartyId: 'ContactCounterparty' }
const journal = 'INDEXED BY "Contact_journal_idx"'
const along = (column: string, where: string): Way => ({ from: `Contact s INDEXED BY "Contact_${column}_startsAt_id_idx" CROSS JOIN Contact c ${journal} ON c.startsAt = s.startsAt AND c.id = s.id`, where: `s.${column} = ${where}`, at: 's.startsAt', id: 's.id' })
const named = (ids: string, where: string): Way => ({ from: `(${ids}) z CROSS JOIN Contact c ON c.id = z.contactId`, where, at: 'c.startsAt', id: 'c.id' })
const everything: Way = { from: `Contact c ${journal}`, where: '1', at: 'c.startsAt', id: 'c.id' }

/** How many rows a value has; asked once and kept, since it only decides which way is gone. */
export function createRowCounts(db: Connection) {
  const kept = new Map<string, number>()
  return (from: string, value: Value): number => {
    const key = `${from} ${value}`
    const known = kept.get(key) ?? (db.prepare(`SELECT COUNT(*) AS n FROM ${from}`).all(...(from.includes('?') ? [value] : [])) as { n: number }[])[0]?.n ?? 0
    kept.set(key, known)
    return known
  }
}

/** A question's filters, one value of each, as prepared SQL has them. */
export function waysOf(db: Connection, query: URLSearchParams, { now, countOf }: { now: number; countOf: ReturnType<typeof createRowCounts> }): Ways {
  const values: Value[] = []
  const put = (value: Value) => `?${values.push(value)}`
  const conditions: string[] = []
  const period: [string, string][] = []
  const leads: { rows: number; branches: Way[] }[] = []
  for (const [name, text] of query) {
    const value = name === 'state' ? Number(text) : text
    const [column, table] = [columns[name], shared[name]]
    if (column) {
      const mark = put(value)
      conditions.push(`c.${column} = ${mark}`)
      leads.push({ rows: countOf(`Contact WHERE ${column} = ?`, value), branches: [along(column, mark)] })
    } else if (table) {
      const mark = put(value)
      conditions.push(`(c.${name} = ${mark} OR EXISTS (SELECT 1 FROM ${table} y WHERE y.contactId = c.id AND y.${name} = ${mark}))`)
      leads.push({ rows: name === 'counterpartyId' ? 1 : countOf(`Contact WHERE ${name} = ?`, value), branches: [along(name, mark), named(`SELECT contactId FROM ${table} WHERE ${name} = ${mark}`, `c.${name} IS NOT ${mark}`)] })
    } else if (name === 'personId') {
      const mark = put(value)
      conditions.push(`EXISTS (SELECT 1 FROM ContactParticipant y WHERE y.contactId = c.id AND y.personId = ${mark})`)
      leads.push({ rows: 0, branches: [named(`SELECT contactId FROM ContactParticipant WHERE personId = ${mark}`, '1')] })
    } else if (name === 'teamId') conditions.push(`c.managerId IN (${membersOf(db, text).map(put).join(', ')})`)
    else if (name === 'from' || name === 'to') period.push([name === 'from' ? '>=' : '<', put(Date.parse(text))])
    else if (name === 'overdue' || name === 'noOutcome') {
      const mark = put(now)
      conditions.push(`c.status = 'planned' AND c.startsAt < ${mark} AND c.endsAt < ${mark}${name === 'overdue' ? '' : " AND c.method IN ('meeting', 'video-call', 'exhibition')"}`)
      const way = along('status', "'planned'")
      leads.push({ rows: countOf("Contact WHERE status = 'planned' AND startsAt < ?", Math.floor(now / 86_400_000) * 86_400_000), branches: [{ ...way, where: `${way.where} AND s.startsAt < ${mark}` }] })
    } else if (name === 'noNextStep') {
      conditions.push('EXISTS (SELECT 1 FROM NextStepMissing y WHERE y.contactId = c.id)')
      leads.push({ rows: countOf('NextStepMissing', 0), branches: [{ from: 'NextStepMissing s INDEXED BY "NextStepMissing_startsAt_idx" CROSS JOIN Contact c ON c.id = s.contactId', where: '1', at: 's.startsAt', id: 's.contactId' }] })
    } else throw new Error(`the floor knows no filter ${name}`)
  }
  const [lead] = leads.sort((a, b) => a.rows - b.rows)
  return { conditions, bounds: (at) => period.map(([compare, mark]) => `${at} ${compare} ${mark}`), branches: lead?.branches ?? [everything], values }
}

const membersOf = (db: Connection, teamId: string) => (db.prepare('SELECT id FROM Manager WHERE teamId = ?').all(teamId) as { id: string }[]).map((row) => row.id)
