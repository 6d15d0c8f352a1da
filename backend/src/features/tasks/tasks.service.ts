import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/task'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Clock } from '../../ports/clock'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import type { Caller } from '../../platform/http/caller'
import { assertFresh } from '../../platform/http/etag'
import { uuidv7 } from '../../platform/ids'
import type { TaskRecord } from './task-record'
import { insertTask, updateTask, type TaskChange } from './task-writes.repository'
import type { TasksRepository } from './tasks.repository'

export interface TasksDeps { db: Db; tasks: TasksRepository; clock: Clock }
type CreateBody = z.output<typeof contract.createTask>
type PatchBody = z.output<typeof contract.patchTask>

export function createTasksService({ db, tasks, clock }: TasksDeps) {
  const get = (id: string): TaskRecord => {
    const task = tasks.find(id)
    if (!task) throw new AppError('not-found')
    return task
  }
  const check = (body: PatchBody) => assertReferences(db.sql, [
    { table: 'Manager', field: 'managerId', ids: [body.managerId] },
    { table: 'Counterparty', field: 'counterpartyId', ids: [body.counterpartyId] },
    { table: 'Contact', field: 'contactId', ids: [body.contactId] },
  ])
  const clientOf = (contactId: string | null) =>
    contactId === null ? null : db.sql.first<{ counterpartyId: string | null }>('SELECT counterpartyId FROM Contact WHERE id = ?', [contactId])?.counterpartyId ?? null

  return {
    get,
    /** A task from a contact belongs to the contact's client unless another is named. */
    async create(caller: Caller, { title, dueAt, kind = 'task', managerId = caller.id, contactId = null, dealId = null, ...body }: CreateBody): Promise<TaskRecord> {
      check({ managerId, contactId, counterpartyId: body.counterpartyId })
      const [id, at] = [uuidv7(), clock.now()]
      const counterpartyId = body.counterpartyId === undefined ? clientOf(contactId) : body.counterpartyId
      const fields = { title, dueAt: new Date(dueAt), managerId, counterpartyId, contactId, dealId }
      await db.write(async (tx) => {
        await insertTask(tx, { ...fields, id, kind, createdById: caller.id, at })
        await writeAudit(tx, { managerId: caller.id, noun: 'task', nounId: id, action: 'created', at, after: { kind, ...fields } })
      })
      return get(id)
    },
    /** A second "done" keeps the time of the first. */
    async patch(caller: Caller, id: string, { body, ifMatch }: { body: PatchBody; ifMatch: string | null }): Promise<TaskRecord> {
      const task = get(id)
      assertFresh(ifMatch, task.version, { required: false })
      check(body)
      const at = clock.now()
      const before = fieldsOf(task)
      const change = differences(before, changeOf(body, { doneAt: task.doneAt, at }))
      if (Object.keys(change).length === 0) return task
      const action = change.doneAt === undefined ? 'changed' : change.doneAt === null ? 'reopened' : 'done'
      await db.write(async (tx) => {
        const fresh = await updateTask(tx, id, { change, version: ifMatch === null || ifMatch.trim() === '*' ? null : task.version, at })
        if (!fresh) throw new AppError('stale')
        await writeAudit(tx, { managerId: caller.id, noun: 'task', nounId: id, action, at, before, after: change })
      })
      return get(id)
    },
  }
}
export type TasksService = ReturnType<typeof createTasksService>

const instantOf = (ms: number | null) => (ms === null ? null : new Date(ms))

function fieldsOf(task: TaskRecord) {
  return {
    title: task.title, dueAt: new Date(task.dueAt), managerId: task.manager.id, counterpartyId: task.counterparty?.id ?? null, contactId: task.contactId,
    dealId: task.dealId, result: task.result, doneAt: instantOf(task.doneAt),
  }
}

function changeOf({ done, dueAt, ...rest }: PatchBody, { doneAt, at }: { doneAt: number | null; at: Date }): TaskChange {
  return { ...rest, ...(dueAt !== undefined && { dueAt: new Date(dueAt) }), ...(done !== undefined && { doneAt: done ? instantOf(doneAt) ?? at : null }) }
}

function differences(before: Required<TaskChange>, change: TaskChange): TaskChange {
  const told = Object.entries(change) as [keyof TaskChange, unknown][]
  return Object.fromEntries(told.filter(([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(before[name])))
}
