import { createHash } from 'node:crypto'
import type { Db } from '@counterpane/backend/platform/db/database'

/** One word for everything that the database holds: equal before and after means that no row changed. */
export function digestOf({ sql }: Pick<Db, 'sql'>): string {
  const tables = sql.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
  const hash = createHash('sha256')
  for (const { name } of tables) hash.update(JSON.stringify([name, sql.all(`SELECT * FROM "${name}"`)]))
  return hash.digest('hex')
}
