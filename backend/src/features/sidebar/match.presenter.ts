import type { Match } from '@counterpane/shared/contract/sidebar'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { Target } from '@counterpane/shared/matching/evidence'
import { calendarDate } from '@counterpane/shared/text/dates'
import { reasonTexts, warningTexts } from '@counterpane/shared/text/reasons'
import type { MatchResult } from '@counterpane/shared/matching/match-result'
import type { ClientCards } from './client-cards.repository'

/** Everybody a verdict names, so that their cards are read in one go. */
export function namedIn(match: MatchResult) {
  const targets = [match.target, ...match.candidates].filter((target): target is Target => target !== null)
  const ids = (pick: (target: Target) => string | null) => [...new Set(targets.map(pick).filter((id): id is string => id !== null))]
  const warned = match.warnings.map((warning) => warning.counterpartyId).filter((id): id is string => id !== null)
  return { personIds: ids((t) => t.personId), counterpartyIds: [...new Set([...ids((t) => t.counterpartyId), ...warned])] }
}

export function presentMatch(match: MatchResult, cards: ClientCards, { locale, now, lastContactAt }: { locale: Locale; now: Date; lastContactAt: (target: Target) => number | null }): Match {
  const person = (id: string | null) => {
    const card = id === null ? undefined : cards.persons.get(id)
    return card ? { id: card.id, name: card.name, position: card.position, addresses: card.addresses } : null
  }
  const counterparty = (id: string | null) => (id === null ? null : cards.counterparties.get(id) ?? null)
  const { setAt, ...facts } = match.reason
  const last = (target: Target) => {
    const at = lastContactAt(target)
    return at === null ? null : new Date(at).toISOString()
  }
  return {
    kind: match.kind, rule: match.rule,
    reason: reasonTexts[locale][match.rule]({ ...facts, ...(setAt !== undefined && { setAt: calendarDate(new Date(setAt).toISOString(), { locale, now }) }) }),
    person: person(match.target?.personId ?? null), counterparty: counterparty(match.target?.counterpartyId ?? null),
    candidates: match.candidates.map((target) => ({ person: person(target.personId), counterparty: counterparty(target.counterpartyId), lastContactAt: last(target) })),
    warnings: match.warnings.map((warning) => {
      const known = counterparty(warning.counterpartyId)
      return { code: warning.code, text: warningTexts[locale][warning.code](warning.facts), counterparty: known && { id: known.id, name: known.name } }
    }),
  }
}
