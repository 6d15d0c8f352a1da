import type { Match } from '@counterpane/shared/contract/sidebar'

/**
 * A person's or a client's exact address, or the team's own word for it. An address that two clients share is a question for the pane, and so is a letter
 * of ours that went to two; others in copy of what a client wrote are none.
 */
export function isCertain(match: Match, { outgoing }: { outgoing: boolean }): boolean {
  const { kind, rule, candidates, warnings } = match
  if ((kind !== 'person' && kind !== 'counterparty') || warnings.length > 0) return false
  if (rule !== 'person-address' && rule !== 'counterparty-address' && rule !== 'remembered-choice') return false
  const others = candidates.filter(({ counterparty }) => counterparty === null || counterparty.id !== match.counterparty?.id)
  if (outgoing && others.length > 0) return false
  return rule === 'remembered-choice' || !others.some((other) => shareAddress(match, other))
}

const shareAddress = ({ kind, person }: Match, other: Match['candidates'][number]) =>
  other.person === null ? kind === 'counterparty' : other.person.addresses.some((address) => person?.addresses.includes(address))
