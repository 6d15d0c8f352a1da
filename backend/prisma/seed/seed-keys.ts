import { foldForSearch } from '@counterpane/shared/text/search-fold'
import { parseAddress } from '@counterpane/shared/matching/address'

export interface AddressKeys { address: string; addressKey: string; mailboxKey: string; domainKey: string }

const plain = /^[a-z0-9.]+@([a-z0-9-]+\.example)$/

/** Keys exactly as the product makes them. Plain generated addresses at a two-label .example domain are their own keys, which a test compares with `parseAddress`. */
export function addressKeys(address: string): AddressKeys {
  const domainKey = plain.exec(address)?.[1]
  if (domainKey !== undefined) return { address, addressKey: address, mailboxKey: address, domainKey }
  const parsed = parseAddress(address)
  if (!parsed) throw new Error(`the seed holds an unreadable address: ${address}`)
  return { address: parsed.address, addressKey: parsed.addressKey, mailboxKey: parsed.mailboxKey, domainKey: parsed.domainKey }
}

/** What the search of the base reads, as the product keeps it: also domains, the ASCII form of addresses, and phones by their bare digits. */
export function searchTextOf(name: string, { addresses, phones, domains = [] }: { addresses: readonly string[]; phones: readonly string[]; domains?: readonly string[] }): string {
  const spellings = [name, ...addresses, ...addresses.map((address) => addressKeys(address).addressKey), ...domains, ...domains.map(domainKeyOf), ...phones, ...phones.map((phone) => phone.replace(/\D/g, ''))]
  return [...new Set(spellings.map(foldForSearch))].filter((text) => text !== '').join(' ')
}

export const domainKeyOf = (domain: string) => addressKeys(`x@${domain}`).domainKey
