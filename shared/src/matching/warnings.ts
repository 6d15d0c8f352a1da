import { claimedNames, withHiddenShown } from './display-name'
import { readableDomain } from './domain-key'
import type { Hints, KnownDomain, Namesake } from './evidence'
import { suspectOf } from './evidence-keys'
import { isFreeMail } from './free-mail'
import { isLookAlike } from './look-alike'
import type { MatchWarning } from './match-result'
import type { OtherSide } from './other-side'

type Suspect = NonNullable<ReturnType<typeof suspectOf>>

/** Product rule 2.1.7, for a sender whose address is unknown. A warning never blocks and never matches. */
export function warningsFor(side: Pick<OtherSide, 'direction' | 'main' | 'sender'>, hints: Hints): MatchWarning[] {
  const suspect = suspectOf(side)
  if (!suspect) return []
  return [lookAlikeDomain(suspect, hints), nameOfKnownClient(suspect, hints)].filter((warning) => warning !== null)
}

function lookAlikeDomain(suspect: Suspect, { similarDomains, domainOwners }: Hints): MatchWarning | null {
  const domainKey = suspect.keys?.domainKey
  if (!domainKey || isFreeMail(domainKey)) return null
  const known = [...similarDomains, ...domainOwners].some((one) => one.domainKey === domainKey)
  const imitated = suspect.disguised
    ? similarDomains.find((one) => one.domainKey === domainKey || isLookAlike(domainKey, one.domainKey))
    : known ? undefined : similarDomains.find((one) => !isFreeMail(one.domainKey) && isLookAlike(domainKey, one.domainKey))
  return imitated ? { code: 'look-alike-domain', counterpartyId: imitated.counterpartyId, facts: facts(suspect, imitated) } : null
}

/** A client's name, or a client's address in place of a name, over an address that is not theirs. */
function nameOfKnownClient(suspect: Suspect, hints: Hints): MatchWarning | null {
  const mailboxKey = suspect.keys?.mailboxKey
  if (hints.subAddresses.some((hit) => hit.mailboxKey === mailboxKey)) return null
  const names = new Set(claimedNames(suspect.name))
  const borrowed = [...hints.addressesInName, ...hints.namesakes.filter((one) => names.has(one.nameKey))]
  const [first] = borrowed
  if (!first || (!suspect.disguised && borrowed.some((one) => comesFrom(one, suspect)))) return null
  return { code: 'name-of-known-client', counterpartyId: first.counterpartyId, facts: facts(suspect, first) }
}

/** A provider's domain says nothing: another address at gmail.com is no proof of being the same person. */
function comesFrom({ domainKeys }: Namesake, { keys }: Suspect): boolean {
  return keys !== null && domainKeys.includes(keys.domainKey) && !isFreeMail(keys.domainKey)
}

function facts({ name, address, keys, disguised }: Suspect, known: KnownDomain | Namesake): MatchWarning['facts'] {
  const knownDomain = 'domainKey' in known ? known.domainKey : (known.domainKeys[0] ?? '')
  return {
    name: 'name' in known ? known.name : name, counterparty: known.counterparty, address: keys && !disguised ? keys.address : withHiddenShown(address),
    domain: disguised ? withHiddenShown(address.slice(address.lastIndexOf('@') + 1)) : keys ? shown(keys.domainKey) : '', knownDomain: readableDomain(knownDomain),
  }
}

/** Letters that fool the eye are shown with the form that does not. */
function shown(domainKey: string): string {
  const readable = readableDomain(domainKey)
  return readable === domainKey ? domainKey : `${readable} (${domainKey})`
}
