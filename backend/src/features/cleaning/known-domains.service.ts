import type { ClientDomain } from '@counterpane/shared/contract/cleaning'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { AppError } from '@counterpane/shared/errors/app-error'
import { parseDomain, readableDomain } from '@counterpane/shared/matching/domain-key'
import { belongsToNobody } from '@counterpane/shared/matching/free-mail'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { Clock } from '../../ports/clock'
import { createKnownDomains, refuseDomain } from './known-domains.repository'

/** `declare`: writes the client's declared domains like its form does; throws when there is no such client. */
export interface KnownDomainsDeps { db: Db; clock: Clock; clientThere: (id: string) => void; declare: (caller: Caller, clientId: string, domains: string[]) => Promise<unknown> }

/** Domains of a client: what was declared, and what its people's addresses teach. */
export function createClientDomains({ db, clock, clientThere, declare }: KnownDomainsDeps) {
  const known = createKnownDomains(db)
  function list(clientId: string): { items: ClientDomain[] } {
    clientThere(clientId)
    const [people, of, refused] = [new Map(known.ofPeople(clientId).map((row) => [row.domainKey, row.people])), known.people(clientId), new Set(known.refused(clientId))]
    const declared = known.declared(clientId)
    const own = new Set(declared.map((row) => row.domainKey))
    const learned = [...people].filter(([key]) => !own.has(key) && !key.startsWith('[') && !belongsToNobody(key))
    return {
      items: [
        ...declared.map(({ domain, domainKey }): ClientDomain => ({ domain, standing: 'declared', people: people.get(domainKey) ?? 0, of })),
        ...learned.map(([key, count]): ClientDomain => ({ domain: readableDomain(key), standing: refused.has(key) ? 'refused' : 'learned', people: count, of })),
      ],
    }
  }
  return {
    list,
    async judge(caller: Caller, clientId: string, { domain, standing }: BodyOf<'judgeClientDomain'>): Promise<{ items: ClientDomain[] }> {
      clientThere(clientId)
      const key = parseDomain(domain)?.domainKey
      if (!key) throw new AppError('invalid-request', { errors: [{ path: 'domain', message: `"${domain.slice(0, 100)}" can't be read as a domain` }] })
      const [declared, refused] = [known.declared(clientId), known.refused(clientId).includes(key)]
      const isDeclared = declared.some((row) => row.domainKey === key)
      if (standing === 'declared' && !isDeclared) await declare(caller, clientId, [...declared.map((row) => row.domain), domain])
      if (standing !== 'declared' && isDeclared) await declare(caller, clientId, declared.filter((row) => row.domainKey !== key).map((row) => row.domain))
      if (refused !== (standing === 'refused')) {
        const at = clock.now()
        await db.write(async (tx) => {
          await refuseDomain(tx, { clientId, domainKey: key, refused: standing === 'refused', at })
          await writeAudit(tx, { managerId: caller.id, noun: 'counterparty', nounId: clientId, action: standing === 'refused' ? 'domain-refused' : 'domain-asked-again', at, before: { domain: null }, after: { domain: key } })
        })
      }
      return list(clientId)
    },
  }
}
export type ClientDomains = ReturnType<typeof createClientDomains>
