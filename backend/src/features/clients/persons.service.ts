import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/client'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import { assertReferences } from '../../platform/db/references'
import type { Caller } from '../../platform/http/caller'
import { assertFresh } from '../../platform/http/etag'
import { uuidv7 } from '../../platform/ids'
import { toAddressFacts, toPhones } from './client-facts'
import type { AttributeValues, PersonRecord } from './client-records'
import type { ClientsDeps } from './counterparties.service'
import { insertPerson, updatePerson, type PersonFields } from './person-writes.repository'

type CreateBody = z.output<typeof contract.createPerson>
type PatchBody = z.output<typeof contract.patchPerson>

export function createPersonsService({ db, clients, clock, gained, checked, refuseErased }: ClientsDeps) {
  const get = (id: string): PersonRecord => {
    const person = clients.findPerson(id)
    if (!person) throw new AppError('not-found')
    return person
  }
  const check = (body: PatchBody) => assertReferences(db.sql, [{ table: 'Counterparty', field: 'counterpartyId', ids: [body.counterpartyId] }])
  const withChecked = ({ attributes, ...change }: Partial<PersonFields>, before: AttributeValues): Partial<PersonFields> =>
    (attributes ? { ...change, attributes: checked('person', attributes, before) } : change)
  return {
    get,
    async create(caller: Caller, body: CreateBody): Promise<PersonRecord> {
      check(body)
      const [id, at] = [uuidv7(), clock.now()]
      const fields = { ...blank, ...withChecked(changeOf(body), {}), name: body.name }
      await db.write(async (tx) => {
        refuseErased(fields.addresses.map((fact) => fact.addressKey))
        await insertPerson(tx, id, { at, managerId: caller.id, fields })
        await writeAudit(tx, { managerId: caller.id, noun: 'person', nounId: id, action: 'created', at, after: told(fields) })
      })
      gained(fields.addresses.map((fact) => fact.addressKey))
      return get(id)
    },
    async patch(caller: Caller, id: string, { body, ifMatch }: { body: PatchBody; ifMatch: string | null }): Promise<PersonRecord> {
      const { version, attributes, addresses } = get(id)
      const standing = new Set(toAddressFacts(addresses).map((fact) => fact.addressKey))
      assertFresh(ifMatch, version, { required: false })
      check(body)
      const [change, at] = [withChecked(changeOf(body), attributes), clock.now()]
      await db.write(async (tx) => {
        refuseErased((change.addresses ?? []).flatMap(({ addressKey }) => (standing.has(addressKey) ? [] : [addressKey])))
        const before = await updatePerson(tx, id, { change, at, managerId: caller.id, version: ifMatch === null || ifMatch.trim() === '*' ? null : version })
        if (!before) throw new AppError('stale')
        await writeAudit(tx, { managerId: caller.id, noun: 'person', nounId: id, action: 'changed', at, before: told(before), after: told(change) })
      })
      if (change.addresses || change.counterpartyId) gained(toAddressFacts(get(id).addresses).map((fact) => fact.addressKey))
      return get(id)
    },
  }
}
export type PersonsService = ReturnType<typeof createPersonsService>

const blank: PersonFields = { name: '', position: null, birthday: null, counterpartyId: null, addresses: [], phones: [], interests: null, acquaintance: null, dates: [], attributes: {} }

/** The request's words as the database's; what is not named stays as it is. */
function changeOf({ addresses, phones, ...rest }: PatchBody): Partial<PersonFields> {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<PersonFields>
  return { ...given, ...(addresses && { addresses: toAddressFacts(addresses) }), ...(phones && { phones: toPhones(phones) }) }
}

const told = ({ addresses, ...rest }: Partial<PersonFields>) => ({ ...rest, ...(addresses && { addresses: addresses.map((fact) => fact.address) }) })
