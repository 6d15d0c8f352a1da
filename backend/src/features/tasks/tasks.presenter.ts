import type { Task } from '@counterpane/shared/contract/task'
import { etagOf } from '../../platform/http/etag'
import type { TaskRecord } from './task-record'

const iso = (ms: number) => new Date(ms).toISOString()

export function presentTask(task: TaskRecord, { now }: { now: Date }): Task {
  const { version, dueAt, doneAt, createdAt, updatedAt, ...rest } = task
  return {
    ...rest, etag: etagOf(version), dueAt: iso(dueAt), overdue: doneAt === null && dueAt < now.getTime(),
    done: doneAt !== null, doneAt: doneAt === null ? null : iso(doneAt), createdAt: iso(createdAt), updatedAt: iso(updatedAt),
  }
}
