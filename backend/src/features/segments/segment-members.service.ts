import { segmentProblems as problems } from '@counterpane/shared/text/segment-problems'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { markChangeUndone, writeMembers, type SegmentsRepository } from './segments.repository'
import { refusal, type Segments } from './segments.service'

export interface ChangedMembers { changeId: string | null; added: number; removed: number }
interface Change { add: readonly string[]; remove: readonly string[] }
interface Deps { db: Db; clock: Clock; segments: SegmentsRepository; service: Segments }
const monthMs = 30 * 86_400_000

/** Who belongs to a segment by hand: many at once, and taken back at once. */
export function createSegmentMembers({ db, clock, segments, service }: Deps) {
  async function write(caller: Caller, id: string, { add, remove }: Change, undoes: string | null): Promise<ChangedMembers> {
    const setId = uuidv7()
    return db.write(async (tx) => {
      if (service.changeable(caller, id).kind === 'rule') throw refusal('conflict', '', problems.ofRule)
      const there = new Set(segments.membersAmong(id, [...add, ...remove]))
      const added = segments.clientsAmong(add).filter((one) => !there.has(one))
      const removed = [...new Set(remove)].filter((one) => there.has(one))
      if (undoes !== null && (await markChangeUndone(tx, undoes, clock.now())).count === 0) return { changeId: null, added: 0, removed: 0 }
      if (added.length + removed.length === 0) return { changeId: null, added: 0, removed: 0 }
      await writeMembers(tx, id, { add: added, remove: removed, at: clock.now() })
      await writeAudit(tx, { managerId: caller.id, noun: 'segment', nounId: id, action: 'members-changed', at: clock.now(), before: { added: [], removed: [] }, after: { added, removed }, setId })
      return { changeId: setId, added: added.length, removed: removed.length }
    })
  }
  return {
    change: (caller: Caller, id: string, { add = [], remove = [] }: Partial<Change>) => write(caller, id, { add, remove }, null),
    /** What that change put in comes out, and what it took out comes back. */
    undo(caller: Caller, changeId: string): Promise<ChangedMembers> {
      const entryId = segments.changeIdOf(changeId)
      const entry = entryId === null ? null : segments.change(entryId)
      if (entryId === null || !entry) throw new AppError('not-found')
      service.changeable(caller, entry.segmentId)
      if (clock.now().getTime() - entry.at > monthMs) throw new AppError('undo-expired')
      const { added = [], removed = [] } = JSON.parse(entry.before) as { added?: string[]; removed?: string[] }
      return write(caller, entry.segmentId, { add: removed, remove: added }, entryId)
    },
  }
}
export type SegmentMembers = ReturnType<typeof createSegmentMembers>
