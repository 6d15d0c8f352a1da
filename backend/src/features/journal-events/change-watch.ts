import type { Clock } from '../../ports/clock'
import type { JournalEventsRepository } from './journal-events.repository'

export interface ChangeWatchDeps { repository: JournalEventsRepository; clock: Clock; tell(ids: string[], at: number): void }

/** A change bears the time of its beginning and is seen when it is committed, by clocks of several processes: what is a little older is looked at again, and told once. */
export const overlapMs = 35_000
/** So many at once come from a first reading of calendars, and pages then read their lists anew anyway. */
const mostAtOnce = 5_000

/** Finds what anybody changed, in this process or another, by the time of change; each change is told once. */
export function createChangeWatch({ repository, clock, tell }: ChangeWatchDeps) {
  let told = new Map<string, number>()
  const window = () => { const now = clock.now().getTime(); return { from: now - overlapMs, to: now + overlapMs, limit: mostAtOnce } }
  return {
    /** What stands now is known to whoever begins to listen. */
    begin() { told = new Map(repository.changed(window()).map(({ id, at }) => [id, at])) },
    look(heard: Iterable<string> = []) {
      const changed = repository.changed(window())
      const fresh = changed.filter(({ id, at }) => told.get(id) !== at).map(({ id }) => id)
      told = new Map(changed.map(({ id, at }) => [id, at]))
      const ids = [...new Set([...fresh, ...[...heard].filter((id) => !told.has(id))])]
      if (ids.length > 0) tell(ids, clock.now().getTime())
    },
  }
}
export type ChangeWatch = ReturnType<typeof createChangeWatch>
