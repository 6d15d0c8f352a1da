import type { MatchKind, MatchRule, WarningCode } from '../domain/codes'
import type { ReasonFacts, WarningFacts } from '../text/reasons'
import type { Target } from './evidence'

export interface MatchWarning { code: WarningCode; counterpartyId: string | null; facts: WarningFacts }

/** The verdict on one message: ids and facts; names and words are added by whoever shows it. `setAt` of a choice is in ms. */
export interface MatchResult {
  kind: MatchKind
  rule: MatchRule
  target: Target | null
  /** The rest of several matches, the one in contact last first. */
  candidates: Target[]
  reason: Omit<ReasonFacts, 'setAt'> & { setAt?: number }
  warnings: MatchWarning[]
}
