import type { Locale } from '@counterpane/shared/domain/codes'
import type { Db } from '../../platform/db/database'

const tables = { manager: 'Manager', counterparty: 'Counterparty', person: 'ContactPerson', firm: 'Firm', type: 'ContactType', adSource: 'AdSource' } as const
export type Named = keyof typeof tables

/** Names for many ids with one question for each kind. What is no longer there has none. */
export function createNames({ sql }: Pick<Db, 'sql'>) {
  return (wanted: Readonly<Record<Named, readonly string[]>>, locale: Locale) => {
    const found = new Map<string, string>()
    for (const kind of Object.keys(tables) as Named[]) {
      if (wanted[kind].length === 0) continue
      const name = kind === 'type' && locale === 'ru' ? 'COALESCE(nameRu, name)' : 'name'
      const rows = sql.all<{ id: string; name: string }>(`SELECT id, ${name} AS name FROM ${tables[kind]} WHERE id IN (SELECT value FROM json_each(?))`, [JSON.stringify(wanted[kind])])
      for (const row of rows) found.set(`${kind} ${row.id}`, row.name)
    }
    return (kind: Named, id: string) => found.get(`${kind} ${id}`) ?? null
  }
}
export type Names = ReturnType<ReturnType<typeof createNames>>
