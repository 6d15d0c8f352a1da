import type { Caller } from '../../platform/http/caller'
import { knownFields } from './change-fields'
import type { Entry, Standing } from './changes.types'
import { sameValue } from './same-value'

const dayMs = 24 * 60 * 60 * 1000
/** A manager's own day; leads and administrators look back over a month. */
const patience = { manager: dayMs, lead: 30 * dayMs, administrator: 30 * dayMs } as const

export type Obstacle = 'changed' | 'late' | 'closed' | 'cut' | 'creation' | 'circle'

/** Why a change cannot be taken back by this caller; null: it can. What somebody changed since is nobody's to overwrite unseen. */
export function obstacleTo(entry: Entry, { standing, caller, now }: { standing: Standing; caller: Pick<Caller, 'role'>; now: Date }): Obstacle | null {
  const { before, after } = entry
  const names = Object.keys(after ?? {})
  const isKnown = (name: string) => { const field = knownFields[entry.noun][name]; return field !== undefined && !field.fixed }
  if (!before || !after || names.length === 0 || !names.every(isKnown)) return 'creation'
  if (!entry.whole) return 'cut'
  if (!standing.mayChange(names)) return 'closed'
  if (now.getTime() - entry.at > patience[caller.role]) return 'late'
  if (entry.noun === 'task' && names.includes('managerId') && isDoneSince(standing, entry)) return 'changed'
  return names.every((name) => sameValue(standing.fields[name], after[name])) ? null : 'changed'
}

/** Whoever finished the work keeps it: handing it back would give it to one who did not do it. */
const isDoneSince = ({ fields: { doneAt } }: Standing, { at, after }: Entry) => typeof doneAt === 'string' && after?.doneAt === undefined && Date.parse(doneAt) >= at
