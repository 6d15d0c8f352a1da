import { counterpartyFields, personFields, type MergeField, type TwinNoun, type TwinSide } from '@counterpane/shared/contract/cleaning'
import type { Db } from '../../platform/db/database'
import { etagOf } from '../../platform/http/etag'

type Row = Record<string, string | number | null>
const texts = (table: string, column: string, owner: string) => `(SELECT json_group_array(x.${column}) FROM (SELECT ${column} FROM ${table} WHERE ${owner} = k.id ORDER BY position) x)`

const clients = `SELECT k.*, m.name AS managerName, s.name AS adSourceName, ${texts('CounterpartyAddress', 'address', 'counterpartyId')} AS addresses, ${texts('CounterpartyDomain', 'domain', 'counterpartyId')} AS domains,
    ${texts('CounterpartyPhone', 'phone', 'counterpartyId')} AS phones, NULL AS clientId, NULL AS clientName, (SELECT COUNT(*) FROM ContactPerson p WHERE p.counterpartyId = k.id) AS persons,
    (SELECT COUNT(*) FROM Contact c WHERE c.counterpartyId = k.id AND c.undoneAt IS NULL) AS contacts, (SELECT COUNT(*) FROM Task t WHERE t.counterpartyId = k.id AND t.doneAt IS NULL) AS openTasks,
    (SELECT c.startsAt FROM Contact c WHERE c.counterpartyId = k.id AND +c.status = 'held' AND c.undoneAt IS NULL ORDER BY c.startsAt DESC, c.id DESC LIMIT 1) AS lastContactAt
  FROM json_each(?) ids JOIN Counterparty k ON k.id = ids.value LEFT JOIN Manager m ON m.id = k.managerId LEFT JOIN AdSource s ON s.id = k.adSourceId`
const people = `SELECT k.*, ${texts('PersonAddress', 'address', 'personId')} AS addresses, '[]' AS domains, ${texts('PersonPhone', 'phone', 'personId')} AS phones, c.id AS clientId, c.name AS clientName, 0 AS persons,
    (SELECT COUNT(*) FROM ContactParticipant y JOIN Contact o ON o.id = y.contactId WHERE y.personId = k.id AND o.undoneAt IS NULL) AS contacts, 0 AS openTasks,
    (SELECT MAX(o.startsAt) FROM ContactParticipant y JOIN Contact o ON o.id = y.contactId WHERE y.personId = k.id AND o.undoneAt IS NULL AND o.status = 'held') AS lastContactAt
  FROM json_each(?) ids JOIN ContactPerson k ON k.id = ids.value LEFT JOIN Counterparty c ON c.id = k.counterpartyId`

export function createTwinSides({ sql }: Pick<Db, 'sql'>) {
  /** Both sides of pairs, by their ids; who is gone is not there. */
  return (noun: TwinNoun, ids: readonly string[]): Map<string, TwinSide> => new Map(sql.all<Row>(noun === 'counterparty' ? clients : people, [JSON.stringify([...new Set(ids)])]).map((row) => [String(row.id), toSide(noun, row)]))
}
export type LoadSides = ReturnType<typeof createTwinSides>

function toSide(noun: TwinNoun, row: Row): TwinSide {
  const shown = (field: MergeField): string | null => {
    if (field === 'managerId') return asText(row.managerName)
    if (field === 'adSourceId') return asText(row.adSourceName)
    if (field === 'counterpartyId') return asText(row.clientName)
    if (field === 'vip') return row.vip ? 'true' : 'false'
    return asText(row[field])
  }
  const fields = noun === 'counterparty' ? counterpartyFields : personFields
  return {
    id: String(row.id), etag: etagOf(Number(row.version)), name: String(row.name), fields: fields.map((field) => ({ field, value: shown(field) })),
    addresses: list(row.addresses), domains: list(row.domains), phones: list(row.phones), counterparty: row.clientId ? { id: String(row.clientId), name: String(row.clientName) } : null,
    persons: Number(row.persons), contacts: Number(row.contacts), openTasks: Number(row.openTasks), lastContactAt: row.lastContactAt ? new Date(Number(row.lastContactAt)).toISOString() : null, createdAt: new Date(Number(row.createdAt)).toISOString(),
  }
}
const asText = (value: string | number | null | undefined) => (value === null || value === undefined || value === '' ? null : String(value))
const list = (json: string | number | null | undefined) => JSON.parse(String(json ?? '[]')) as string[]
