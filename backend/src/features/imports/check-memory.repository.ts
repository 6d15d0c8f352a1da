import { openConnection } from '../../platform/db/connection'

export const places = ['byTax', 'byName', 'clientsAt', 'personsAt', 'personsNamed'] as const
export type Place = (typeof places)[number]
/** By what somebody is found, and whom. */
export type KeyOfOne = readonly [place: Place, key: string, id: string]

/**
 * Whom a check has met in the rows so far, however many they are: a base of its own that lies in a file without a name, which is gone when it is closed or the process ends.
 * In memory is no more of it than the pages in use.
 */
export function createCheckMemory() {
  const connection = openConnection('')
  connection.exec(`CREATE TABLE Met (id TEXT PRIMARY KEY, fields TEXT NOT NULL) WITHOUT ROWID; CREATE TABLE KeyOf (place TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (place, key, id))`)
  const one = {
    keys: connection.prepare('INSERT OR IGNORE INTO KeyOf (place, key, id) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)'),
    met: connection.prepare('INSERT OR REPLACE INTO Met (id, fields) SELECT value ->> 0, value -> 1 FROM json_each(?)'),
    ids: connection.prepare('SELECT k.key, k.id FROM json_each(?2) s CROSS JOIN KeyOf k ON k.place = ?1 AND k.key = s.value ORDER BY k.rowid'),
    fields: connection.prepare('SELECT m.id, m.fields FROM json_each(?) s CROSS JOIN Met m ON m.id = s.value'),
  }
  return {
    idsOf(place: Place, keys: readonly string[]): Map<string, string[]> {
      const found = new Map<string, string[]>()
      if (keys.length === 0) return found
      for (const { key, id } of one.ids.all(place, JSON.stringify([...new Set(keys)])) as { key: string; id: string }[]) found.set(key, [...found.get(key) ?? [], id])
      return found
    },
    /** Those of the ids that were met, with what the rows made of them. */
    met<T>(ids: Iterable<string>): [string, T][] {
      return (one.fields.all(JSON.stringify([...new Set(ids)])) as { id: string; fields: string }[]).map(({ id, fields }) => [id, JSON.parse(fields) as T])
    },
    keep(met: readonly { id: string }[], keys: readonly KeyOfOne[]): void {
      connection.exec('BEGIN')
      one.met.run(JSON.stringify(met.map((record) => [record.id, record])))
      one.keys.run(JSON.stringify(keys))
      connection.exec('COMMIT')
    },
    close: () => { connection.close() },
  }
}
export type CheckMemory = ReturnType<typeof createCheckMemory>
