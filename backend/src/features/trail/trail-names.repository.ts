import type { Db } from '../../platform/db/database'

/** Nouns of the administration that have a name of their own, and where it stands. */
const tables: Record<string, string> = {
  team: 'SELECT id, name FROM Team', firm: 'SELECT id, name FROM Firm', attribute: 'SELECT id, name FROM AttributeDefinition',
  word: 'SELECT id, name FROM DictionaryWord UNION ALL SELECT id, name FROM ContactType UNION ALL SELECT id, name FROM AdSource',
}
export interface SegmentNow { id: string; name: string; shared: number; ownerId: string }

/** What things are called now. What is no longer there has no name here. */
export function createTrailNames({ sql }: Pick<Db, 'sql'>) {
  return {
    of: (noun: string, id: string): string | null => (tables[noun] ? sql.first<{ name: string }>(`SELECT name FROM (${tables[noun]}) WHERE id = ?`, [id])?.name ?? null : null),
    segment: (id: string) => sql.first<SegmentNow>('SELECT id, name, shared, ownerId FROM Segment WHERE id = ?', [id]) ?? null,
  }
}
export type TrailNames = ReturnType<typeof createTrailNames>
