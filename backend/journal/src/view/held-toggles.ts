import type { Direction, Status } from '@counterpane/shared/domain/codes'
import type { JournalView, ViewChange } from './journal-view'

/**
 * The four toggles are a second handle on status and direction: held is `held`, not held is `planned` and `cancelled` (overdue ones are planned).
 * A pair is never empty: taking out the last one that is pressed presses the other, so one click goes from "all" to "the rest" and the list never goes blank for that reason.
 */
export const togglePairs = { held: ['held', 'notHeld'], direction: ['incoming', 'outgoing'] } as const
export type Toggle = (typeof togglePairs)['held' | 'direction'][number]

const statusesOf: Record<'held' | 'notHeld', readonly Status[]> = { held: ['held'], notHeld: ['planned', 'cancelled'] }

export function isPressed(view: JournalView, toggle: Toggle): boolean {
  if (toggle === 'incoming' || toggle === 'outgoing') return view.direction.length === 0 || view.direction.includes(toggle)
  if (view.overdue) return toggle === 'notHeld'
  return view.status.length === 0 || statusesOf[toggle].some((status) => view.status.includes(status))
}

export function press(view: JournalView, toggle: Toggle): ViewChange {
  const pair: readonly [Toggle, Toggle] = toggle === 'incoming' || toggle === 'outgoing' ? togglePairs.direction : togglePairs.held
  const other = pair[0] === toggle ? pair[1] : pair[0]
  const both = isPressed(view, toggle) && isPressed(view, other)
  const left: Toggle | null = both || isPressed(view, toggle) ? other : null
  if (toggle === 'incoming' || toggle === 'outgoing') return { direction: left ? [left as Direction] : [] }
  return { overdue: false, status: left ? [...statusesOf[left as 'held' | 'notHeld']] : [] }
}
