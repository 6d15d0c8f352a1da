import type { TwinNoun, TwinReason } from '@counterpane/shared/contract/cleaning'
import type { Db } from '../../platform/db/database'

export interface KeyGroup { code: TwinReason['code']; value: string; ids: string[] }
interface Source { code: TwinReason['code']; table: string; owner: string; key: string; most: number }

/** What may stand with two of them alike, and where. */
const sources: Record<TwinNoun, readonly Source[]> = {
  counterparty: [
    { code: 'tax-number', table: 'Counterparty', owner: 'id', key: 'taxKey', most: 200 },
    { code: 'address', table: 'CounterpartyAddress', owner: 'counterpartyId', key: 'mailboxKey', most: 200 },
    { code: 'phone', table: 'CounterpartyPhone', owner: 'counterpartyId', key: 'phoneKey', most: 50 },
  ],
  person: [
    { code: 'address', table: 'PersonAddress', owner: 'personId', key: 'mailboxKey', most: 200 },
    { code: 'phone', table: 'PersonPhone', owner: 'personId', key: 'phoneKey', most: 20 },
  ],
}
const keysAtOnce = 1_000
/** A domain of more clients than this is a holding's or a provider's that nobody knows yet. */
const mostAtDomain = 5

export function createTwinKeys({ side, sql }: Pick<Db, 'side' | 'sql'>) {
  /** Groups of those who share a value, a page at a time: whole groups, in order of their values. */
  async function* sharing(noun: TwinNoun): AsyncGenerator<KeyGroup[]> {
    for (const { code, table, owner, key, most } of sources[noun]) {
      for (let after = ''; ;) {
        const rows = await side.all<{ key: string; id: string }>(
          `SELECT f.${key} AS key, f.${owner} AS id FROM ${table} f WHERE f.${key} IN (
             SELECT ${key} FROM ${table} WHERE ${key} > ? GROUP BY ${key} HAVING COUNT(*) BETWEEN 2 AND ${most} ORDER BY ${key} LIMIT ${keysAtOnce}) ORDER BY f.${key}, f.${owner}`, [after])
        const groups = groupsOf(rows, code)
        if (groups.length > 0) yield groups
        const last = rows.at(-1)
        if (!last) break
        after = last.key
      }
    }
    if (noun === 'counterparty') yield* sharingDomain()
  }

  /** By the kept list of client domains, which has no free mail. */
  async function* sharingDomain(): AsyncGenerator<KeyGroup[]> {
    for (let after = ''; ;) {
      const keys = (await side.all<{ key: string }>(`SELECT domainKey AS key FROM ClientDomain WHERE domainKey > ? ORDER BY domainKey LIMIT ${keysAtOnce}`, [after])).map((row) => row.key)
      const last = keys.at(-1)
      if (last === undefined) return
      const groups = groupsOf(await side.all<{ key: string; id: string }>(ownersOfDomains, [JSON.stringify(keys)]), 'domain')
      if (groups.length > 0) yield groups
      after = last
    }
  }

  return {
    sharing,
    count: (noun: TwinNoun) => sql.first<{ count: number }>(noun === 'counterparty' ? 'SELECT COUNT(*) AS count FROM Counterparty' : 'SELECT COUNT(*) AS count FROM ContactPerson WHERE counterpartyId IS NOT NULL')?.count ?? 0,
    /** All clients with their names, a page at a time. */
    async* clients(): AsyncGenerator<{ id: string; name: string; taxKey: string | null }[]> {
      for (let after = ''; ;) {
        const rows = await side.all<{ id: string; name: string; taxKey: string | null }>('SELECT id, name, taxKey FROM Counterparty WHERE id > ? ORDER BY id LIMIT 2000', [after])
        if (rows.length === 0) return
        yield rows
        after = (rows.at(-1) as { id: string }).id
      }
    },
    /** The people of clients, client by client, a page at a time; no client is cut in two. */
    async* people(): AsyncGenerator<{ id: string; name: string; counterpartyId: string }[]> {
      for (let after = ''; ;) {
        const [edge] = await side.all<{ last: string | null }>('SELECT MAX(counterpartyId) AS last FROM (SELECT counterpartyId FROM ContactPerson WHERE counterpartyId > ? ORDER BY counterpartyId LIMIT 2000)', [after])
        if (!edge || edge.last === null) return
        yield await side.all<{ id: string; name: string; counterpartyId: string }>('SELECT id, name, counterpartyId FROM ContactPerson WHERE counterpartyId > ? AND counterpartyId <= ? ORDER BY counterpartyId, id', [after, edge.last])
        after = edge.last
      }
    },
    namesOf: (noun: TwinNoun, ids: readonly string[]) => side.all<{ id: string; name: string }>(`SELECT id, name FROM ${noun === 'person' ? 'ContactPerson' : 'Counterparty'} WHERE id IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)]),
  }
}
export type TwinKeys = ReturnType<typeof createTwinKeys>

const ownersOfDomains = `WITH d AS MATERIALIZED (SELECT value AS key FROM json_each(?)), owners AS (
    SELECT a.domainKey AS key, a.counterpartyId AS id FROM d JOIN CounterpartyAddress a ON a.domainKey = d.key
    UNION SELECT a.domainKey, a.counterpartyId FROM d JOIN CounterpartyDomain a ON a.domainKey = d.key
    UNION SELECT a.domainKey, p.counterpartyId FROM d JOIN PersonAddress a ON a.domainKey = d.key JOIN ContactPerson p ON p.id = a.personId WHERE p.counterpartyId IS NOT NULL)
  SELECT key, id FROM owners WHERE key IN (SELECT key FROM owners GROUP BY key HAVING COUNT(*) BETWEEN 2 AND ${mostAtDomain}) ORDER BY key, id`

/** Whoever has a value twice is there once. */
function groupsOf(rows: readonly { key: string; id: string }[], code: TwinReason['code']): KeyGroup[] {
  const groups: KeyGroup[] = []
  for (const { key, id } of rows) {
    const last = groups.at(-1)
    if (last?.value !== key) groups.push({ code, value: key, ids: [id] })
    else if (last.ids.at(-1) !== id) last.ids.push(id)
  }
  return groups
}
