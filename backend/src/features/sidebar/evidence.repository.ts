import type { Choice, ExactEvidence, Hints, Hit } from '@counterpane/shared/matching/evidence'
import type { EvidenceKeys, HintKeys } from '@counterpane/shared/matching/evidence-keys'
import type { Db } from '../../platform/db/database'
import type { SqlReader } from '../../platform/db/sql'

const given = (at: number) => `IN (SELECT value FROM json_each(?${at}))`
// One question for everything exact: who has these addresses, what was chosen for them, what must never be registered.
const exactQuery = `
SELECT 'person' AS what, a.addressKey AS key, p.id AS personId, p.counterpartyId AS counterpartyId, NULL AS setBy, NULL AS setAt FROM PersonAddress a JOIN ContactPerson p ON p.id = a.personId WHERE a.addressKey ${given(1)}
UNION ALL SELECT 'counterparty', a.addressKey, NULL, a.counterpartyId, NULL, NULL FROM CounterpartyAddress a WHERE a.addressKey ${given(1)}
UNION ALL SELECT 'choice', h.addressKey, h.personId, COALESCE(h.counterpartyId, p.counterpartyId), m.name, h.setAt FROM RememberedChoice h JOIN Manager m ON m.id = h.setById LEFT JOIN ContactPerson p ON p.id = h.personId WHERE h.addressKey ${given(1)}
UNION ALL SELECT 'blocked', n.valueKey, NULL, NULL, NULL, NULL FROM NeverRegister n WHERE ((n.kind = 'address' AND n.valueKey ${given(1)}) OR (n.kind = 'domain' AND n.valueKey ${given(2)})) AND (n.managerId IS NULL OR n.managerId = ?3)`

interface ExactRow { what: 'person' | 'counterparty' | 'choice' | 'blocked'; key: string; personId: string | null; counterpartyId: string | null; setBy: string; setAt: number }

export function createEvidenceRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    exact({ main, others, domainKeys }: EvidenceKeys, callerId: string): ExactEvidence {
      const rows = sql.all<ExactRow>(exactQuery, [JSON.stringify([...main, ...others]), JSON.stringify(domainKeys), callerId])
      const hits = (what: ExactRow['what']) => rows.filter((row) => row.what === what)
        .map(({ key, personId, counterpartyId }): Hit => ({ addressKey: key, personId, counterpartyId, lastContactAt: null }))
      const choices = rows.filter((row) => row.what === 'choice').map(({ key, personId, counterpartyId, setBy, setAt }): Choice => ({ addressKey: key, personId, counterpartyId, setBy, setAt }))
      return {
        persons: withLastContact(sql, hits('person')), counterparties: withLastContact(sql, hits('counterparty')), choices,
        blocked: new Set(rows.filter((row) => row.what === 'blocked').map((row) => row.key)),
      }
    },
    hints(keys: HintKeys): Hints {
      return { subAddresses: subAddresses(sql, keys), domainOwners: domainOwners(sql, keys), similarDomains: similarDomains(sql, keys), namesakes: namesakes(sql, keys), addressesInName: addressesInName(sql, keys) }
    },
  }
}
export type EvidenceRepository = ReturnType<typeof createEvidenceRepository>

/** Which of several was in contact last matters only when there are several. */
function withLastContact(sql: SqlReader, hits: Hit[]): Hit[] {
  const several = (hit: Hit) => hits.some((other) => other !== hit && other.addressKey === hit.addressKey)
  return hits.length < 2 ? hits : hits.map((hit) => (several(hit) ? { ...hit, lastContactAt: lastContactOf(sql, hit) } : hit))
}

// CROSS JOIN keeps the order of the tables: left to itself the planner walks every held contact of the base and asks each for the person.
export const lastOfPerson = `SELECT MAX(c.startsAt) AS at FROM ContactParticipant z CROSS JOIN Contact c ON c.id = z.contactId WHERE z.personId = ? AND c.undoneAt IS NULL AND c.status = 'held'`
const lastOfCounterparty = `SELECT c.startsAt AS at FROM Contact c WHERE c.counterpartyId = ? AND c.undoneAt IS NULL AND c.status = 'held' ORDER BY c.startsAt DESC LIMIT 1`
export const lastContactOf = (sql: SqlReader, { personId, counterpartyId }: { personId: string | null; counterpartyId: string | null }) =>
  sql.first<{ at: number | null }>(personId ? lastOfPerson : lastOfCounterparty, [personId ?? counterpartyId])?.at ?? null

function subAddresses(sql: SqlReader, { mailboxKeys }: HintKeys): Hints['subAddresses'] {
  if (mailboxKeys.length === 0) return []
  return sql.all(`SELECT a.mailboxKey, a.address, p.id AS personId, p.counterpartyId, NULL AS lastContactAt FROM PersonAddress a JOIN ContactPerson p ON p.id = a.personId WHERE a.mailboxKey ${given(1)}
    UNION ALL SELECT a.mailboxKey, a.address, NULL, a.counterpartyId, NULL FROM CounterpartyAddress a WHERE a.mailboxKey ${given(1)} LIMIT 20`, [JSON.stringify(mailboxKeys)])
}

/** Domains that somebody judged not to be a client's, though its people write from there; what is declared outweighs it. */
const refused = (domains: string) => `refused AS MATERIALIZED (SELECT k.key AS counterpartyId, f.value AS domainKey FROM Setting s, json_each(s.value) k, json_each(k.value) f WHERE s.name = 'refused-domains' AND f.value ${domains})`
const isRefused = (client: string, domain: string) => `EXISTS (SELECT 1 FROM refused r WHERE r.counterpartyId = ${client} AND r.domainKey = ${domain})`

function domainOwners(sql: SqlReader, { domainKeys }: HintKeys): Hints['domainOwners'] {
  if (domainKeys.length === 0) return []
  const rows = sql.all<{ domainKey: string; counterpartyId: string; declared: number; people: number; peopleAtDomain: number }>(`
    WITH ${refused(given(1))}, people AS (SELECT a.domainKey, p.counterpartyId, COUNT(DISTINCT p.id) AS people FROM PersonAddress a JOIN ContactPerson p ON p.id = a.personId WHERE a.domainKey ${given(1)} GROUP BY a.domainKey, p.counterpartyId),
    declared AS (SELECT domainKey, counterpartyId FROM CounterpartyDomain WHERE domainKey ${given(1)} UNION SELECT domainKey, counterpartyId FROM people WHERE counterpartyId IS NOT NULL AND NOT ${isRefused('people.counterpartyId', 'people.domainKey')})
    SELECT d.domainKey, d.counterpartyId, COALESCE(w.people, 0) AS people, (SELECT COALESCE(SUM(v.people), 0) FROM people v WHERE v.domainKey = d.domainKey) AS peopleAtDomain,
      EXISTS (SELECT 1 FROM CounterpartyDomain x WHERE x.domainKey = d.domainKey AND x.counterpartyId = d.counterpartyId) AS declared
    FROM declared d LEFT JOIN people w ON w.domainKey = d.domainKey AND w.counterpartyId = d.counterpartyId ORDER BY declared DESC, people DESC LIMIT 20`, [JSON.stringify(domainKeys)])
  return rows.map((row) => ({ ...row, declared: row.declared === 1 }))
}

function similarDomains(sql: SqlReader, { forms, skeleton, domainKeys }: HintKeys): Hints['similarDomains'] {
  if (forms.length === 0 && skeleton === null) return []
  const domains = sql.all<{ domainKey: string }>(`SELECT domainKey FROM (SELECT domainKey FROM ClientDomainForm WHERE form ${given(1)} UNION SELECT domainKey FROM ClientDomain WHERE skeleton ${given(2)}) ORDER BY domainKey <> ?3 LIMIT 50`, [JSON.stringify(forms), JSON.stringify(skeleton === null ? [] : [skeleton]), domainKeys[0] ?? ''])
  if (domains.length === 0) return []
  return sql.all(`WITH ${refused(given(1))} SELECT d.value AS domainKey, k.id AS counterpartyId, k.name AS counterparty FROM json_each(?1) d JOIN Counterparty k ON k.id = COALESCE(
      (SELECT counterpartyId FROM CounterpartyDomain WHERE domainKey = d.value LIMIT 1), (SELECT a.counterpartyId FROM CounterpartyAddress a WHERE a.domainKey = d.value AND NOT ${isRefused('a.counterpartyId', 'a.domainKey')} LIMIT 1),
      (SELECT p.counterpartyId FROM PersonAddress a JOIN ContactPerson p ON p.id = a.personId WHERE a.domainKey = d.value AND p.counterpartyId IS NOT NULL AND NOT ${isRefused('p.counterpartyId', 'a.domainKey')} LIMIT 1))`, [JSON.stringify(domains.map((row) => row.domainKey))])
}

interface NamesakeRow { nameKey: string; name: string; counterpartyId: string | null; counterparty: string; domainKeys: string }
const domainsOf = (counterpartyId: string) => `(SELECT json_group_array(domainKey) FROM (SELECT domainKey FROM CounterpartyDomain WHERE counterpartyId = ${counterpartyId} UNION SELECT domainKey FROM CounterpartyAddress WHERE counterpartyId = ${counterpartyId}
  UNION SELECT a.domainKey FROM PersonAddress a JOIN ContactPerson q ON q.id = a.personId WHERE q.counterpartyId = ${counterpartyId} LIMIT 50))`
const asNamesakes = (rows: NamesakeRow[]) => rows.map((row) => ({ ...row, domainKeys: JSON.parse(row.domainKeys) as string[] }))

function namesakes(sql: SqlReader, { nameKeys }: HintKeys): Hints['namesakes'] {
  if (nameKeys.length === 0) return []
  return asNamesakes(sql.all<NamesakeRow>(`
    SELECT p.nameKey, p.name, p.counterpartyId, COALESCE(k.name, '') AS counterparty, CASE WHEN k.id IS NULL THEN (SELECT json_group_array(domainKey) FROM PersonAddress WHERE personId = p.id) ELSE ${domainsOf('k.id')} END AS domainKeys FROM ContactPerson p LEFT JOIN Counterparty k ON k.id = p.counterpartyId WHERE p.nameKey ${given(1)}
    UNION ALL SELECT k.nameKey, k.name, k.id, k.name, ${domainsOf('k.id')} FROM Counterparty k WHERE k.nameKey ${given(1)} LIMIT 20`, [JSON.stringify(nameKeys)]))
}

function addressesInName(sql: SqlReader, { addressKeysInName }: HintKeys): Hints['addressesInName'] {
  if (addressKeysInName.length === 0) return []
  return asNamesakes(sql.all<NamesakeRow>(`
    SELECT a.addressKey AS nameKey, p.name, p.counterpartyId, COALESCE(k.name, '') AS counterparty, ${domainsOf('k.id')} AS domainKeys FROM PersonAddress a JOIN ContactPerson p ON p.id = a.personId LEFT JOIN Counterparty k ON k.id = p.counterpartyId WHERE a.addressKey ${given(1)}
    UNION ALL SELECT a.addressKey, k.name, k.id, k.name, ${domainsOf('k.id')} FROM CounterpartyAddress a JOIN Counterparty k ON k.id = a.counterpartyId WHERE a.addressKey ${given(1)} LIMIT 20`, [JSON.stringify(addressKeysInName)]))
}
