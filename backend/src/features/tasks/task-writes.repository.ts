import type { TaskKind } from '@counterpane/shared/domain/codes'
import { writeAudit } from '../../platform/db/audit'
import type { Tx } from '../../platform/db/database'
import type { Repeat } from './task-record'
import { makeNext } from './task-repeat.repository'

export interface TaskFields { title: string; dueAt: Date; managerId: string; counterpartyId: string | null; contactId: string | null; dealId: string | null; minutes: number | null; repeat: Repeat | null }
export interface NewTask extends TaskFields { id: string; kind: TaskKind; createdById: string; at: Date }
export type TaskChange = Partial<TaskFields & { result: string; doneAt: Date | null }>

export async function insertTask(tx: Tx, { at, ...task }: NewTask): Promise<void> {
  await tx.task.create({ data: { ...task, createdAt: at, updatedAt: at }, select: { id: true } })
}

/** A task as it stands inside the unit of work, which nobody else can change meanwhile. */
export async function readTask(tx: Tx, id: string): Promise<{ version: number; fields: Required<TaskChange> } | null> {
  const task = await tx.task.findUnique({ where: { id } })
  if (!task) return null
  const { version, title, dueAt, managerId, counterpartyId, contactId, dealId, minutes, repeat, result, doneAt } = task
  return { version, fields: { title, dueAt, managerId, counterpartyId, contactId, dealId, minutes, repeat: repeat as Repeat | null, result, doneAt } }
}

export async function updateTask(tx: Tx, id: string, { change, at }: { change: TaskChange; at: Date }): Promise<void> {
  await tx.task.update({ where: { id }, data: { ...change, updatedAt: at, version: { increment: 1 } }, select: { id: true } })
}

/** Ticks off those of the tasks that are still open, as part of another change ("Closes …?"); gives the ids of those that were. */
export async function completeTasks(tx: Tx, ids: readonly string[], { at, managerId }: { at: Date; managerId: string }): Promise<string[]> {
  const open = await tx.task.findMany({ where: { id: { in: [...ids] }, doneAt: null }, select: { id: true } })
  for (const { id } of open) {
    await updateTask(tx, id, { change: { doneAt: at }, at })
    await writeAudit(tx, { managerId, noun: 'task', nounId: id, action: 'done', at, before: { doneAt: null }, after: { doneAt: at } })
    await makeNext(tx, id, { at, managerId })
  }
  return open.map((task) => task.id)
}
