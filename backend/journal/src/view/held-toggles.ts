import { statuses, type Direction, type Status } from '@counterpane/shared/domain/codes'
import type { JournalView, ViewChange } from './journal-view'

/**
 * The four toggles are a second handle on status and direction: held is `held`, not held is `planned` and `cancelled` (overdue ones are planned).
 * A pair is never empty: taking out the last one that is pressed presses the other, so one click goes from "all" to "the rest" and the list never goes blank for that reason.
 */
export const togglePairs = { held: ['held', 'notHeld'], direction: ['incoming', 'outgoing'] } as const
export type Toggle = (typeof togglePairs)['held' | 'direction'][number]

/** What asks for an outcome is planned and over, whatever status is chosen beside it. */
const isOwed = (view: JournalView) => view.overdue || view.noOutcome
const notOwed = { overdue: false, noOutcome: false }

const statusesOf: Record<'held' | 'notHeld', readonly Status[]> = { held: ['held'], notHeld: ['planned', 'cancelled'] }

export function isPressed(view: JournalView, toggle: Toggle): boolean {
  if (toggle === 'incoming' || toggle === 'outgoing') return view.direction.length === 0 || view.direction.includes(toggle)
  if (isOwed(view)) return toggle === 'notHeld'
  return view.status.length === 0 || statusesOf[toggle].some((status) => view.status.includes(status))
}

export function press(view: JournalView, toggle: Toggle): ViewChange {
  const pair: readonly [Toggle, Toggle] = toggle === 'incoming' || toggle === 'outgoing' ? togglePairs.direction : togglePairs.held
  const other = pair[0] === toggle ? pair[1] : pair[0]
  const both = isPressed(view, toggle) && isPressed(view, other)
  const left: Toggle | null = both || isPressed(view, toggle) ? other : null
  if (toggle === 'incoming' || toggle === 'outgoing') return { direction: left ? [left as Direction] : [] }
  return { ...notOwed, status: left ? [...statusesOf[left as 'held' | 'notHeld']] : [] }
}

/** The statuses as a list to choose from has them, with "overdue" among them. */
export type ListedStatus = Status | 'overdue'
export const chosenStatuses = (view: JournalView): readonly ListedStatus[] => (isOwed(view) ? ['overdue'] : view.status)
/** Overdue is a planned contact whose time has passed: it is chosen by itself, and any other status leaves it. */
export function chooseStatuses(view: JournalView, chosen: readonly ListedStatus[]): ViewChange {
  const overdue = chosen.includes('overdue') && !isOwed(view)
  const status = chosen.filter((one) => one !== 'overdue')
  return { ...notOwed, overdue, status: overdue || status.length === statuses.length ? [] : status }
}
