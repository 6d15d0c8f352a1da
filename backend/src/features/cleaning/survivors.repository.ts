import type { TwinNoun } from '@counterpane/shared/contract/cleaning'
import type { Db } from '../../platform/db/database'

/** A chain of merges has an end; a broken one must have one too. */
const longestChain = 100

/** Ids as somebody wrote them down, and beside each who was merged away the one who stayed: what named the one before finds the other now. */
export function createSurvivors({ sql }: Pick<Db, 'sql'>) {
  return (noun: TwinNoun, ids: readonly string[]): string[] => sql.all<{ id: string }>(
    `WITH RECURSIVE followed (id, step) AS (SELECT value, 0 FROM json_each(?1) UNION SELECT g.survivorId, f.step + 1 FROM followed f JOIN "Merge" g ON g.mergedId = f.id AND g.noun = ?2 AND g.undoneAt IS NULL WHERE f.step < ${longestChain})
     SELECT DISTINCT id FROM followed`, [JSON.stringify(ids), noun]).map(({ id }) => id)
}
export type Survivors = ReturnType<typeof createSurvivors>
