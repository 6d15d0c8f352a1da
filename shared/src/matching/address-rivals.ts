import type { Match } from '../contract/sidebar'
import type { MailAddress } from '../domain/message'

/** Other clients behind the same address. Candidates that stand for other people of the email are no rivals, and a choice made for the team settles it. */
export function rivalsOf(match: Match, from: MailAddress): Match['candidates'] {
  if (match.rule === 'remembered-choice') return []
  const addresses = new Set([...(match.person?.addresses ?? []), from.address].map((address) => address.toLowerCase()))
  return match.candidates.filter(({ person, counterparty }) => {
    if (!counterparty || counterparty.id === match.counterparty?.id) return false
    return person ? person.addresses.some((address) => addresses.has(address.toLowerCase())) : match.person === null
  })
}
