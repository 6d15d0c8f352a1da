import { foldText } from '@counterpane/shared/text/fold'
import type { SqlReader } from '../../platform/db/sql'

/** Which source of clients a cell means, by its name; null when there is none of that name. */
export function createSourceNames(sql: SqlReader) {
  const byName = new Map(sql.all<{ id: string; name: string }>('SELECT id, name FROM AdSource ORDER BY active, id DESC', []).map(({ id, name }) => [foldText(name), id]))
  return (text: string): string | null => byName.get(foldText(text)) ?? null
}
