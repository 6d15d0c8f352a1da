import type { AddressKeys } from '@counterpane/shared/matching/address'
import { nameKey } from '../../platform/text/kept-keys'
import { importProblems } from './import-problems'
import type { Base, BaseKeys, BatchPlan, ClientFields, Kept, Known, PersonFields, Problem, RowOutcome } from './imports.types'
import { mergeClient, mergePerson, newClient, newPerson, toClientFields, toPersonFields } from './merging'
import type { ClientDraft, PersonDraft, RowDraft } from './row-reading'

/** By what the rows of a batch may be known already. */
export function keysOf(drafts: readonly RowDraft[]): BaseKeys {
  const clients = drafts.flatMap(({ client }) => client ?? [])
  const persons = drafts.flatMap(({ person }) => person ?? [])
  return {
    taxKeys: clients.flatMap((client) => client.taxKey ?? []), addressKeys: [...clients, ...persons].flatMap((one) => one.addresses.map((address) => address.addressKey)),
    clientNames: clients.map((client) => nameKey(client.name)).filter(Boolean), personNames: persons.map((person) => nameKey(person.name)).filter(Boolean),
  }
}

/**
 * What becomes of the base when these rows are taken over, one after the other: a row finds what an earlier one has made. Nothing is asked and nothing written here.
 * A client is known by its tax number, else by an address of its own or of its people, else, when the row gives neither or tells of a person, by its name.
 */
export function planBatch(drafts: readonly RowDraft[], base: Base, newId: () => string): BatchPlan & { outcomes: RowOutcome[]; problems: Problem[] } {
  const clients = new Map<string, Kept<ClientFields>>()
  const persons = new Map<string, Kept<PersonFields>>()
  const index = { tax: copied(base.byTax), name: copied(base.byName), clientsAt: copied(base.clientsAt), personsAt: copied(base.personsAt), personsNamed: copied(base.personsNamed) }
  const problems: Problem[] = []

  const client = (id: string): Kept<ClientFields> | null => clients.get(id) ?? keep(clients, id, base.clients.get(id), toClientFields)
  const person = (id: string): Kept<PersonFields> | null => persons.get(id) ?? keep(persons, id, base.persons.get(id), toPersonFields)

  function findClient(draft: ClientDraft, of: PersonDraft | null): string | null {
    const addresses = [...draft.addresses, ...of?.addresses ?? []].map((address) => address.addressKey)
    const byTax = draft.taxKey === null ? undefined : index.tax.get(draft.taxKey)?.[0]
    const atClients = addresses.flatMap((key) => index.clientsAt.get(key) ?? [])
    const atPersons = addresses.flatMap((key) => index.personsAt.get(key) ?? []).flatMap((id) => person(id)?.after.counterpartyId ?? [])
    const known = byTax ?? preferNamed(atClients, draft.name) ?? preferNamed(atPersons, draft.name)
    if (known !== undefined) return known
    const byNameOnly = (draft.taxKey === null && draft.addresses.length === 0) || of !== null
    // Another tax number is another client, whatever the name.
    return byNameOnly ? index.name.get(nameKey(draft.name))?.find((id) => { const tax = client(id)?.after.taxNumber; return draft.taxKey === null || tax === null }) ?? null : null
  }
  const preferNamed = (ids: readonly string[], name: string) => ids.find((id) => nameKey(client(id)?.after.name ?? '') === nameKey(name)) ?? ids[0]

  function findPerson(draft: PersonDraft, clientId: string | null): { id: string; isOther: boolean } | null {
    const at = draft.addresses.flatMap(({ addressKey }) => index.personsAt.get(addressKey) ?? [])
    const namesake = at.find((id) => shareAWord(person(id)?.after.name ?? '', draft.name))
    if (namesake !== undefined) return { id: namesake, isOther: false }
    const [other] = at
    // Two people of one client may share an address; without a client it must be the one who has it.
    if (other !== undefined && clientId === null) return { id: other, isOther: true }
    const named = index.personsNamed.get(nameKey(draft.name))?.find((id) => person(id)?.after.counterpartyId === clientId && (clientId !== null || draft.addresses.length === 0))
    return named === undefined ? null : { id: named, isOther: false }
  }

  const outcomes = drafts.map((draft): RowOutcome => {
    problems.push(...draft.problems)
    if (draft.isRefused) return { row: draft.row, outcome: 'skipped', clientId: null, personId: null, known: null }
    let isKnown = false
    let clientId: string | null = null
    let known: Known | null = null
    if (draft.client) {
      const found = findClient(draft.client, draft.person)
      isKnown = found !== null
      clientId = found ?? newId()
      const kept = found === null ? null : client(found)
      // A row that brings another person to a client that is known tells of somebody new.
      if (kept && !draft.person) known = { noun: 'counterparty', id: kept.id, name: kept.after.name }
      clients.set(clientId, kept ? { ...kept, after: mergeClient(kept.after, draft.client, ownAddresses(clientId, draft.client.addresses)) } : { id: clientId, before: null, after: newClient(draft.client) })
      learn(index.tax, draft.client.taxKey, clientId)
      learn(index.name, nameKey(draft.client.name), clientId)
      for (const { addressKey } of draft.client.addresses) learn(index.clientsAt, addressKey, clientId)
    }
    const personId = draft.person ? takePerson(draft, draft.person, clientId) : null
    if (personId?.known && clientId === null) isKnown = true
    return { row: draft.row, outcome: isKnown ? 'updated' : 'created', clientId, personId: personId?.id ?? null, known: personId?.known ?? known }
  })

  /** An address that stands with one of the client's people already stays theirs alone. */
  function ownAddresses(clientId: string, addresses: readonly AddressKeys[]) {
    return addresses.filter(({ addressKey }) => !(index.personsAt.get(addressKey) ?? []).some((id) => person(id)?.after.counterpartyId === clientId))
  }
  function takePerson({ row }: RowDraft, draft: PersonDraft, clientId: string | null) {
    const found = findPerson(draft, clientId)
    const id = found?.id ?? newId()
    const kept = found === null ? null : person(found.id)
    if (found?.isOther && kept) problems.push({ row, field: 'personName', message: importProblems.otherPerson(kept.after.name) })
    persons.set(id, kept ? { ...kept, after: mergePerson(kept.after, draft, { clientId, keepName: found?.isOther ?? false }) } : { id, before: null, after: newPerson(draft, clientId) })
    for (const { addressKey } of draft.addresses) learn(index.personsAt, addressKey, id)
    learn(index.personsNamed, nameKey(draft.name), id)
    return { id, known: kept && { noun: 'person' as const, id, name: kept.after.name } }
  }
  return { clients: changed(clients), persons: changed(persons), outcomes, problems }
}

const copied = (map: ReadonlyMap<string, string[]>) => new Map([...map].map(([key, ids]) => [key, [...ids]]))
function learn(map: Map<string, string[]>, key: string | null, id: string) {
  if (key === null || key === '') return
  const ids = map.get(key) ?? []
  if (!ids.includes(id)) map.set(key, [...ids, id])
}
function keep<R, F>(kept: Map<string, Kept<F>>, id: string, record: R | undefined, toFields: (record: R) => F): Kept<F> | null {
  if (record === undefined) return null
  const fields = toFields(record)
  const one = { id, before: fields, after: fields }
  kept.set(id, one)
  return one
}
const changed = <F>(kept: ReadonlyMap<string, Kept<F>>) => [...kept.values()].filter(({ before, after }) => before === null || JSON.stringify(before) !== JSON.stringify(after))
const shareAWord = (a: string, b: string) => { const words = new Set(nameKey(a).split(' ')); return nameKey(b).split(' ').some((word) => word !== '' && words.has(word)) }
