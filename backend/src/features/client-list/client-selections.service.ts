import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/client-list'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { assertFresh } from '../../platform/http/etag'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { countSelections, deleteSelection, insertSelection, readSelection, updateSelection, type ClientSelectionsRepository, type SelectionFields } from './client-selections.repository'

export interface ClientSelectionsDeps { db: Db; clock: Clock; selections: ClientSelectionsRepository }
type PatchBody = z.output<typeof contract.patchSelection>

const ownMost = 200

/** Own selections are one's own business. A shared one everybody uses; its owner, leads and administrators change it, and after its owner has left, whoever of these does becomes its owner. */
export function createClientSelections({ db, clock, selections }: ClientSelectionsDeps) {
  const get = (id: string) => {
    const selection = selections.find(id)
    if (!selection) throw new AppError('not-found')
    return selection
  }
  return {
    list: (caller: Caller) => selections.list(caller.id),
    async create(caller: Caller, fields: SelectionFields) {
      const [id, at] = [uuidv7(), clock.now()]
      await db.write(async (tx) => {
        if ((await countSelections(tx, caller.id)) >= ownMost) throw new AppError('conflict', { detail: `There are ${ownMost} selections already; delete one first` })
        await insertSelection(tx, { ...fields, id, ownerId: caller.id, at })
        await writeAudit(tx, { managerId: caller.id, noun: 'view', nounId: id, action: 'created', at, after: fields })
      })
      return get(id)
    },
    async patch(caller: Caller, id: string, { body, ifMatch }: { body: PatchBody; ifMatch: string | null }) {
      const at = clock.now()
      await db.write(async (tx) => {
        const selection = await mayChange(tx, caller, id)
        assertFresh(ifMatch, selection.version, { required: false })
        const change = differences(selection.fields, body)
        const taken = selection.ownerId === null
        if (Object.keys(change).length === 0 && !taken) return
        await updateSelection(tx, id, { change, ownerId: taken ? caller.id : undefined, at })
        await writeAudit(tx, { managerId: caller.id, noun: 'view', nounId: id, action: taken ? 'taken-over' : 'changed', at, before: selection.fields, after: change })
      })
      return get(id)
    },
    async remove(caller: Caller, id: string, ifMatch: string | null) {
      await db.write(async (tx) => {
        const selection = await mayChange(tx, caller, id)
        assertFresh(ifMatch, selection.version, { required: false })
        await deleteSelection(tx, id)
        await writeAudit(tx, { managerId: caller.id, noun: 'view', nounId: id, action: 'deleted', at: clock.now(), before: selection.fields, after: {} })
      })
    },
  }
}
export type ClientSelectionsService = ReturnType<typeof createClientSelections>

/** Somebody else's own selection is nothing that one knows of; a shared one is known, and not everybody's to change. */
async function mayChange(tx: Tx, caller: Caller, id: string) {
  const selection = await readSelection(tx, id)
  if (!selection || (selection.ownerId !== caller.id && !selection.fields.shared)) throw new AppError('not-found')
  if (selection.ownerId !== caller.id && caller.role === 'manager') throw new AppError('forbidden')
  return selection
}

function differences(before: SelectionFields, change: PatchBody): Partial<SelectionFields> {
  return Object.fromEntries(Object.entries(change).filter(([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(before[name as keyof SelectionFields])))
}
