import type { Locale } from '@counterpane/shared/domain/codes'
import type { Db } from '../../platform/db/database'
import { marks } from '../../platform/db/sql'

const tables = { counterpartyId: 'Counterparty', personId: 'ContactPerson', managerId: 'Manager', registeredById: 'Manager', teamId: 'Team', type: 'ContactType', firmId: 'Firm', adSourceId: 'AdSource', segmentId: 'Segment' } as const
export type NamedFilter = keyof typeof tables
export const isNamedFilter = (name: string): name is NamedFilter => Object.hasOwn(tables, name)

/** What the ids of a filter are called. */
export function createExportNames({ sql }: Pick<Db, 'sql'>) {
  return {
    /** Of segments those that the caller may know of. */
    of(filter: NamedFilter, ids: readonly string[], { locale, callerId }: { locale: Locale; callerId: string }): Map<string, string> {
      const name = filter === 'type' && locale === 'ru' ? 'COALESCE(nameRu, name)' : 'name'
      const rows = sql.all<{ id: string; name: string }>(`SELECT id, ${name} AS name FROM ${tables[filter]} WHERE id IN (${marks(ids)})${filter === 'segmentId' ? ' AND (shared = 1 OR ownerId = ?)' : ''}`, filter === 'segmentId' ? [...ids, callerId] : [...ids])
      return new Map(rows.map((row) => [row.id, row.name]))
    },
  }
}
export type ExportNames = ReturnType<typeof createExportNames>
