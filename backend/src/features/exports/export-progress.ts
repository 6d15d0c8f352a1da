import { LRUCache } from 'lru-cache'

export interface Progress { rows: number; total: number | null; state: 'running' | 'done' | 'failed' }
/** Far more than run at once; the oldest is forgotten. */
const kept = 1_000

/** How far exports are, by the ticket that their asker chose; nobody sees those of another. */
export function createExportProgress() {
  const known = new LRUCache<string, Progress>({ max: kept })
  const keyOf = (managerId: string, ticket: string) => `${managerId} ${ticket}`
  return {
    begin(managerId: string, ticket: string | undefined): Progress {
      const progress: Progress = { rows: 0, total: null, state: 'running' }
      if (ticket !== undefined) known.set(keyOf(managerId, ticket), progress)
      return progress
    },
    find: (managerId: string, ticket: string) => known.get(keyOf(managerId, ticket)) ?? null,
  }
}
export type ExportProgress = ReturnType<typeof createExportProgress>
