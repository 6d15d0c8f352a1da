import type { Db, Tx } from '../../platform/db/database'

/** Domains somebody said are not a client's, by the client's id. */
type Refused = Record<string, string[]>
const setting = 'refused-domains'

export function createKnownDomains({ sql }: Pick<Db, 'sql'>) {
  return {
    declared: (clientId: string) => sql.all<{ domain: string; domainKey: string }>('SELECT domain, domainKey FROM CounterpartyDomain WHERE counterpartyId = ? ORDER BY position', [clientId]),
    /** From how many of its people's addresses each domain is known. */
    ofPeople: (clientId: string) => sql.all<{ domainKey: string; people: number }>(
      'SELECT a.domainKey, COUNT(DISTINCT a.personId) AS people FROM ContactPerson p JOIN PersonAddress a ON a.personId = p.id WHERE p.counterpartyId = ? GROUP BY a.domainKey ORDER BY people DESC, a.domainKey LIMIT 200', [clientId]),
    people: (clientId: string) => sql.first<{ count: number }>('SELECT COUNT(*) AS count FROM ContactPerson p WHERE p.counterpartyId = ? AND EXISTS (SELECT 1 FROM PersonAddress a WHERE a.personId = p.id)', [clientId])?.count ?? 0,
    refused: (clientId: string): string[] => sql.all<{ domainKey: string }>(`SELECT f.value AS domainKey FROM Setting s, json_each(s.value, '$."' || ? || '"') f WHERE s.name = '${setting}'`, [clientId.replaceAll('"', '')]).map((row) => row.domainKey),
  }
}
export type KnownDomains = ReturnType<typeof createKnownDomains>

export async function refuseDomain(tx: Tx, { clientId, domainKey, refused, at }: { clientId: string; domainKey: string; refused: boolean; at: Date }): Promise<void> {
  const before = ((await tx.setting.findUnique({ where: { name: setting } }))?.value ?? {}) as Refused
  const others = (before[clientId] ?? []).filter((key) => key !== domainKey)
  const { [clientId]: _own, ...rest } = before
  const list = refused ? [...others, domainKey] : others
  const value = list.length > 0 ? { ...rest, [clientId]: list } : rest
  await tx.setting.upsert({ where: { name: setting }, create: { name: setting, value, updatedAt: at }, update: { value, updatedAt: at } })
}
