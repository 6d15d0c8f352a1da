import type { TaskKind } from '@counterpane/shared/domain/codes'
import { writeAudit } from '../../platform/db/audit'
import type { Tx } from '../../platform/db/database'

export interface TaskFields { title: string; dueAt: Date; managerId: string; counterpartyId: string | null; contactId: string | null; dealId: string | null }
export interface NewTask extends TaskFields { id: string; kind: TaskKind; createdById: string; at: Date }
export type TaskChange = Partial<TaskFields & { result: string; doneAt: Date | null }>

export async function insertTask(tx: Tx, { at, ...task }: NewTask): Promise<void> {
  await tx.task.create({ data: { ...task, createdAt: at, updatedAt: at }, select: { id: true } })
}

/** Changes a task whose version is still the one seen (null: any); false when it is not. */
export async function updateTask(tx: Tx, id: string, { change, version, at }: { change: TaskChange; version: number | null; at: Date }): Promise<boolean> {
  const { count } = await tx.task.updateMany({ where: { id, ...(version !== null && { version }) }, data: { ...change, updatedAt: at, version: { increment: 1 } } })
  return count > 0
}

/** Ticks off those of the tasks that are still open, as part of another change ("Closes …?"); gives the ids of those that were. */
export async function completeTasks(tx: Tx, ids: readonly string[], { at, managerId }: { at: Date; managerId: string }): Promise<string[]> {
  const open = await tx.task.findMany({ where: { id: { in: [...ids] }, doneAt: null }, select: { id: true } })
  for (const { id } of open) {
    await updateTask(tx, id, { change: { doneAt: at }, version: null, at })
    await writeAudit(tx, { managerId, noun: 'task', nounId: id, action: 'done', at, before: { doneAt: null }, after: { doneAt: at } })
  }
  return open.map((task) => task.id)
}
