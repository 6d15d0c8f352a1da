import type { MatchKind, MatchRule } from '../domain/codes'
import { createCandidates, inContactLastFirst } from './candidates'
import type { Choice, DomainOwner, ExactEvidence, Hints, Hit, SubAddressHit, Target } from './evidence'
import { domainsAbove } from './domain-key'
import { hintPartiesMax } from './evidence-keys'
import { belongsToNobody } from './free-mail'
import type { MatchResult } from './match-result'
import type { OtherSide, Outsider } from './other-side'
import { warningsFor } from './warnings'

type Side = Pick<OtherSide, 'direction' | 'main' | 'others' | 'internalOnly' | 'sender'>
type Reason = MatchResult['reason']
const noEvidence: ExactEvidence = { persons: [], counterparties: [], choices: [], blocked: new Set() }

/** Who the message is about, by what is known for certain (product rules 2.1.2, 2.1.3, 2.1.5). Null: nothing is, ask for hints. */
export function matchExactly(side: Side, evidence: ExactEvidence): MatchResult | null {
  if (side.internalOnly) return verdict('internal', 'own-organisation')
  const main = notBlocked(side.main, evidence)
  if (main.length === 0 && side.main.length > 0) return verdict('none', 'blocked')
  const certain = findCertain(main, evidence)
  if (!certain) return null
  const candidates = createCandidates(certain.target)
  const [persons, counterparties] = [byAddress(evidence.persons), byAddress(evidence.counterparties)]
  for (const party of main) candidates.add(persons(party))
  for (const party of main) candidates.add(counterparties(party))
  addOthers(candidates, side, evidence)
  return verdict(certain.target.personId ? 'person' : 'counterparty', certain.rule, { target: certain.target, candidates: candidates.list(), reason: certain.reason })
}

/** Suggestions, clearly marked, when nothing exact was found (product rule 2.1.4), and warnings (2.1.7). `evidence` is what `matchExactly` was given. */
export function matchByHints(side: Side, hints: Hints, evidence: ExactEvidence = noEvidence): MatchResult {
  const main = notBlocked(side.main, evidence).slice(0, hintPartiesMax)
  const guess = guessBySubAddress(main, hints) ?? guessByDomain(main, hints)
  const candidates = createCandidates(guess?.target ?? null)
  candidates.add(guess?.rest ?? [])
  addOthers(candidates, side, evidence)
  const common = { candidates: candidates.list(), warnings: warningsFor(side, hints) }
  return guess ? verdict('suggestion', guess.rule, { ...common, target: guess.target, reason: guess.reason }) : verdict('none', 'none', common)
}

interface Certain { target: Target; rule: MatchRule; reason: Reason }

/** A choice said for an address counts like a person found by it, and before one: the order of the recipients decides among several. */
function findCertain(main: readonly Outsider[], evidence: ExactEvidence): Certain | null {
  const [persons, counterparties] = [byAddress(evidence.persons), byAddress(evidence.counterparties)]
  for (const party of main) {
    const choice = evidence.choices.find((one) => one.addressKey === party.keys.addressKey && (one.personId ?? one.counterpartyId) !== null)
    if (choice) return { target: chosen(choice, evidence), rule: 'remembered-choice', reason: { setBy: choice.setBy, setAt: choice.setAt, address: party.keys.address } }
    const [person] = persons(party)
    if (person) return { target: targetOf(person), rule: 'person-address', reason: { address: party.keys.address } }
  }
  for (const party of main) {
    const [counterparty] = counterparties(party)
    if (counterparty) return { target: targetOf(counterparty), rule: 'counterparty-address', reason: { address: party.keys.address } }
  }
  return null
}

/** A person found carries their counterparty, a chosen one too. */
function chosen(choice: Choice, { persons }: ExactEvidence): Target {
  const known = choice.counterpartyId === null ? persons.find((hit) => hit.personId === choice.personId) : undefined
  return { personId: choice.personId, counterpartyId: choice.counterpartyId ?? known?.counterpartyId ?? null }
}

interface Guess extends Certain { rest: Target[] }

function guessBySubAddress(main: readonly Outsider[], { subAddresses }: Hints): Guess | null {
  for (const { keys } of main) {
    const hits = subAddresses.filter((hit) => hit.mailboxKey === keys.mailboxKey)
    const [first, ...rest]: SubAddressHit[] = [...inContactLastFirst(hits.filter((hit) => hit.personId !== null)), ...inContactLastFirst(hits.filter((hit) => hit.personId === null))]
    if (first) return { target: targetOf(first), rest, rule: 'sub-address', reason: { address: first.address } }
  }
  return null
}

function guessByDomain(main: readonly Outsider[], { domainOwners }: Hints): Guess | null {
  for (const { keys } of main) {
    const owners = domainOwners.filter((owner) => owner.domainKey === keys.domainKey && (owner.declared || owner.people > 0)).sort(byClaim)
    const [first, ...rest] = owners
    if (!first || belongsToNobody(keys.domainKey) || belongsToNobody(keys.hostKey)) continue
    const { people, peopleAtDomain, declared, domainKey } = first
    return { target: ownerTarget(first), rest: rest.filter((owner) => equalClaim(owner, first)).map(ownerTarget), rule: 'counterparty-domain', reason: { domain: domainKey, people, peopleAtDomain, declared } }
  }
  return null
}

const byClaim = (a: DomainOwner, b: DomainOwner): number =>
  Number(b.declared) - Number(a.declared) || b.people - a.people || (a.counterpartyId < b.counterpartyId ? -1 : 1)
const equalClaim = (a: DomainOwner, b: DomainOwner): boolean => a.declared === b.declared && (a.declared || a.people === b.people)
const ownerTarget = ({ counterpartyId }: DomainOwner): Target => ({ personId: null, counterpartyId })
const targetOf = ({ personId, counterpartyId }: Target): Target => ({ personId, counterpartyId })

/** To and Cc outsiders of a received message: offered after the main ones, they never decide. */
function addOthers(candidates: ReturnType<typeof createCandidates>, side: Side, evidence: ExactEvidence): void {
  const [persons, counterparties] = [byAddress(evidence.persons), byAddress(evidence.counterparties)]
  for (const party of notBlocked(side.others, evidence)) candidates.add(persons(party).length > 0 ? persons(party) : counterparties(party))
}

/** Whom an address belongs to, in contact last first. */
function byAddress(hits: readonly Hit[]): (party: Outsider) => readonly Hit[] {
  const found = new Map<string, Hit[]>()
  for (const hit of inContactLastFirst(hits)) {
    const same = found.get(hit.addressKey)
    if (same) same.push(hit)
    else found.set(hit.addressKey, [hit])
  }
  return ({ keys }) => found.get(keys.addressKey) ?? []
}

function notBlocked(parties: readonly Outsider[], { blocked }: ExactEvidence): readonly Outsider[] {
  if (blocked.size === 0) return parties
  return parties.filter(({ keys }) => !blocked.has(keys.addressKey) && !domainsAbove(keys).some((domain) => blocked.has(domain)))
}

function verdict(kind: MatchKind, rule: MatchRule, rest: Partial<MatchResult> = {}): MatchResult {
  return { kind, rule, target: null, candidates: [], reason: {}, warnings: [], ...rest }
}
