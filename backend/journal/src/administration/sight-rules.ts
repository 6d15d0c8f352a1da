import type { ManagedManager } from '@counterpane/shared/contract/administration'
import type { SightPolicy } from '@counterpane/shared/contract/attachments'
import { sightLevels, type SightLevel } from '@counterpane/shared/domain/codes'

export const sameRules = (one: SightPolicy, other: SightPolicy) => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
const inOrder = ({ everywhere, firms }: SightPolicy) => [everywhere, ...firms.map(({ firmId, level }) => `${firmId} ${level}`).sort()]
export const asLevel = (value: string): SightLevel => sightLevels.find((level) => level === value) ?? 'all'

/** How many of those who work here would see what, were these the rules. */
export function whoSeesWhat(managers: readonly ManagedManager[], rules: SightPolicy): Record<SightLevel, number> {
  const sums = { all: 0, team: 0, own: 0 }
  for (const manager of managers) if (manager.active) sums[levelOf(manager, rules)]++
  return sums
}

function levelOf({ role, firms, team }: ManagedManager, rules: SightPolicy): SightLevel {
  if (role === 'administrator') return 'all'
  const levels = firms.map(({ id }) => rules.firms.find(({ firmId }) => firmId === id)?.level ?? rules.everywhere)
  // The levels stand from the widest to the narrowest.
  const level = sightLevels.find((one) => levels.includes(one)) ?? rules.everywhere
  return level === 'own' && role === 'lead' && team !== null ? 'team' : level
}
