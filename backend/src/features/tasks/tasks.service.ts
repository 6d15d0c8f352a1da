import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/task'
import { AppError } from '@counterpane/shared/errors/app-error'
import { contactProblems } from '@counterpane/shared/text/contact-problems'
import type { Clock } from '../../ports/clock'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import type { Caller } from '../../platform/http/caller'
import { assertFresh } from '../../platform/http/etag'
import { uuidv7 } from '../../platform/ids'
import type { TaskRecord } from './task-record'
import { makeNext, takeNextBack } from './task-repeat.repository'
import { insertTask, readTask, updateTask, type TaskChange } from './task-writes.repository'
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
    { table: 'Manager', field: 'managerId', ids: [body.managerId], working: true },
    { table: 'Counterparty', field: 'counterpartyId', ids: [body.counterpartyId] },
    { table: 'Contact', field: 'contactId', ids: [body.contactId] },
  ])
  const clientOf = (contactId: string | null) =>
    contactId === null ? null : db.sql.first<{ counterpartyId: string | null }>('SELECT counterpartyId FROM Contact WHERE id = ?', [contactId])?.counterpartyId ?? null

  return {
    get,
    /** A task from a contact belongs to the contact's client unless another is named. */
    async create(caller: Caller, { title, dueAt, kind = 'task', managerId = caller.id, contactId = null, dealId = null, minutes = null, repeat = null, ...body }: CreateBody): Promise<TaskRecord> {
      check({ managerId, contactId, counterpartyId: body.counterpartyId })
      const [id, at] = [uuidv7(), clock.now()]
      const counterpartyId = body.counterpartyId === undefined ? clientOf(contactId) : body.counterpartyId
      const fields = { title, dueAt: new Date(dueAt), managerId, counterpartyId, contactId, dealId, minutes, repeat }
      await db.write(async (tx) => {
        await insertTask(tx, { ...fields, id, kind, createdById: caller.id, at })
        await writeAudit(tx, { managerId: caller.id, noun: 'task', nounId: id, action: 'created', at, after: { kind, ...fields } })
      })
      return get(id)
    },
    /** A second "done" keeps the time and the result of the first, and makes no second task of a repeated one. */
    async patch(caller: Caller, id: string, { body: { timeZone, ...body }, ifMatch }: { body: PatchBody; ifMatch: string | null }): Promise<TaskRecord> {
      const { manager } = get(id)
      // Whoever had it keeps it: a form sends what it was shown.
      check({ ...body, ...(body.managerId === manager.id && { managerId: undefined }) })
      const at = clock.now()
      await db.write(async (tx) => {
        const task = await readTask(tx, id)
        if (!task) throw new AppError('not-found')
        assertFresh(ifMatch, task.version, { required: false })
        const change = differences(task.fields, changeOf(body.done && task.fields.doneAt !== null && !isNamed(ifMatch) ? doneAgain(task.fields, body) : body, { doneAt: task.fields.doneAt, at }))
        if (Object.keys(change).length === 0) return
        const action = change.doneAt === undefined ? 'changed' : change.doneAt === null ? 'reopened' : 'done'
        await updateTask(tx, id, { change, at })
        await writeAudit(tx, { managerId: caller.id, noun: 'task', nounId: id, action, at, before: task.fields, after: change })
        const doing = { at, managerId: caller.id, timeZone }
        if (action === 'done') await makeNext(tx, id, doing)
        if (action === 'reopened') await takeNextBack(tx, id, doing)
      })
      return get(id)
    },
  }
}
export type TasksService = ReturnType<typeof createTasksService>

const isNamed = (ifMatch: string | null) => ifMatch !== null && !ifMatch.split(',').some((tag) => tag.trim() === '*')

/** What is said of the end of a task that has ended already: nothing new, unless the version that it had then is named. */
function doneAgain({ result, minutes }: Required<TaskChange>, { result: toldResult, minutes: toldMinutes, ...rest }: Omit<PatchBody, 'timeZone'>): Omit<PatchBody, 'timeZone'> {
  if ((toldResult && toldResult !== result) || (typeof toldMinutes === 'number' && toldMinutes !== minutes)) throw new AppError('conflict', { words: contactProblems.taskDoneAlready })
  return rest
}

function changeOf({ done, dueAt, ...rest }: Omit<PatchBody, 'timeZone'>, { doneAt, at }: { doneAt: Date | null; at: Date }): TaskChange {
  return { ...rest, ...(dueAt !== undefined && { dueAt: new Date(dueAt) }), ...(done !== undefined && { doneAt: done ? doneAt ?? at : null }) }
}

function differences(before: Required<TaskChange>, change: TaskChange): TaskChange {
  const told = Object.entries(change) as [keyof TaskChange, unknown][]
  return Object.fromEntries(told.filter(([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(before[name])))
}
