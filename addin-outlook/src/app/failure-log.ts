import type { RouteName } from '@counterpane/shared/contract/routes'
import { type Failure, toFailure } from './failure'

/** One call that did not succeed, for the doctor; nothing of what was asked or answered is in it. */
export interface LoggedFailure { at: number; call: RouteName; failure: Failure }
const longest = 20

/** The last failures of this pane, newest first; kept in memory alone. */
export function createFailureLog(now: () => number = Date.now) {
  let entries: LoggedFailure[] = []
  return {
    add(call: RouteName, error: unknown) { entries = [{ at: now(), call, failure: toFailure(error) }, ...entries].slice(0, longest) },
    list: (): readonly LoggedFailure[] => entries,
  }
}
export type FailureLog = ReturnType<typeof createFailureLog>
