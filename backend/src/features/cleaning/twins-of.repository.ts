import type { TwinNoun, TwinReason } from '@counterpane/shared/contract/cleaning'
import type { Db } from '../../platform/db/database'
import { likenessOf } from './like-names'
import { plainName } from './plain-name'

export interface PerhapsSame { id: string; name: string; taxKey: string | null; client: { id: string; name: string } | null; reasons: TwinReason[] }
type Found = { id: string; code: TwinReason['code']; value: string }

const most = 20
const shared = (code: string, table: string, owner: string, key: string) =>
  `SELECT o.${owner} AS id, '${code}' AS code, o.${key} AS value FROM ${table} f JOIN ${table} o ON o.${key} = f.${key} AND o.${owner} <> f.${owner} WHERE f.${owner} = ?1 AND f.${key} IS NOT NULL`
const ofClient = [shared('tax-number', 'Counterparty', 'id', 'taxKey'), shared('address', 'CounterpartyAddress', 'counterpartyId', 'mailboxKey'), shared('phone', 'CounterpartyPhone', 'counterpartyId', 'phoneKey'), shared('same-name', 'Counterparty', 'id', 'nameKey')]
const ofPerson = [
  shared('address', 'PersonAddress', 'personId', 'mailboxKey'), shared('phone', 'PersonPhone', 'personId', 'phoneKey'),
  "SELECT o.id, 'same-name' AS code, o.nameKey AS value FROM ContactPerson f JOIN ContactPerson o ON o.counterpartyId = f.counterpartyId AND o.id <> f.id AND o.nameKey = f.nameKey WHERE f.id = ?1",
]
const union = (parts: readonly string[]) => `SELECT DISTINCT * FROM (${parts.map((part) => `SELECT * FROM (${part} LIMIT ${most})`).join(' UNION ALL ')})`

/** Who else has the same tax number, mailbox, number or name: by indexes, for the moment after a save. */
export function createTwinsOf({ sql }: Pick<Db, 'sql'>) {
  return (noun: TwinNoun, id: string): { self: PerhapsSame; others: PerhapsSame[] } | null => {
    const found = sql.all<Found>(union(noun === 'counterparty' ? ofClient : ofPerson), [id])
    const named = new Map(sql.all<{ id: string; name: string; taxKey: string | null; clientId: string | null; clientName: string | null }>(
      noun === 'counterparty' ? 'SELECT id, name, taxKey, NULL AS clientId, NULL AS clientName FROM Counterparty WHERE id IN (SELECT value FROM json_each(?))'
        : 'SELECT p.id, p.name, NULL AS taxKey, c.id AS clientId, c.name AS clientName FROM ContactPerson p LEFT JOIN Counterparty c ON c.id = p.counterpartyId WHERE p.id IN (SELECT value FROM json_each(?))',
      [JSON.stringify([id, ...found.map((one) => one.id)])]).map((row) => [row.id, row]))
    const toSame = (other: string, reasons: TwinReason[]): PerhapsSame[] => {
      const row = named.get(other)
      return row ? [{ id: row.id, name: row.name, taxKey: row.taxKey, client: row.clientId ? { id: row.clientId, name: row.clientName ?? '' } : null, reasons }] : []
    }
    const [self] = toSame(id, [])
    if (!self) return null
    const plain = plainName(self.name)
    const others = [...new Set(found.map((one) => one.id))].flatMap((other) => toSame(other, reasonsOf(found.filter((one) => one.id === other))))
    for (const { name, reasons } of others) {
      const likeness = reasons.some(({ code }) => code === 'same-name') ? null : likenessOf(plain, plainName(name))
      if (likeness) reasons.push({ code: likeness, value: null })
    }
    return { self, others }
  }
}
export type FindTwinsOf = ReturnType<typeof createTwinsOf>

const reasonsOf = (found: readonly Found[]): TwinReason[] => [...new Map(found.map(({ code, value }) => [code, { code, value: code === 'same-name' ? null : value }])).values()]
