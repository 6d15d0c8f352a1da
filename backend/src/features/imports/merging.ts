import type { AddressKeys } from '@counterpane/shared/matching/address'
import { parseDomain } from '@counterpane/shared/matching/domain-key'
import { parseAddress } from '../../platform/text/kept-keys'
import type { BaseClient, BasePerson, ClientFields, PersonFields } from './imports.types'
import type { ClientDraft, PersonDraft } from './row-reading'

export const toClientFields = ({ name, kind, class: grade, vip, industry, region, taxNumber, status, turnover, loyalty, competitors, adSource, manager, addresses, domains, phones }: BaseClient): ClientFields =>
  ({ name, kind, class: grade, vip, industry, region, taxNumber, status, turnover, loyalty, competitors, adSourceId: adSource?.id ?? null, managerId: manager?.id ?? null, addresses, domains, phones })
export const toPersonFields = ({ name, position, birthday, interests, acquaintance, counterparty, addresses, phones }: BasePerson): PersonFields =>
  ({ name, position, birthday, interests, acquaintance, counterpartyId: counterparty?.id ?? null, addresses, phones })

const blank: ClientFields = {
  name: '', kind: 'client', class: null, vip: false, industry: null, region: null, taxNumber: null, status: null, turnover: null, loyalty: null, competitors: null, adSourceId: null, managerId: null, addresses: [], domains: [], phones: [],
}
/** A client that has no name of its own is called by its number. */
export const newClient = (draft: ClientDraft): ClientFields => mergeClient({ ...blank, name: draft.taxNumber ?? '' }, draft, draft.addresses)

/** What the row says counts; what it leaves open stays. Addresses, domains and phones come to those that are there. */
export function mergeClient(client: ClientFields, draft: ClientDraft, addresses: readonly AddressKeys[]): ClientFields {
  return {
    name: draft.name || client.name, kind: draft.kind ?? client.kind, class: draft.class ?? client.class, vip: draft.vip ?? client.vip, industry: draft.industry ?? client.industry, region: draft.region ?? client.region,
    taxNumber: draft.taxNumber ?? client.taxNumber, status: draft.status ?? client.status, turnover: draft.turnover ?? client.turnover, loyalty: draft.loyalty ?? client.loyalty, competitors: draft.competitors ?? client.competitors,
    adSourceId: draft.adSourceId ?? client.adSourceId, managerId: draft.managerId ?? client.managerId,
    addresses: joined(client.addresses, addresses.map((one) => one.address), addressKey), domains: joined(client.domains, draft.domains, domainKey), phones: joined(client.phones, draft.phones, digits),
  }
}

export const newPerson = (draft: PersonDraft, clientId: string | null): PersonFields =>
  mergePerson({ name: draft.name, position: null, birthday: null, interests: null, acquaintance: null, counterpartyId: clientId, addresses: [], phones: [] }, draft, { clientId, keepName: false })

export function mergePerson(person: PersonFields, draft: PersonDraft, { clientId, keepName }: { clientId: string | null; keepName: boolean }): PersonFields {
  return {
    name: keepName ? person.name : draft.name, position: draft.position ?? person.position, birthday: draft.birthday ?? person.birthday, interests: draft.interests ?? person.interests, acquaintance: draft.acquaintance ?? person.acquaintance,
    counterpartyId: clientId ?? person.counterpartyId, addresses: joined(person.addresses, draft.addresses.map((one) => one.address), addressKey), phones: joined(person.phones, draft.phones, digits),
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
