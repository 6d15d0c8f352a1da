import type { Derived } from './derived'

/**
 * Keeps NextStepMissing: clients whose newest held contact asks for something (state 1 or 2) while nothing is planned with them, overdue plans included, and no task is open.
 * Each change of a contact or a task has its client looked at anew, so that it does not matter how it came: by a form, by a calendar, by undo, by many at once.
 */
export const nextStepTriggers: Derived = {
  name: 'next-step',
  drop: ['Contact_inserted', 'Contact_changed', 'Contact_deleted', 'Task_inserted', 'Task_changed', 'Task_deleted'].map((name) => `DROP TRIGGER IF EXISTS "NextStep_${name}";`).join('\n'),
  create: `
    CREATE TRIGGER "NextStep_Contact_inserted" AFTER INSERT ON Contact WHEN new.counterpartyId IS NOT NULL BEGIN ${lookAt('new.counterpartyId')} END;
    CREATE TRIGGER "NextStep_Contact_changed" AFTER UPDATE OF counterpartyId, status, state, startsAt, undoneAt ON Contact
      WHEN old.counterpartyId IS NOT new.counterpartyId OR old.status IS NOT new.status OR old.state IS NOT new.state OR old.startsAt IS NOT new.startsAt OR old.undoneAt IS NOT new.undoneAt
      BEGIN ${lookAt('old.counterpartyId')} ${lookAt('new.counterpartyId')} END;
    CREATE TRIGGER "NextStep_Contact_deleted" AFTER DELETE ON Contact WHEN old.counterpartyId IS NOT NULL BEGIN ${lookAt('old.counterpartyId')} END;
    CREATE TRIGGER "NextStep_Task_inserted" AFTER INSERT ON Task WHEN new.counterpartyId IS NOT NULL BEGIN ${lookAt('new.counterpartyId')} END;
    CREATE TRIGGER "NextStep_Task_changed" AFTER UPDATE OF counterpartyId, doneAt, kind ON Task
      WHEN old.counterpartyId IS NOT new.counterpartyId OR old.doneAt IS NOT new.doneAt OR old.kind IS NOT new.kind
      BEGIN ${lookAt('old.counterpartyId')} ${lookAt('new.counterpartyId')} END;
    CREATE TRIGGER "NextStep_Task_deleted" AFTER DELETE ON Task WHEN old.counterpartyId IS NOT NULL BEGIN ${lookAt('old.counterpartyId')} END;
    ${fillNextStep()}`,
}

/** All clients at once. */
export function fillNextStep(): string {
  return `DELETE FROM NextStepMissing; INSERT OR REPLACE INTO NextStepMissing (counterpartyId, contactId, startsAt) ${missing('k.id', 'Counterparty k CROSS JOIN Contact c ON')};`
}

function lookAt(client: string): string {
  return `DELETE FROM NextStepMissing WHERE counterpartyId = ${client}; INSERT OR REPLACE INTO NextStepMissing (counterpartyId, contactId, startsAt) ${missing(client, 'Contact c WHERE')};`
}

// The plus leaves the walk to the index of (client, time, id), which ends at the first held one; the one of (client, status) would sort all of them.
function missing(client: string, from: string): string {
  return `SELECT c.counterpartyId, c.id, c.startsAt FROM ${from}
      c.id = (SELECT y.id FROM Contact y WHERE y.counterpartyId = ${client} AND +y.status = 'held' AND y.undoneAt IS NULL ORDER BY y.startsAt DESC, y.id DESC LIMIT 1)
      ${from.endsWith('ON') ? 'WHERE' : 'AND'} c.state IN (1, 2)
      AND NOT EXISTS (SELECT 1 FROM Contact y WHERE y.counterpartyId = ${client} AND y.status = 'planned' AND y.undoneAt IS NULL)
      AND NOT EXISTS (SELECT 1 FROM Task t WHERE t.counterpartyId = ${client} AND t.doneAt IS NULL AND t.kind = 'task')`
}
