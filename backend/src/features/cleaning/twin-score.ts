import type { TwinNoun, TwinReason } from '@counterpane/shared/contract/cleaning'

/** How much each speaks for it, of 1. A house's number is that of all who work there; a domain may be that of a whole holding. */
const weights: Record<TwinNoun, Record<TwinReason['code'], number>> = {
  counterparty: { 'tax-number': 0.9, address: 0.8, phone: 0.55, 'same-name': 0.6, 'like-name': 0.4, domain: 0.3 },
  person: { 'tax-number': 0, address: 0.9, phone: 0.25, 'same-name': 0.6, 'like-name': 0.35, domain: 0.1 },
}
/** Less is not worth anybody's look. */
export const leastScore = 30
/** Two firms with a tax number each and not the same: most often a group, seldom one. */
const otherTax = 0.4

export function scoreOf(noun: TwinNoun, reasons: readonly TwinReason[], { taxDiffers }: { taxDiffers: boolean }): number {
  const codes = new Set(reasons.map(({ code }) => code))
  const doubt = [...codes].reduce((left, code) => left * (1 - weights[noun][code]), 1)
  return Math.round((1 - doubt) * 100 * (taxDiffers ? otherTax : 1))
}
