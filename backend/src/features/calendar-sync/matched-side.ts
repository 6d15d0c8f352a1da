import { domainsAbove } from '@counterpane/shared/matching/domain-key'
import type { ExactEvidence, Hit } from '@counterpane/shared/matching/evidence'
import { type EvidenceKeys, evidenceKeys } from '@counterpane/shared/matching/evidence-keys'
import { matchExactly } from '@counterpane/shared/matching/match'
import type { MatchResult } from '@counterpane/shared/matching/match-result'
import { otherSide, participantsMax, type Outsider, type Party } from '@counterpane/shared/matching/other-side'
import type { CalendarEvent, MatchedSide } from './calendar-sync.types'

/** `own`: our people's addresses, our domains, and whose an address is. `exact`: whom the addresses belong to, with the lists of what is never registered (the organisation's and this manager's). */
export interface MatchSideNeeds {
  exact(keys: EvidenceKeys, managerId: string): ExactEvidence
  own(): OwnPeople
}
interface OwnPeople { addressKeys: ReadonlySet<string>; domainKeys: ReadonlySet<string>; managerIds: ReadonlyMap<string, string> }
export type MatchSide = (event: CalendarEvent, managerId: string) => MatchedSide

/** Who stands on the other side of an appointment, by exact addresses only: suggestions file nothing (product 2.1.4). */
export function createMatchSide({ exact, own }: MatchSideNeeds): MatchSide {
  return (event, managerId) => {
    const ours = own()
    const { organiser, parties } = partiesOf(event, ours)
    const outsiders = parties.filter(isOutsider)
    const isOurs = organiser === null || organiser.own
    const side: MatchedSide = {
      kind: 'unknown', counterpartyId: null, personIds: [], direction: isOurs ? 'outgoing' : 'incoming',
      organiserManagerId: organiser === null ? managerId : ours.managerIds.get(organiser.keys?.addressKey ?? '') ?? null, outsiders: outsiders.map((party) => party.keys.addressKey),
    }
    if (parties.every((party) => party.own)) return { ...side, kind: 'internal' }
    if (outsiders.length === 0) return side
    const evidence = exact(evidenceKeys({ main: outsiders, others: [] }), managerId)
    const verdicts = [outsiders.filter((party) => party === organiser), outsiders].map((main) => main.length === 0 ? null : matchExactly({ ...side, main, others: [], internalOnly: false, sender: organiser }, evidence))
    const known = verdicts.find(isKnown)
    if (known) return { ...side, kind: 'known', counterpartyId: known.target?.counterpartyId ?? null, personIds: personsOf(known, outsiders, evidence) }
    return verdicts.some((verdict) => verdict?.rule === 'blocked') ? { ...side, kind: 'blocked' } : side
  }
}

const isOutsider = (party: Party): party is Outsider => !party.own && party.keys !== null
const isKnown = (verdict: MatchResult | null): verdict is MatchResult => verdict?.kind === 'person' || verdict?.kind === 'counterparty'
const nobody = { name: '', address: '' }

/** Everybody who takes part, the organiser first; rooms and things do not. Null as organiser: the calendar's owner, under whatever address. */
function partiesOf({ organizer, organizedHere, attendees }: CalendarEvent, ours: OwnPeople): { organiser: Party | null; parties: Party[] } {
  const ownName = organizedHere ? organizer?.address.trim().toLowerCase() : undefined
  const people = attendees.filter((one) => !one.resource && one.address.trim().toLowerCase() !== ownName)
  const from = organizedHere || organizer === null ? nobody : organizer
  const parties = new Map<string, Party>()
  let organiser: Party | null = null
  // Headers of letters are read up to a limit; nobody at a big meeting is left unread because of it.
  for (let at = 0; at === 0 || at < people.length; at += participantsMax - 1) {
    const side = otherSide({ from, replyTo: [], to: people.slice(at, at + participantsMax - 1), cc: [] }, ours)
    organiser ??= side.sender
    for (const party of side.participants) {
      const key = party.keys?.addressKey ?? `unreadable ${party.address}`
      if (!parties.has(key)) parties.set(key, party)
    }
  }
  return { organiser, parties: [...parties.values()] }
}

/** The one who was recognised, then everybody at the table who is surely with the same client. */
function personsOf({ target }: MatchResult, outsiders: readonly Outsider[], { persons, blocked }: ExactEvidence): string[] {
  const chosen = target?.personId ? [target.personId] : []
  const counterpartyId = target?.counterpartyId ?? null
  if (counterpartyId === null) return chosen
  const isBlocked = ({ keys }: Outsider) => blocked.has(keys.addressKey) || domainsAbove(keys).some((domain) => blocked.has(domain))
  const byAddress = new Map<string, Hit[]>()
  for (const hit of persons) byAddress.set(hit.addressKey, [...(byAddress.get(hit.addressKey) ?? []), hit])
  const theirs = outsiders.filter((party) => !isBlocked(party)).flatMap((party) => {
    const hits = byAddress.get(party.keys.addressKey) ?? []
    return hits.length === 1 && hits[0]?.counterpartyId === counterpartyId ? hits[0].personId ?? [] : []
  })
  return [...new Set([...chosen, ...theirs])]
}
