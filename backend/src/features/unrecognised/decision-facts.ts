import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Tx } from '../../platform/db/database'
import { clientFacts, clientsAt, personFacts, personsAt, type ClientBody, type DecisionNote } from './sender-decisions.repository'
import type { Signed, UnrecognisedNeeds } from './unrecognised.types'

interface Facts {
  body: ClientBody; client: { id: string; name: string; made: boolean }; persons: readonly { id: string; addressKey: string }[]; addressKeys: readonly string[]
  signed: Signed; setId: string; needs: UnrecognisedNeeds
}

/** As many as a client's card holds; beyond it the domain speaks for the rest. */
const mostAddresses = 200

/** By these addresses what comes next is filed by itself: those of named people stand with them, all others with the client, each only where nobody has it yet. */
export async function keepFacts(tx: Tx, { body, client, persons, addressKeys, signed, setId, needs }: Facts): Promise<{ note: Partial<DecisionNote> }> {
  const own = new Set(persons.map((person) => person.addressKey))
  const taken = new Set([...await personsAt(tx, addressKeys), ...await clientsAt(tx, addressKeys)].map((row) => row.addressKey))
  for (const { id, addressKey } of persons) await write(needs.writePersonAddresses(tx, id, needs.toAddressFacts([addressKey]), signed))
  const erased = new Set(needs.erasedOf(addressKeys))
  const free = addressKeys.filter((addressKey) => !taken.has(addressKey) && !own.has(addressKey) && !erased.has(addressKey))
  const personId = body.decision === 'this-is' ? body.personId ?? null : null
  const gained = personId === null ? null : await giveToPerson(tx, personId, free, { signed, setId, needs })
  const standing = await clientFacts(tx, client.id)
  if (!standing) throw new AppError('not-found')
  const addresses = gained ? [] : needs.toAddressFacts(free).slice(0, Math.max(0, mostAddresses - standing.addresses.length))
  const { group, alsoDomain = group.kind === 'domain' } = body
  const domains = group.kind === 'domain' && alsoDomain && !standing.domains.some(({ domainKey }) => domainKey === group.value) ? needs.toDomainFacts([group.value]) : []
  if (addresses.length + domains.length > 0) {
    const after = { addresses: [...standing.addresses, ...addresses], domains: [...standing.domains, ...domains] }
    await write(needs.writeClientFacts(tx, client.id, after, signed))
    await writeAudit(tx, { ...signed, noun: 'counterparty', nounId: client.id, action: 'changed', setId, before: told(standing), after: told(after) })
  }
  return { note: { addressKeys: [...addresses.map((fact) => fact.addressKey), ...gained?.addressKeys ?? [], ...own], domainKeys: domains.map((fact) => fact.domainKey), person: gained, counterparty: { ...client, name: standing.name } } }
}

async function giveToPerson(tx: Tx, id: string, addressKeys: readonly string[], { signed, setId, needs }: Pick<Facts, 'signed' | 'setId' | 'needs'>) {
  const person = await personFacts(tx, id)
  if (!person) throw new AppError('not-found')
  const after = { addresses: [...person.addresses, ...needs.toAddressFacts(addressKeys).slice(0, Math.max(0, mostAddresses - person.addresses.length))] }
  if (after.addresses.length > person.addresses.length) {
    await write(needs.writePersonAddresses(tx, id, after.addresses, signed))
    await writeAudit(tx, { ...signed, noun: 'person', nounId: id, action: 'changed', setId, before: { addresses: told(person).addresses }, after: { addresses: told(after).addresses } })
  }
  return { id, addressKeys: after.addresses.slice(person.addresses.length).map((fact) => fact.addressKey) }
}

const told = ({ addresses, domains }: { addresses: readonly { address: string }[]; domains?: readonly { domain: string }[] }) =>
  ({ addresses: addresses.map(({ address }) => address), ...(domains && { domains: domains.map(({ domain }) => domain) }) })

async function write(written: Promise<boolean>): Promise<void> {
  if (!(await written)) throw new AppError('conflict')
}
