import type { LeftKind, Merge, MergeField, TwinNoun, UndoneMerge } from '@counterpane/shared/contract/cleaning'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { etagOf } from '../../platform/http/etag'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { counterpartyMovers } from './counterparty-movers'
import { givenBack, takenOver } from './merge-fields'
import { refuseGone, refuseItself, refuseLater, refuseUndone } from './merge-refusals'
import type { Movers } from './merge.types'
import { createMerges, givePairs, insertMerge, markMergeUndone, readMerge, readWhole, removeWhole, restoreWhole, takePairs, writeFields, type MergeRow } from './merges.repository'
import { personMovers } from './person-movers'

/** `refreshKeys`: brings that by which somebody is found up to date with names, addresses and phones. `changed`: told of contacts that look different now; `gained`: of addresses with another owner. */
export interface MergesDeps { db: Db; clock: Clock; refreshKeys: (tx: Tx, noun: TwinNoun, id: string) => Promise<void>; changed: (contactId: string) => void; gained: (addressKeys: readonly string[]) => void }
export interface MergeOrder { noun: TwinNoun; survivorId: string; mergedId: string; fields?: MergeField[] | undefined; survivorEtag?: string | undefined; mergedEtag?: string | undefined }

const movers: Record<TwinNoun, Movers> = { counterparty: counterpartyMovers, person: personMovers }
/** More at once make pages read their lists anew anyway. */
const mostTold = 5_000
/** A chain of merges has an end; a broken one must have one too. */
const longestChain = 1_000

export function createMergesService({ db, clock, refreshKeys, changed, gained }: MergesDeps) {
  const merges = createMerges(db)
  const get = (id: string): MergeRow => {
    const row = merges.find(id)
    if (!row) throw new AppError('not-found')
    return row
  }
  const nameNow = (noun: TwinNoun, id: string) => db.sql.first<{ name: string }>(noun === 'counterparty' ? 'SELECT name FROM Counterparty WHERE id = ?' : 'SELECT name FROM ContactPerson WHERE id = ?', [id])?.name ?? merges.of(id)?.mergedName ?? '—'

  /** Everything of one becomes the other's, in one unit of work. */
  async function merge(caller: Caller, { noun, survivorId, mergedId, fields: chosen = [], survivorEtag, mergedEtag }: MergeOrder): Promise<Merge> {
    if (survivorId === mergedId) throw refuseItself()
    const [id, at] = [uuidv7(), clock.now()]
    const moved: Record<string, unknown> = {}
    await db.write(async (tx) => {
      const [survivor, merged] = [await wholeOrRefuse(tx, noun, survivorId), await wholeOrRefuse(tx, noun, mergedId)]
      if ((survivorEtag !== undefined && survivorEtag !== etagOf(survivor.version)) || (mergedEtag !== undefined && mergedEtag !== etagOf(merged.version))) throw new AppError('stale')
      const changes = takenOver(noun, { survivor, merged, chosen })
      for (const [name, mover] of Object.entries(movers[noun])) moved[name] = await mover.move(tx, { from: mergedId, to: survivorId, at })
      const pairs = await takePairs(tx, noun, mergedId)
      await removeWhole(tx, noun, mergedId)
      await writeFields(tx, { noun, id: survivorId, fields: changes.after, at })
      await refreshKeys(tx, noun, survivorId)
      await insertMerge(tx, { id, noun, survivorId, mergedId, managerId: caller.id, at, survivor: { before: survivor, changes }, merged, moved, pairs })
      const signed = { managerId: caller.id, noun, at }
      await writeAudit(tx, { ...signed, nounId: survivorId, action: 'merged', before: { ...changes.before, mergedId: null }, after: { ...changes.after, mergedId, mergeId: id } })
      await writeAudit(tx, { ...signed, nounId: mergedId, action: 'merged-into', before: { survivorId: null }, after: { survivorId, mergeId: id } })
    })
    tell(noun, moved)
    return show(get(id))
  }

  /** Takes a merge apart: exactly what it did, as far as nobody has changed it since. */
  async function undo(caller: Caller, id: string): Promise<UndoneMerge> {
    const { noun, survivorId, mergedId, mergedName } = get(id)
    const at = clock.now()
    const left = new Map<LeftKind, number>()
    const count = (what: LeftKind, more: number) => { if (more > 0) left.set(what, (left.get(what) ?? 0) + more) }
    const moved = await db.write(async (tx) => {
      const kept = await readMerge(tx, id)
      if (!kept || kept.undoneAt !== null) throw refuseUndone()
      const survivor = await readWhole(tx, noun, survivorId)
      if (!survivor) {
        const later = merges.of(survivorId)
        throw later ? refuseLater(later.mergedName, nameNow(noun, later.survivorId)) : new AppError('not-found')
      }
      await restoreWhole(tx, { noun, whole: kept.merged, at })
      const back = givenBack(kept.survivor.changes, survivor)
      count('fields', back.left)
      await writeFields(tx, { noun, id: survivorId, fields: back.fields, at })
      for (const [name, mover] of Object.entries(movers[noun]).reverse()) if (name in kept.moved) count(mover.what, await mover.back(tx, { from: mergedId, to: survivorId, at, moved: kept.moved[name] }))
      await givePairs(tx, kept.pairs)
      for (const one of [survivorId, mergedId]) await refreshKeys(tx, noun, one)
      await markMergeUndone(tx, id, at)
      const signed = { managerId: caller.id, noun, at, action: 'unmerged' }
      await writeAudit(tx, { ...signed, nounId: survivorId, before: { ...kept.survivor.changes.after, mergedId }, after: { ...back.fields, mergedId: null } })
      await writeAudit(tx, { ...signed, nounId: mergedId, before: { survivorId }, after: { survivorId: null, name: mergedName } })
      return kept.moved
    })
    tell(noun, moved)
    return { merge: show(get(id)), left: [...left].map(([what, of]) => ({ what, count: of })) }
  }

  async function wholeOrRefuse(tx: Tx, noun: TwinNoun, id: string) {
    const whole = await readWhole(tx, noun, id)
    if (whole) return whole
    const gone = merges.of(id)
    throw gone?.noun === noun ? refuseGone(gone.mergedName, nameNow(noun, gone.survivorId)) : new AppError('not-found')
  }
  function tell(noun: TwinNoun, moved: Record<string, unknown>) {
    const keysOf = (name: string) => (moved[name] as { rows: { addressKey: string }[] } | undefined)?.rows.map((row) => row.addressKey) ?? []
    const contacts = noun === 'counterparty' ? moved['Contact.counterpartyId'] as string[] : (moved['ContactParticipant.personId'] as { rows: { contactId: string }[] }).rows.map((row) => row.contactId)
    for (const contactId of contacts.slice(0, mostTold)) changed(contactId)
    gained(keysOf(noun === 'counterparty' ? 'CounterpartyAddress.counterpartyId' : 'PersonAddress.personId'))
  }

  return {
    merge, undo,
    /** Where somebody who was merged away is to be found now. */
    of(mergedId: string): Merge {
      const first = merges.of(mergedId)
      if (!first) throw new AppError('not-found')
      let last = first
      for (let i = 0; i < longestChain; i++) {
        const next = merges.of(last.survivorId)
        if (!next) break
        last = next
      }
      return { ...show(first), survivorId: last.survivorId }
    },
  }
}
export type MergesService = ReturnType<typeof createMergesService>

const show = ({ id, noun, survivorId, mergedId, mergedName, managerId, managerName, at, undoneAt }: MergeRow): Merge =>
  ({ id, noun, survivorId, mergedId, mergedName, by: { id: managerId, name: managerName ?? '' }, at: new Date(at).toISOString(), undoneAt: undoneAt === null ? null : new Date(undoneAt).toISOString() })
