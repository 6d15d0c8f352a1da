import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/administration'
import { AppError } from '@counterpane/shared/errors/app-error'
import { administrationProblems } from '@counterpane/shared/text/administration-problems'
import { writeAudits } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import type { Caller } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { refuse } from './administration-checks'
import { giveClients, giveTasks, type HandoverFinder } from './manager-handover.repository'

type Body = z.output<typeof contract.handOverManager>
type Answer = z.output<typeof contract.handedOverManager>
export interface Giving { fromId: string; toId: string; at: Date; caller: Caller; setId: string }
/** `givePlans`: of these contacts those that the caller may give away get another manager, with a trace of each; gives their ids. */
export interface HandoverDeps { db: Db; open: HandoverFinder; clock: Clock; givePlans(tx: Tx, ids: readonly string[], giving: Giving): Promise<string[]>; changed(contactId: string): void }

/** So many in one unit of work: whoever else writes gets a turn in between. */
const handful = 250
const breathMs = 5

/** Somebody leaves or is away for long: clients, plans and tasks go to one other manager by one order, and come back by one word. */
export function createManagerHandover({ db, open, clock, givePlans, changed }: HandoverDeps) {
  return async (caller: Caller, fromId: string, { toId, ...wanted }: Body): Promise<Answer> => {
    if (!db.sql.first('SELECT 1 AS there FROM Manager WHERE id = ?', [fromId])) throw new AppError('not-found')
    if (toId === fromId) refuse('invalid-request', 'toId', administrationProblems.toOneself)
    assertReferences(db.sql, [{ table: 'Manager', field: 'toId', ids: [toId], working: true }])
    const setId = uuidv7()
    const done = { clients: 0, plans: 0, tasks: 0 }
    let left = 0
    const give = {
      async clients(tx: Tx, ids: readonly string[], giving: Giving) {
        const given = await giveClients(tx, ids, giving)
        await writeAudits(tx, given.map((id) => ({ managerId: caller.id, noun: 'counterparty', nounId: id, action: 'handed-over', at: giving.at, before: { managerId: fromId }, after: { managerId: toId }, setId })))
        return given
      },
      plans: givePlans,
      async tasks(tx: Tx, ids: readonly string[], giving: Giving) {
        const given = await giveTasks(tx, ids, giving)
        await writeAudits(tx, given.map((id) => ({ managerId: caller.id, noun: 'task', nounId: id, action: 'handed-over', at: giving.at, before: { managerId: fromId }, after: { managerId: toId }, setId })))
        return given
      },
    }
    for (const kind of ['clients', 'plans', 'tasks'] as const) {
      const ids = wanted[kind] ? await open[kind](fromId) : []
      for (let i = 0; i < ids.length; i += handful) {
        if (i > 0) await pause(breathMs)
        const part = ids.slice(i, i + handful)
        const given = await db.write((tx) => give[kind](tx, part, { fromId, toId, at: clock.now(), caller, setId }))
        done[kind] += given.length
        left += part.length - given.length
        if (kind === 'plans') for (const id of given) changed(id)
      }
    }
    return { setId: done.clients + done.plans + done.tasks > 0 ? setId : null, ...done, left }
  }
}
export type ManagerHandover = ReturnType<typeof createManagerHandover>
