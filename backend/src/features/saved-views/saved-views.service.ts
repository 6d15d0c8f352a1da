import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/journal'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { assertFresh } from '../../platform/http/etag'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { countViews, deleteView, insertView, readView, updateView, type SavedViewsRepository, type ViewFields } from './saved-views.repository'

export interface SavedViewsDeps { db: Db; clock: Clock; views: SavedViewsRepository }
type PatchBody = z.output<typeof contract.patchView>

const ownMost = 200

/** Own views are one's own business. A shared one everybody uses; its owner, leads and administrators change it, and after its owner has left, whoever of these does becomes its owner. */
export function createSavedViews({ db, clock, views }: SavedViewsDeps) {
  const get = (id: string) => {
    const view = views.find(id)
    if (!view) throw new AppError('not-found')
    return view
  }
  return {
    list: (caller: Caller) => views.list(caller.id),
    async create(caller: Caller, fields: ViewFields) {
      const [id, at] = [uuidv7(), clock.now()]
      await db.write(async (tx) => {
        if ((await countViews(tx, caller.id)) >= ownMost) throw new AppError('conflict', { detail: `There are ${ownMost} views already; delete one first` })
        await insertView(tx, { ...fields, id, ownerId: caller.id, at })
        await writeAudit(tx, { managerId: caller.id, noun: 'view', nounId: id, action: 'created', at, after: fields })
      })
      return get(id)
    },
    async patch(caller: Caller, id: string, { body, ifMatch }: { body: PatchBody; ifMatch: string | null }) {
      const at = clock.now()
      await db.write(async (tx) => {
        const view = await mayChange(tx, caller, id)
        assertFresh(ifMatch, view.version, { required: false })
        const change = differences(view.fields, body)
        const taken = view.ownerId === null
        if (Object.keys(change).length === 0 && !taken) return
        await updateView(tx, id, { change, ownerId: taken ? caller.id : undefined, at })
        await writeAudit(tx, { managerId: caller.id, noun: 'view', nounId: id, action: taken ? 'taken-over' : 'changed', at, before: view.fields, after: change })
      })
      return get(id)
    },
    async remove(caller: Caller, id: string, ifMatch: string | null) {
      await db.write(async (tx) => {
        const view = await mayChange(tx, caller, id)
        assertFresh(ifMatch, view.version, { required: false })
        await deleteView(tx, id)
        await writeAudit(tx, { managerId: caller.id, noun: 'view', nounId: id, action: 'deleted', at: clock.now(), before: view.fields, after: {} })
      })
    },
  }
}
export type SavedViewsService = ReturnType<typeof createSavedViews>

/** Somebody else's own view is nothing that one knows of; a shared one is known, and not everybody's to change. */
async function mayChange(tx: Tx, caller: Caller, id: string) {
  const view = await readView(tx, id)
  if (!view || (view.ownerId !== caller.id && !view.fields.shared)) throw new AppError('not-found')
  if (view.ownerId !== caller.id && caller.role === 'manager') throw new AppError('forbidden')
  return view
}

function differences(before: ViewFields, change: PatchBody): Partial<ViewFields> {
  return Object.fromEntries(Object.entries(change).filter(([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(before[name as keyof ViewFields])))
}
