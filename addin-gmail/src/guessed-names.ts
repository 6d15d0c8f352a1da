import { parseAddress } from '@counterpane/shared/matching/address'
import { readableDomain } from '@counterpane/shared/matching/domain-key'
import { belongsToNobody } from '@counterpane/shared/matching/free-mail'

const capital = (word: string) => word.replace(/^./u, (first) => first.toUpperCase())

/** A first guess at a client's name from the domain of an address; '' for mail that anybody gets. It only fills a field, and is marked as a guess. */
export function guessedClientName(address: string): string {
  const keys = parseAddress(address)
  if (!keys || keys.hostKey.startsWith('[') || !keys.domainKey.includes('.') || belongsToNobody(keys.domainKey)) return ''
  return capital(readableDomain(keys.domainKey).split('.')[0] ?? '')
}

/** The name as the email gives it; where it gives none, the words before the @. */
export function guessedPersonName(name: string, address: string): string {
  const given = name.trim()
  if (given !== '' && !given.includes('@')) return given
  const [local = '', domain] = address.split('@')
  return domain ? local.split(/[._-]+/).filter((word) => word !== '').map(capital).join(' ') : ''
}
