import type { Task } from '@counterpane/shared/contract/task'
import type { Method, TaskKind, Visibility } from '@counterpane/shared/domain/codes'

interface Ref { id: string; name: string }
/** The contact a task came from, with those whose words they are. */
export interface TaskContact { id: string; subject: string; method: Method; startsAt: number; private: boolean; visibility: Visibility; registeredBy: { id: string } | null; managers: readonly { id: string }[] }
export type Repeat = NonNullable<Task['repeat']>

/** A task or a note as the database holds it, with the names of what it refers to. Times are UTC instants in ms. */
export interface TaskRecord {
  id: string; version: number; kind: TaskKind; title: string; dueAt: number; doneAt: number | null; result: string
  manager: Ref; createdBy: Ref; counterparty: Ref | null; contactId: string | null; contact: TaskContact | null; dealId: string | null
  minutes: number | null; repeat: Repeat | null; repeatOfId: string | null; createdAt: number; updatedAt: number
}
