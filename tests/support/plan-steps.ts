import fc from 'fast-check'
import type { CalendarPolicy, CalendarProvider } from '@counterpane/shared/contract/calendar'
import type { PlanHabits, PlanTrouble } from './plan-server'

/** What people do in their mail clients. */
export const worldVerbs = [
  'create', 'create', 'create', 'allDay', 'series', 'series', 'move', 'move', 'edit', 'edit', 'cancel', 'decline', 'decline', 'accept', 'remove', 'remove', 'restore', 'restore', 'private', 'public', 'free',
  'guest', 'leaveOut', 'invite', 'moveSlot', 'moveSlot', 'editSlot', 'deleteSlot', 'deleteSlot', 'declineSlot', 'removeSlot', 'restoreSlot', 'moveSeries', 'editSeries', 'split',
] as const
/** What people do here: with contacts, and with a client's addresses. */
export const hereVerbs = ['result', 'subject', 'state', 'held', 'notHeld', 'undo', 'gain'] as const
/** What goes wrong between us and the provider. */
export const troubleVerbs = ['expire', 'expire', 'trouble', 'trouble', 'trouble', 'poison'] as const
export const roundVerbs = ['round', 'round', 'round', 'round', 'round', 'round', 'round', 'crash', 'crash', 'steal', 'days'] as const
const verbs = ['rest', ...worldVerbs, ...hereVerbs, ...troubleVerbs, ...roundVerbs] as const
export type Verb = (typeof verbs)[number]
export interface Step { verb: Verb; who: number; which: number; when: number }

export const planTroubles: readonly PlanTrouble[] = ['throttled', 'busy', 'unavailable', 'reset', 'mid-body', 'truncated', 'page', 'expired', 'expired']
type PlanPolicy = Pick<CalendarPolicy, 'private' | 'declined' | 'free'>
export interface Plan { managers: number; policy: PlanPolicy; habits: PlanHabits; unitSize: number; steps: readonly Step[] }
export const stepsOfPlan = 50

/** Plans of as many steps each; smaller ones have `rest` in the place of what does not matter. */
export function plans(managers: { min: number; max: number }): fc.Arbitrary<Plan> {
  const step: fc.Arbitrary<Step> = fc.record({ verb: fc.constantFrom(...verbs), who: fc.nat(7), which: fc.nat(30), when: fc.nat(999) })
  return fc.record({
    managers: fc.integer(managers), unitSize: fc.constantFrom(500, 4), steps: fc.array(step, { minLength: stepsOfPlan, maxLength: stepsOfPlan }),
    policy: fc.record({ private: fc.constantFrom('ignore' as const, 'busy' as const), declined: fc.boolean(), free: fc.boolean() }),
    habits: fc.record({ pageSize: fc.constantFrom(50, 3, 7), reverse: fc.boolean(), repeat: fc.boolean(), emptyEvery: fc.constantFrom(0, 3), tombstones: fc.boolean(), masterTombstoneOnly: fc.boolean(), stale: fc.boolean() }),
  })
}

/** Which provider a manager's calendar is with. */
export type ProviderOf = (manager: number) => CalendarProvider
