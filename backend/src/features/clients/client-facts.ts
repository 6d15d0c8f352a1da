import { AppError, type FieldProblem } from '@counterpane/shared/errors/app-error'
import { parseDomain, readableDomain } from '@counterpane/shared/matching/domain-key'
import { foldForSearch } from '@counterpane/shared/text/search-fold'
import { nameKey, parseAddress } from '../../platform/text/kept-keys'

export interface AddressFact { address: string; addressKey: string; mailboxKey: string; domainKey: string }
export interface DomainFact { domain: string; domainKey: string }

/** The addresses of one owner, each once, in the order given. Throws `invalid-request` naming every one that can't be read. */
export function toAddressFacts(addresses: readonly string[]): AddressFact[] {
  const facts = readAll(addresses, 'addresses', (raw) => {
    const keys = parseAddress(raw)
    return keys && { address: keys.address, addressKey: keys.addressKey, mailboxKey: keys.mailboxKey, domainKey: keys.domainKey }
  })
  return uniqueBy(facts, (fact) => fact.addressKey)
}

/** Declared domains in letters, each registrable one once: its sub-domains belong to the same client anyway. */
export function toDomainFacts(domains: readonly string[]): DomainFact[] {
  const facts = readAll(domains, 'domains', (raw) => {
    const keys = parseDomain(raw)
    return keys?.hostKey.includes('.') ? { domain: readableDomain(keys.hostKey), domainKey: keys.domainKey } : null
  })
  return uniqueBy(facts, (fact) => fact.domainKey)
}

export const toPhones = (phones: readonly string[]) => [...new Set(phones)]

function readAll<T>(texts: readonly string[], field: 'addresses' | 'domains', read: (raw: string) => T | null): T[] {
  const facts = texts.map(read)
  const what = field === 'addresses' ? 'an e-mail address' : 'a domain'
  const errors = facts.flatMap((fact, i): FieldProblem[] => (fact === null ? [{ path: `${field}.${i}`, message: `"${(texts[i] ?? '').slice(0, 100)}" can't be read as ${what}` }] : []))
  if (errors.length > 0) throw new AppError('invalid-request', { detail: errors[0]?.message, errors: errors.slice(0, 20) })
  return facts.filter((fact) => fact !== null)
}

const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string) => [...new Map([...items].reverse().map((item) => [keyOf(item), item])).values()].reverse()

/** In characters: lists page by this key, and a cursor must hold it in any script. */
const nameKeyMax = 300

interface Searched { name: string; taxNumber?: string | null; addresses: readonly { address: string; addressKey: string }[]; domains?: readonly DomainFact[]; phones: readonly string[] }

/** What the search of the base reads. An international domain is found in letters and in ASCII, a phone also by its bare digits. */
export function searchKeysOf({ name, taxNumber = null, addresses, domains = [], phones }: Searched): { nameKey: string; searchText: string } {
  const spellings = [
    name, taxNumber ?? '',
    ...addresses.flatMap(({ address, addressKey }) => [address, addressKey, readable(addressKey)]),
    ...domains.flatMap(({ domain, domainKey }) => [domain, domainKey]),
    ...phones.flatMap((phone) => [phone, phone.replace(/\D/g, '')]),
  ].map(foldForSearch)
  return { nameKey: [...nameKey(name)].slice(0, nameKeyMax).join(''), searchText: [...new Set(spellings)].filter((text) => text !== '').join(' ') }
}

const readable = (addressKey: string) => {
  const at = addressKey.lastIndexOf('@') + 1
  return addressKey.slice(0, at) + readableDomain(addressKey.slice(at))
}
