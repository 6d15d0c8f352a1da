import type { Db, Tx } from '../../platform/db/database'

export const listOwnDomains = ({ sql }: Pick<Db, 'sql'>) => sql.all<{ domainKey: string }>('SELECT domainKey FROM OwnDomain ORDER BY domainKey').map((row) => row.domainKey)
export const addressesOfManagers = ({ sql }: Pick<Db, 'sql'>) => sql.all<{ managerId: string; address: string }>('SELECT a.managerId, a.address FROM ManagerAddress a JOIN Manager m ON m.id = a.managerId WHERE m.active')

/** Names of clients that have the domain declared, or an address at it, of their own or of their people. */
export async function clientsAtDomain(tx: Tx, domainKey: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`SELECT DISTINCT c.id, c.name FROM Counterparty c WHERE c.id IN (
    SELECT counterpartyId FROM CounterpartyDomain WHERE domainKey = ${domainKey} UNION SELECT counterpartyId FROM CounterpartyAddress WHERE domainKey = ${domainKey}
    UNION SELECT p.counterpartyId FROM PersonAddress a JOIN ContactPerson p ON p.id = a.personId WHERE a.domainKey = ${domainKey} AND p.counterpartyId IS NOT NULL) ORDER BY c.name`
  return rows.map((row) => row.name)
}
/** False when it was there already. */
export const insertOwnDomain = async (tx: Tx, domainKey: string) => (await tx.$executeRaw`INSERT INTO OwnDomain (domainKey) VALUES (${domainKey}) ON CONFLICT DO NOTHING`) === 1
export const deleteOwnDomain = async (tx: Tx, domainKey: string) => (await tx.ownDomain.deleteMany({ where: { domainKey } })).count === 1
