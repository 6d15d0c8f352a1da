import type { Visibility } from '@counterpane/shared/domain/codes'
import type { SqlReader } from '../../platform/db/sql'
import type { TaskRecord } from './task-record'

// Who takes part is asked only where others do not read everything.
const selectTasks = `
SELECT t.id, t.version, t.kind, t.title, t.dueAt, t.doneAt, t.result, t.contactId, t.dealId, t.minutes, t.repeat, t.repeatOfId, t.createdAt, t.updatedAt,
  t.managerId, m.name AS managerName, t.createdById, b.name AS createdByName, t.counterpartyId, k.name AS counterpartyName,
  c.id AS fromId, c.subject, c.method, c.startsAt, c.private, c.visibility, c.registeredById,
  CASE WHEN c.private OR c.visibility <> 'full' THEN (SELECT json_group_array(json_object('id', z.managerId)) FROM (SELECT managerId FROM ContactManager WHERE contactId = c.id UNION SELECT c.managerId) z) ELSE '[]' END AS takingPart
FROM json_each(?) ids JOIN Task t ON t.id = ids.value JOIN Manager m ON m.id = t.managerId
LEFT JOIN Manager b ON b.id = t.createdById LEFT JOIN Counterparty k ON k.id = t.counterpartyId LEFT JOIN Contact c ON c.id = t.contactId AND c.undoneAt IS NULL`

type TaskRow = Omit<TaskRecord, 'manager' | 'createdBy' | 'counterparty' | 'contact'> & {
  managerId: string; managerName: string; createdById: string; createdByName: string | null; counterpartyId: string | null; counterpartyName: string
  fromId: string | null; subject: string; method: NonNullable<TaskRecord['contact']>['method']; startsAt: number; private: number; visibility: Visibility; registeredById: string | null; takingPart: string
}

/** In the order of the ids asked; ids that are not there are left out. */
export function loadTasks(sql: SqlReader, ids: readonly string[]): TaskRecord[] {
  if (ids.length === 0) return []
  const found = new Map(sql.all<TaskRow>(selectTasks, [JSON.stringify(ids)]).map((row) => [row.id, toRecord(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

function toRecord({ managerId, managerName, createdById, createdByName, counterpartyId, counterpartyName, fromId, subject, method, startsAt, private: isPrivate, visibility, registeredById, takingPart, ...task }: TaskRow): TaskRecord {
  return {
    ...task, manager: { id: managerId, name: managerName }, createdBy: { id: createdById, name: createdByName ?? '' },
    counterparty: counterpartyId === null ? null : { id: counterpartyId, name: counterpartyName },
    contact: fromId === null ? null : { id: fromId, subject, method, startsAt, private: isPrivate === 1, visibility, registeredBy: registeredById === null ? null : { id: registeredById }, managers: JSON.parse(takingPart) as { id: string }[] },
  }
}
