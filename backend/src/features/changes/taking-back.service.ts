import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@counterpane/shared/errors/app-error'
import { changeValues } from '@counterpane/shared/text/change-values'
import { writeAudits } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { markTakenBack, type ChangesRepository } from './changes.repository'
import type { Along, Entry, Fields, Keepers, Reader } from './changes.types'
import { obstacleTo, type Obstacle } from './undo-policy'

/** `putBackMany`: contacts of which only who has them, how far they are and when they are was changed, all at once; gives the ids of those that were put back. */
export interface TakingBackDeps { db: Db; changes: ChangesRepository; keepers: Keepers; clock: Clock; putBackMany: PutBackMany }
export type PutBackMany = (tx: Tx, backs: readonly { id: string; fields: Fields; changedAt: Date }[], signed: { at: Date; caller: Caller }) => Promise<ReadonlySet<string>>
export interface TakenBack { undone: string[]; left: string[] }
interface Turn { reader: Reader; at: Date; setId: string | null }
/** Why it was left, or what went with it and what to do when all is kept. */
type Done = Obstacle | { along: Along; tell(): void }
const alone: Along = { undone: [], left: [] }

/** So many at a time, so that whoever else writes gets a turn in between. */
const handful = 100
const breathMs = 5
const quick = new Set(['managerId', 'state', 'startsAt'])

/** Puts fields back as they were before a change: exactly those of that change, and only while they stand as it left them. */
export function createTakingBack({ db, changes, keepers, clock, putBackMany }: TakingBackDeps) {
  /** Each entry of another record. */
  async function putBack(tx: Tx, entries: readonly Entry[], { reader: { caller, locale }, at, setId }: Turn): Promise<Map<string, Done>> {
    const done = new Map<string, Done>()
    const open = entries.flatMap((entry) => {
      const standing = keepers[entry.noun](entry.nounId, caller)
      const obstacle = standing ? obstacleTo(entry, { standing, caller, now: at }) : 'changed'
      if (obstacle) done.set(entry.id, obstacle)
      return standing && !obstacle ? [{ entry, standing, fields: entry.before ?? {}, changedAt: new Date(entry.at) }] : []
    })
    const isQuick = ({ entry, fields }: (typeof open)[number]) => entry.noun === 'contact' && Object.keys(fields).every((name) => quick.has(name))
    const atOnce = await putBackMany(tx, open.filter(isQuick).map(({ entry, fields, changedAt }) => ({ id: entry.nounId, fields, changedAt })), { at, caller })
    const written: typeof open = []
    for (const one of open) {
      const isWritten = isQuick(one) ? atOnce.has(one.entry.nounId) : await one.standing.write(tx, one.fields, { at, caller, changedAt: one.changedAt })
      if (isWritten !== true) { done.set(one.entry.id, isWritten || 'changed'); continue }
      written.push(one)
      const along = (!isQuick(one) && await one.standing.takeAlong?.(tx, one.fields, { at, caller, changedAt: one.changedAt })) || alone
      done.set(one.entry.id, { along, tell: () => one.standing.written(one.fields, along.undone) })
    }
    if (!(await markTakenBack(tx, written.map(({ entry }) => entry.id), at))) throw new AppError('conflict', { detail: changeValues[locale].refused.changed })
    await writeAudits(tx, written.map(({ entry, fields }) => ({ managerId: caller.id, noun: entry.noun, nounId: entry.nounId, action: 'undone-change', at, before: entry.after ?? {}, after: fields, setId })))
    return done
  }

  return {
    /** A second press finds it taken back already and says the same. */
    async one(id: string, reader: Reader): Promise<TakenBack> {
      const known = changes.find(id)
      if (!known || !keepers[known.noun](known.nounId, reader.caller)) throw new AppError('not-found')
      const done = await db.write(async (tx) => {
        const entry = changes.find(id)
        return !entry || entry.undoneAt !== null ? null : (await putBack(tx, [entry], { reader, at: clock.now(), setId: null })).get(id)
      })
      if (typeof done === 'string') throw new AppError(codeOf(done), { detail: changeValues[reader.locale].refused[done] })
      done?.tell()
      return { undone: [known.nounId, ...(done?.along.undone ?? [])], left: [...(done?.along.left ?? [])] }
    },
    /** All that one order changed, the last first; what was changed since stays as it is. */
    async set(setId: string, reader: Reader): Promise<TakenBack> {
      const ids = changes.idsOfSet(setId)
      if (ids.length === 0) throw new AppError('not-found')
      const [undone, left] = [new Set<string>(), new Set<string>()]
      const turn: Turn = { reader, at: clock.now(), setId: uuidv7() }
      for (let i = 0; i < ids.length;) {
        if (i > 0) await pause(breathMs)
        const batch = await db.write(async (tx) => {
          const entries = withoutRepeats(changes.load(ids.slice(i, i + handful)))
          const done = await putBack(tx, entries.filter((entry) => entry.undoneAt === null), turn)
          return entries.map((entry) => ({ id: entry.nounId, done: done.get(entry.id) }))
        })
        for (const { id, done } of batch) {
          ;(typeof done === 'string' ? left : undone).add(id)
          if (typeof done !== 'object') continue
          for (const other of done.along.undone) undone.add(other)
          for (const other of done.along.left) left.add(other)
          done.tell()
        }
        i += Math.max(1, batch.length)
      }
      return { undone: [...undone].filter((id) => !left.has(id)), left: [...left] }
    },
  }
}
export type TakingBack = ReturnType<typeof createTakingBack>

const codeOf = (obstacle: Obstacle) => ({ changed: 'conflict', circle: 'conflict', cut: 'conflict', creation: 'conflict', late: 'undo-expired', closed: 'forbidden' } as const)[obstacle]

/** One unit of work sees each record as it stood before it: a record that comes again waits for the next. */
function withoutRepeats(entries: readonly Entry[]): Entry[] {
  const again = entries.findIndex((entry, i) => entries.slice(0, i).some((other) => other.noun === entry.noun && other.nounId === entry.nounId))
  return again < 0 ? [...entries] : entries.slice(0, again)
}
