import { isDeepStrictEqual } from 'node:util'
import { writeAudits } from '../../platform/db/audit'
import type { Tx } from '../../platform/db/database'
import { querySchema } from '../../platform/db/schema-sql'
import type { SqlReader } from '../../platform/db/sql'
import { dropClientDomains } from './client-bulk.repository'
import type { CounterpartyRecord, PersonRecord } from './client-records'
import { loadCounterparties, loadPersons } from './client-rows'
import { putBackCounterparty, putBackPerson } from './client-undo'

type Noun = 'counterparty' | 'person'
interface Entry { id: string; noun: Noun; nounId: string; action: 'created' | 'changed'; at: number; before: Record<string, unknown> | null; after: Record<string, unknown> | null }
interface Signed { importId: string; setId: string; at: Date; managerId: string }
interface Left { noun: Noun; id: string; name: string; reason: 'changed' | 'attached' | 'gone' }

/** What goes with a client or a person, as do indexes of ours (`_…`); everything else that names one was attached to them. */
const ownTables = { counterparty: new Set(['CounterpartyAddress', 'CounterpartyDomain', 'CounterpartyPhone', 'ClientActivity', 'ClientManager']), person: new Set(['PersonAddress', 'PersonPhone', 'PersonEmployment']) }
const columnOf = { counterparty: 'counterpartyId', person: 'personId' } as const

/** Takes back what an import did to these records, each once: who was made goes, when nobody has worked with them since; who was changed gets those fields back that still stand so. */
export function takeBackClients(sql: SqlReader) {
  const attachedIn = (noun: Noun) => sql.all<{ name: string }>(
    "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\\_%' ESCAPE '\\' AND c.name = ? ORDER BY m.name", [columnOf[noun]]).map(({ name }) => name).filter((name) => !ownTables[noun].has(name))
  const tables: Partial<Record<Noun, string[]>> = {}

  return async (tx: Tx, entries: readonly Entry[], { importId, setId, at, managerId }: Signed) => {
    const result: { removed: string[]; putBack: string[]; left: Left[] } = { removed: [], putBack: [], left: [] }
    const done: Entry[] = []
    const idsOf = (noun: Noun, action: Entry['action']) => entries.filter((entry) => entry.noun === noun && entry.action === action).map(({ nounId }) => nounId)
    for (const noun of ['person', 'counterparty'] as const) {
      const records = new Map<string, CounterpartyRecord | PersonRecord>((noun === 'person' ? loadPersons : loadCounterparties)(sql, [...idsOf(noun, 'created'), ...idsOf(noun, 'changed')]).map((record) => [record.id, record]))
      const leave = ({ nounId, after }: Entry, reason: Left['reason']) => { result.left.push({ noun, id: nounId, name: records.get(nounId)?.name ?? String(after?.name ?? ''), reason }) }

      const made = entries.filter((entry) => entry.noun === noun && entry.action === 'created')
      const ids = made.map(({ nounId }) => nounId)
      const touched = await touchedSince(tx, noun, ids, importId)
      const attached = new Set<string>()
      for (const table of tables[noun] ??= attachedIn(noun)) for (const id of await namedIn(tx, { table, column: columnOf[noun] }, ids)) attached.add(id)
      const removable = made.filter((entry) => {
        const reason = !records.has(entry.nounId) ? 'gone' : touched.has(entry.nounId) ? 'changed' : attached.has(entry.nounId) ? 'attached' : null
        if (reason) leave(entry, reason)
        return reason === null
      })
      await remove(tx, noun, removable.map(({ nounId }) => nounId))
      result.removed.push(...removable.map(({ nounId }) => nounId))
      done.push(...removable)

      for (const entry of entries.filter((one) => one.noun === noun && one.action === 'changed')) {
        const record = records.get(entry.nounId)
        if (!record || !stands(record, entry.after ?? {})) { leave(entry, record ? 'changed' : 'gone'); continue }
        const back = { fields: entry.before ?? {}, version: record.version, at, managerId, changedAt: new Date(entry.at) }
        const isWritten = await (noun === 'person' ? putBackPerson(tx, entry.nounId, back) : putBackCounterparty(tx, entry.nounId, back))
        if (!isWritten) { leave(entry, 'changed'); continue }
        result.putBack.push(entry.nounId)
        done.push(entry)
      }
    }
    await tx.$executeRaw`UPDATE AuditEntry SET undoneAt = ${at.getTime()} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(done.map(({ id }) => id))}))`
    await writeAudits(tx, done.map(({ noun, nounId, action, before, after }) => action === 'created'
      ? { managerId, noun, nounId, action: 'deleted', at, setId, before: after ?? {}, after: Object.fromEntries(Object.keys(after ?? {}).map((name) => [name, null])) }
      : { managerId, noun, nounId, action: 'undone-change', at, setId, before: after ?? {}, after: before ?? {} }))
    return result
  }
}

/** Somebody changed it after the import, whatever of it. */
async function touchedSince(tx: Tx, noun: Noun, ids: readonly string[], importId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ nounId: string }[]>`
    SELECT DISTINCT a.nounId FROM json_each(${JSON.stringify(ids)}) s JOIN AuditEntry a ON a.noun = ${noun} AND a.nounId = s.value WHERE a.setId IS NOT ${importId} AND a.undoneAt IS NULL AND a.action <> 'undone-change'`
  return new Set(rows.map(({ nounId }) => nounId))
}

/** Names of tables and columns are the schema's own. */
async function namedIn(tx: Tx, { table, column }: { table: string; column: string }, ids: readonly string[]): Promise<string[]> {
  const rows = await querySchema<{ id: string }>(tx, `SELECT DISTINCT "${column}" AS id FROM "${table}" WHERE "${column}" IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
  return rows.map(({ id }) => id)
}

async function remove(tx: Tx, noun: Noun, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const list = JSON.stringify(ids)
  const domains = noun === 'person'
    ? await tx.$queryRaw<{ domainKey: string }[]>`SELECT DISTINCT domainKey FROM PersonAddress WHERE personId IN (SELECT value FROM json_each(${list}))`
    : await tx.$queryRaw<{ domainKey: string }[]>`SELECT domainKey FROM CounterpartyAddress WHERE counterpartyId IN (SELECT value FROM json_each(${list})) UNION SELECT domainKey FROM CounterpartyDomain WHERE counterpartyId IN (SELECT value FROM json_each(${list}))`
  if (noun === 'person') await tx.$executeRaw`DELETE FROM ContactPerson WHERE id IN (SELECT value FROM json_each(${list}))`
  else await tx.$executeRaw`DELETE FROM Counterparty WHERE id IN (SELECT value FROM json_each(${list}))`
  await dropClientDomains(tx, domains.map(({ domainKey }) => domainKey))
}

/** Whether the record still is what the import made of it, in the fields that it changed. */
function stands(record: CounterpartyRecord | PersonRecord, after: Record<string, unknown>): boolean {
  const now: Record<string, unknown> = 'counterparty' in record ? { ...record, counterpartyId: record.counterparty?.id ?? null } : { ...record, managerId: record.manager?.id ?? null, adSourceId: record.adSource?.id ?? null }
  const plain = (value: unknown) => (Array.isArray(value) ? [...value].map(String).sort() : value ?? null)
  return Object.entries(after).every(([name, value]) => isDeepStrictEqual(plain(now[name]), plain(value)))
}
