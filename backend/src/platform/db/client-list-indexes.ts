import type { Derived } from './derived'

const facts = 'kind, class, vip, industry, region, status, turnover, adSourceId'

/**
 * What the list of clients walks: every characteristic that a filter asks for stands beside the name, so that even a filter that hardly anybody fits reads this index
 * alone and no row; the clients of each manager alike; and who has something planned or to do, which are few beside all contacts and tasks.
 */
export const clientListIndexes: Derived = {
  name: 'client-list',
  drop: ['name', 'words', 'manager', 'planned', 'tasks'].map((name) => `DROP INDEX IF EXISTS "ClientList_${name}";`).join('\n'),
  create: `
    CREATE INDEX "ClientList_name" ON Counterparty (name, id, ${facts}, managerId, createdAt);
    CREATE INDEX "ClientList_manager" ON Counterparty (managerId, name, id, ${facts}, createdAt);
    CREATE INDEX "ClientList_planned" ON Contact (counterpartyId, startsAt, endsAt, id) WHERE status = 'planned' AND undoneAt IS NULL;
    CREATE INDEX "ClientList_tasks" ON Task (counterpartyId) WHERE doneAt IS NULL AND kind = 'task';`,
}
