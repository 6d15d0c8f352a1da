import type { Db, Tx } from '../../platform/db/database'

export interface SearchRow { id: string; state: 'running' | 'done' | 'stopped' | 'failed'; looked: number; total: number; found: number; startedAt: number; finishedAt: number | null; managerId: string | null; managerName: string | null }

export function createDuplicateSearches({ sql }: Pick<Db, 'sql'>) {
  return {
    last: () => sql.first<SearchRow>('SELECT s.id, s.state, s.looked, s.total, s.found, s.startedAt, s.finishedAt, s.managerId, m.name AS managerName FROM DuplicateSearch s LEFT JOIN Manager m ON m.id = s.managerId ORDER BY s.startedAt DESC, s.id DESC LIMIT 1'),
  }
}

export async function insertSearch(tx: Tx, search: { id: string; managerId: string; total: number; startedAt: Date }): Promise<void> {
  await tx.duplicateSearch.create({ data: { ...search, state: 'running' } })
}
export async function writeSearch(tx: Tx, id: string, data: { state?: SearchRow['state']; looked?: number; found?: number; problem?: string; finishedAt?: Date }): Promise<void> {
  await tx.duplicateSearch.updateMany({ where: { id }, data })
}
/** Whatever ran when the process ended. */
export async function endSearches(tx: Tx, at: Date): Promise<void> {
  await tx.duplicateSearch.updateMany({ where: { state: 'running' }, data: { state: 'stopped', finishedAt: at } })
}
