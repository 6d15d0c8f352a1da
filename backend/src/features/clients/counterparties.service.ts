import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/client'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Clock } from '../../ports/clock'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import type { Caller } from '../../platform/http/caller'
import { assertFresh } from '../../platform/http/etag'
import { uuidv7 } from '../../platform/ids'
import { toAddressFacts, toDomainFacts, toPhones } from './client-facts'
import type { AttributeValues, CounterpartyRecord } from './client-records'
import type { ClientsRepository } from './clients.repository'
import { insertCounterparty, updateCounterparty, type CounterpartyFields } from './counterparty-writes.repository'

/** `gained`: hears of the addresses by which a client or a person is known from now on. `refuseErased`: throws when somebody with one of them was erased. */
export interface ClientsDeps { db: Db; clients: ClientsRepository; clock: Clock; gained: (addressKeys: readonly string[]) => void; checked: CheckAttributes; refuseErased: (addressKeys: readonly string[]) => void }
/** Attributes as they may be kept; throws naming those that do not fit their definitions. `before`: what stands already, and may go on standing. */
export type CheckAttributes = (noun: 'counterparty' | 'person', given: AttributeValues, before: AttributeValues) => AttributeValues
type CreateBody = z.output<typeof contract.createCounterparty>
type PatchBody = z.output<typeof contract.patchCounterparty>

export function createCounterpartiesService({ db, clients, clock, gained, checked, refuseErased }: ClientsDeps) {
  const get = (id: string): CounterpartyRecord => {
    const counterparty = clients.findCounterparty(id)
    if (!counterparty) throw new AppError('not-found')
    return counterparty
  }
  const check = (body: PatchBody) => assertReferences(db.sql, [{ table: 'Manager', field: 'managerId', ids: [body.managerId] }, { table: 'AdSource', field: 'adSourceId', ids: [body.adSourceId] }])
  const withChecked = ({ attributes, ...change }: Partial<CounterpartyFields>, before: AttributeValues): Partial<CounterpartyFields> =>
    (attributes ? { ...change, attributes: checked('counterparty', attributes, before) } : change)
  return {
    get,
    async create(caller: Caller, body: CreateBody): Promise<CounterpartyRecord> {
      check(body)
      const [id, at] = [uuidv7(), clock.now()]
      const fields = { ...blank, ...withChecked(changeOf(body), {}), name: body.name }
      await db.write(async (tx) => {
        refuseErased(fields.addresses.map((fact) => fact.addressKey))
        await insertCounterparty(tx, id, { at, managerId: caller.id, fields })
        await writeAudit(tx, { managerId: caller.id, noun: 'counterparty', nounId: id, action: 'created', at, after: told(fields) })
      })
      gained(fields.addresses.map((fact) => fact.addressKey))
      return get(id)
    },
    async patch(caller: Caller, id: string, { body, ifMatch }: { body: PatchBody; ifMatch: string | null }): Promise<CounterpartyRecord> {
      const { version, attributes, addresses } = get(id)
      const standing = new Set(toAddressFacts(addresses).map((fact) => fact.addressKey))
      assertFresh(ifMatch, version, { required: false })
      check(body)
      const [change, at] = [withChecked(changeOf(body), attributes), clock.now()]
      await db.write(async (tx) => {
        refuseErased((change.addresses ?? []).flatMap(({ addressKey }) => (standing.has(addressKey) ? [] : [addressKey])))
        const before = await updateCounterparty(tx, id, { change, at, managerId: caller.id, version: ifMatch === null || ifMatch.trim() === '*' ? null : version })
        if (!before) throw new AppError('stale')
        await writeAudit(tx, { managerId: caller.id, noun: 'counterparty', nounId: id, action: 'changed', at, before: told(before), after: told(change) })
      })
      if (change.addresses) gained(change.addresses.map((fact) => fact.addressKey))
      return get(id)
    },
  }
}
export type CounterpartiesService = ReturnType<typeof createCounterpartiesService>

const blank: CounterpartyFields = { name: '', kind: 'client', class: null, vip: false, industry: null, region: null, taxNumber: null, managerId: null, addresses: [], domains: [], phones: [],
  status: null, turnover: null, loyalty: null, competitors: null, adSourceId: null, attributes: {} }

/** The request's words as the database's; what is not named stays as it is. */
function changeOf({ addresses, domains, phones, ...rest }: PatchBody): Partial<CounterpartyFields> {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<CounterpartyFields>
  return { ...given, ...(addresses && { addresses: toAddressFacts(addresses) }), ...(domains && { domains: toDomainFacts(domains) }), ...(phones && { phones: toPhones(phones) }) }
}

/** As the audit trail tells it: addresses and domains without their keys. */
const told = ({ addresses, domains, ...rest }: Partial<CounterpartyFields>) =>
  ({ ...rest, ...(addresses && { addresses: addresses.map((fact) => fact.address) }), ...(domains && { domains: domains.map((fact) => fact.domain) }) })
