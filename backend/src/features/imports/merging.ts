import type { AddressKeys } from '@counterpane/shared/matching/address'
import { parseAddress } from '@counterpane/shared/matching/address'
import { parseDomain } from '@counterpane/shared/matching/domain-key'
import type { BaseClient, BasePerson, ClientFields, PersonFields } from './imports.types'
import type { ClientDraft, PersonDraft } from './row-reading'

export const toClientFields = ({ id: _id, version: _version, manager, name, kind, class: grade, vip, industry, region, taxNumber, addresses, domains, phones }: BaseClient): ClientFields =>
  ({ name, kind, class: grade, vip, industry, region, taxNumber, managerId: manager?.id ?? null, addresses, domains, phones })
export const toPersonFields = ({ name, position, birthday, counterparty, addresses, phones }: BasePerson): PersonFields => ({ name, position, birthday, counterpartyId: counterparty?.id ?? null, addresses, phones })

const blank: ClientFields = { name: '', kind: 'client', class: null, vip: false, industry: null, region: null, taxNumber: null, managerId: null, addresses: [], domains: [], phones: [] }
/** A client that has no name of its own is called by its number. */
export const newClient = (draft: ClientDraft): ClientFields => mergeClient({ ...blank, name: draft.taxNumber ?? '' }, draft, draft.addresses)

/** What the row says counts; what it leaves open stays. Addresses, domains and phones come to those that are there. */
export function mergeClient(client: ClientFields, draft: ClientDraft, addresses: readonly AddressKeys[]): ClientFields {
  return {
    name: draft.name || client.name, kind: draft.kind ?? client.kind, class: draft.class ?? client.class, vip: draft.vip ?? client.vip, industry: draft.industry ?? client.industry, region: draft.region ?? client.region,
    taxNumber: draft.taxNumber ?? client.taxNumber, managerId: draft.managerId ?? client.managerId,
    addresses: joined(client.addresses, addresses.map((one) => one.address), addressKey), domains: joined(client.domains, draft.domains, domainKey), phones: joined(client.phones, draft.phones, digits),
  }
}

export const newPerson = (draft: PersonDraft, clientId: string | null): PersonFields =>
  mergePerson({ name: draft.name, position: null, birthday: null, counterpartyId: clientId, addresses: [], phones: [] }, draft, { clientId, keepName: false })

export function mergePerson(person: PersonFields, draft: PersonDraft, { clientId, keepName }: { clientId: string | null; keepName: boolean }): PersonFields {
  return {
    name: keepName ? person.name : draft.name, position: draft.position ?? person.position, birthday: draft.birthday ?? person.birthday, counterpartyId: clientId ?? person.counterpartyId,
    addresses: joined(person.addresses, draft.addresses.map((one) => one.address), addressKey), phones: joined(person.phones, draft.phones, digits),
  }
}

const most = 200
const addressKey = (text: string) => parseAddress(text)?.addressKey ?? text
const domainKey = (text: string) => parseDomain(text)?.domainKey ?? text
const digits = (text: string) => text.replace(/\D/g, '') || text
function joined(old: readonly string[], more: readonly string[], keyOf: (text: string) => string): string[] {
  const known = new Set(old.map(keyOf))
  const fresh = more.filter((text) => { const key = keyOf(text); const isNew = !known.has(key); known.add(key); return isNew })
  return fresh.length === 0 ? [...old] : [...old, ...fresh].slice(0, most)
}
