import type { Derived } from './derived'

/**
 * What the list of clients walks: every characteristic that a filter asks for stands beside the name, so that even a filter that hardly anybody fits reads this index
 * alone and no row; the words of the search by themselves; and the clients of each manager by name.
 */
export const clientListIndexes: Derived = {
  name: 'client-list',
  drop: ['name', 'words', 'manager'].map((name) => `DROP INDEX IF EXISTS "ClientList_${name}";`).join('\n'),
  create: `
    CREATE INDEX "ClientList_name" ON Counterparty (name, id, kind, class, vip, industry, region, status, turnover, adSourceId, managerId, createdAt);
    CREATE INDEX "ClientList_words" ON Counterparty (searchText, id);
    CREATE INDEX "ClientList_manager" ON Counterparty (managerId, name, id);`,
}
