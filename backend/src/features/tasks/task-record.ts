import type { TaskKind } from '@counterpane/shared/domain/codes'

interface Ref { id: string; name: string }

/** A task or a note as the database holds it, with the names of what it refers to. Times are UTC instants in ms. */
export interface TaskRecord {
  id: string; version: number; kind: TaskKind; title: string; dueAt: number; doneAt: number | null; result: string
  manager: Ref; createdBy: Ref; counterparty: Ref | null; contactId: string | null; dealId: string | null; createdAt: number; updatedAt: number
}
