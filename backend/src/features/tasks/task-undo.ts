import type { Tx } from '../../platform/db/database'
import { makeNext, takeNextBack } from './task-repeat.repository'
import { readTask, updateTask, type TaskChange } from './task-writes.repository'

interface PuttingBack { fields: Record<string, unknown>; version: number; at: Date; managerId?: string | null }

/** Fields of the trail as they were, written into a task that is still the one that was read; false when it is not. What is open again takes its untouched next one back. */
export async function putBackTask(tx: Tx, id: string, { fields: { dueAt, doneAt, ...rest }, version, at, managerId = null }: PuttingBack): Promise<boolean> {
  const now = await readTask(tx, id)
  if (now?.version !== version) return false
  const change = { ...rest, ...(dueAt !== undefined && { dueAt: new Date(dueAt as string) }), ...(doneAt !== undefined && { doneAt: doneAt === null ? null : new Date(doneAt as string) }) }
  await updateTask(tx, id, { change: change as TaskChange, at })
  if (doneAt === null) await takeNextBack(tx, id, { at, managerId })
  else if (doneAt !== undefined && now.fields.doneAt === null) await makeNext(tx, id, { at, managerId })
  return true
}
