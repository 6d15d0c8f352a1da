import type { Task } from '@counterpane/shared/contract/task'
import { etagOf } from '../../platform/http/etag'
import { wordsSeen } from '../../platform/words-seen'
import type { TaskRecord } from './task-record'

const iso = (ms: number) => new Date(ms).toISOString()

/** Without `callerId` a contact that not everybody reads keeps its words from everybody. */
export function presentTask(task: TaskRecord, { now, callerId }: { now: Date; callerId?: string }): Task {
  const { version, dueAt, doneAt, createdAt, updatedAt, contact, ...rest } = task
  return {
    ...rest, contact: shownContact(contact, callerId), etag: etagOf(version), dueAt: iso(dueAt), overdue: doneAt === null && dueAt < now.getTime(),
    done: doneAt !== null, doneAt: doneAt === null ? null : iso(doneAt), createdAt: iso(createdAt), updatedAt: iso(updatedAt),
  }
}

function shownContact(contact: TaskRecord['contact'], callerId = ''): Task['contact'] {
  if (!contact || wordsSeen(contact, callerId) === 'none') return null
  return { id: contact.id, subject: contact.subject, method: contact.method, startsAt: iso(contact.startsAt) }
}
