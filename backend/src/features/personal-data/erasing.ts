import { setImmediate as breathe } from 'node:timers/promises'
import type { Db, Tx } from '../../platform/db/database'
import type { FileStore } from '../../ports/file-store'
import { compactFile, mergeTextIndex, overwriteDeleted } from './clean-file'
import { blankContacts, isFileNamed, removeMerged, removePerson } from './erase.repository'
import { erasedPersonId, keepErasedPerson } from './erased-person'
import type { PersonTraces } from './person-traces'
import { createRedact } from './redact'
import type { Suppressions } from './suppression'
import { sweep } from './sweep'

export interface ErasingDeps { db: Db; suppressions: Suppressions; store: Pick<FileStore, 'removeOlder'>; changed: (contactId: string) => void }
export interface EraseOrder { at: Date; finish(tx: Tx, counts: Record<string, number>): Promise<void> }

const handful = 100

/**
 * Erases one person. The person goes last, with the report: whoever is interrupted presses again and it goes on where it was. First of all it is written down
 * that nothing may bring them back.
 */
export function createErasing({ db, suppressions, store, changed }: ErasingDeps) {
  return async (traces: PersonTraces, { at, finish }: EraseOrder): Promise<{ fileCleaned: boolean }> => {
    const { personId, addressKeys, contactIds, spellings } = traces
    const counts: Record<string, number> = {}
    const add = (more: Record<string, number>) => { for (const [table, count] of Object.entries(more)) if (count > 0) counts[table] = (counts[table] ?? 0) + count }
    await overwriteDeleted(db, true)
    try {
      await db.write(async (tx) => { add({ Suppression: await suppressions.add(tx, addressKeys, at) }); await keepErasedPerson(tx, at) })
      for (let from = 0; from < contactIds.length; from += handful) {
        const ids = contactIds.slice(from, from + handful)
        await db.write(async (tx) => {
          const done = await blankContacts(tx, ids, at)
          for (const hash of done.hashes) if (!(await isFileNamed(tx, hash))) add({ files: Number(await store.removeOlder(hash, 0)) })
          add(done.counts)
        })
        ids.forEach(changed)
        await breathe()
      }
      await db.write(async (tx) => { add(await removeMerged(tx, traces)) })
      const moved = new Map(personId === null ? [] : [[personId, erasedPersonId]])
      add(await sweep(db, { needles: [...spellings, ...(personId === null ? [] : [personId])], redact: createRedact(spellings, moved) }))
      await db.write(async (tx) => { add(await removePerson(tx, traces)); await finish(tx, counts) })
      await mergeTextIndex(db)
      return { fileCleaned: await compactFile(db) }
    } finally { await overwriteDeleted(db, false) }
  }
}
export type Erasing = ReturnType<typeof createErasing>
