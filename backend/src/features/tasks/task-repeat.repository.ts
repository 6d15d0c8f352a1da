import { uuidv7 } from '../../platform/ids'
import { writeAudit } from '../../platform/db/audit'
import type { Tx } from '../../platform/db/database'
import { intendedDay, isOfMonths, nextTerm } from './next-term'
import type { Repeat } from './task-record'

export interface Doing { at: Date; managerId: string | null; timeZone?: string }
const deepest = 12

/** Once a repeated task is done, the next one is there: exactly one, however often and by how many it is ticked. */
export async function makeNext(tx: Tx, id: string, { at, managerId, timeZone }: Doing): Promise<void> {
  const done = await tx.task.findUnique({ where: { id } })
  const repeat = done?.repeat as Repeat | null | undefined
  if (!done || !repeat || await tx.task.findUnique({ where: { repeatOfId: id }, select: { id: true } })) return
  const zone = timeZone ?? await zoneOf(tx, managerId)
  const day = isOfMonths(repeat) ? intendedDay(await termsOf(tx, done), zone) : undefined
  const next = nextTerm({ dueAt: done.dueAt.getTime(), repeat, after: at.getTime(), timeZone: zone, day })
  if (next === null) return
  const { kind, title, managerId: assignee, createdById, counterpartyId, contactId, dealId } = done
  const task = { kind, title, dueAt: new Date(next), managerId: assignee, createdById, counterpartyId, contactId, dealId, repeat, repeatOfId: id }
  const nextId = uuidv7()
  await tx.task.create({ data: { ...task, id: nextId, createdAt: at, updatedAt: at }, select: { id: true } })
  await writeAudit(tx, { managerId, noun: 'task', nounId: nextId, action: 'created', at, after: task })
}

/** A task that is open again needs no next one yet; one that somebody has changed since stays. */
export async function takeNextBack(tx: Tx, id: string, { at, managerId }: Doing): Promise<void> {
  const next = await tx.task.findUnique({ where: { repeatOfId: id }, select: { id: true, version: true, doneAt: true, title: true } })
  if (!next || next.version > 1 || next.doneAt !== null) return
  await tx.task.delete({ where: { id: next.id }, select: { id: true } })
  await writeAudit(tx, { managerId, noun: 'task', nounId: next.id, action: 'removed', at, before: { title: next.title }, after: { title: null } })
}

async function termsOf(tx: Tx, { dueAt, repeatOfId }: { dueAt: Date; repeatOfId: string | null }): Promise<number[]> {
  const terms = [dueAt.getTime()]
  for (let id = repeatOfId; id !== null && terms.length < deepest;) {
    const earlier = await tx.task.findUnique({ where: { id }, select: { dueAt: true, repeatOfId: true } })
    if (!earlier) break
    terms.push(earlier.dueAt.getTime())
    id = earlier.repeatOfId
  }
  return terms
}

async function zoneOf(tx: Tx, managerId: string | null): Promise<string> {
  const manager = managerId === null ? null : await tx.manager.findUnique({ where: { id: managerId }, select: { preferences: true } })
  const preferences = manager?.preferences as { digest?: { timeZone?: unknown } } | null | undefined
  return typeof preferences?.digest?.timeZone === 'string' ? preferences.digest.timeZone : 'UTC'
}
