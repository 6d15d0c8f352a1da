import { AppError } from '@counterpane/shared/errors/app-error'
import { parseAddress } from '@counterpane/shared/matching/address'
import { parseDomain, readableDomain } from '@counterpane/shared/matching/domain-key'
import { belongsToNobody } from '@counterpane/shared/matching/free-mail'
import { administrationProblems, domainOfClients } from '@counterpane/shared/text/administration-problems'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { Clock } from '../../ports/clock'
import { refuse } from './administration-checks'
import { addressesOfManagers, clientsAtDomain, deleteOwnDomain, insertOwnDomain, listOwnDomains } from './own-domains.repository'

/** Domains of our own organisation: whoever writes from them is a colleague and never a client. */
export function createOwnDomains({ db, clock }: { db: Db; clock: Clock }) {
  const list = () => {
    const at = new Map<string, Set<string>>()
    for (const { managerId, address } of addressesOfManagers(db)) {
      const key = parseAddress(address)?.domainKey
      if (key !== undefined) at.set(key, (at.get(key) ?? new Set()).add(managerId))
    }
    return listOwnDomains(db).map((key) => ({ domain: readableDomain(key), managers: at.get(key)?.size ?? 0 }))
  }
  return {
    list,
    async add(caller: Caller, written: string) {
      const key = parseDomain(written)?.domainKey ?? refuse('invalid-request', 'domain', administrationProblems.unreadableDomain)
      if (!key.includes('.')) refuse('invalid-request', 'domain', administrationProblems.unreadableDomain)
      if (belongsToNobody(key)) refuse('invalid-request', 'domain', administrationProblems.freeMail)
      await db.write(async (tx) => {
        const [client, ...others] = await clientsAtDomain(tx, key)
        if (client !== undefined) refuse('not-possible', 'domain', domainOfClients(client, others.length))
        if (!(await insertOwnDomain(tx, key))) refuse('not-possible', 'domain', administrationProblems.domainThere)
        await writeAudit(tx, { managerId: caller.id, noun: 'own-domain', nounId: key, action: 'created', at: clock.now(), after: { domain: key } })
      })
      return list().find(({ domain }) => domain === readableDomain(key)) ?? { domain: readableDomain(key), managers: 0 }
    },
    async remove(caller: Caller, written: string) {
      const key = parseDomain(written)?.domainKey
      await db.write(async (tx) => {
        if (key === undefined || !(await deleteOwnDomain(tx, key))) throw new AppError('not-found')
        await writeAudit(tx, { managerId: caller.id, noun: 'own-domain', nounId: key, action: 'deleted', at: clock.now(), before: { domain: key }, after: { domain: null } })
      })
    },
  }
}
export type OwnDomains = ReturnType<typeof createOwnDomains>
