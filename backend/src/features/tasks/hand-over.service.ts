import type { z } from 'zod'
import type { handedOver, handOverTasks } from '@counterpane/shared/contract/task'
import { AppError } from '@counterpane/shared/errors/app-error'
import { leftProblem, referenceProblems } from '@counterpane/shared/text/reference-problems'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { readTask, updateTask } from './task-writes.repository'

type Order = z.output<typeof handOverTasks>
type Answer = z.output<typeof handedOver>

/** Open tasks get another manager, all by one order that can be taken back as one. Nobody who has left is given any. */
export function createHandOver({ db, clock }: { db: Db; clock: Clock }) {
  return async (caller: Caller, { ids, managerId }: Order): Promise<Answer> => {
    const manager = db.sql.first<{ name: string; active: number }>('SELECT name, active FROM Manager WHERE id = ?', [managerId])
    if (!manager?.active) {
      const words = manager ? leftProblem(manager.name) : referenceProblems.Manager
      throw new AppError('not-found', { words, errors: [{ path: 'managerId', message: words.en }] })
    }
    const [setId, at] = [uuidv7(), clock.now()]
    const results: Answer['results'] = []
    await db.write(async (tx) => {
      results.length = 0
      for (const id of new Set(ids)) {
        const task = await readTask(tx, id)
        const outcome = !task ? 'not-found' : task.fields.doneAt !== null ? 'done-already' : task.fields.managerId === managerId ? 'unchanged' : 'handed-over'
        results.push({ id, outcome })
        if (!task || outcome !== 'handed-over') continue
        await updateTask(tx, id, { change: { managerId }, at })
        await writeAudit(tx, { managerId: caller.id, noun: 'task', nounId: id, action: 'handed-over', at, before: task.fields, after: { managerId }, setId })
      }
    })
    return { results, setId: results.some(({ outcome }) => outcome === 'handed-over') ? setId : null }
  }
}
export type HandOver = ReturnType<typeof createHandOver>
