import type { contactSorts } from '@counterpane/shared/contract/contact'

type SortColumn = (typeof contactSorts)[number]
export interface Sort { expression: string; join: string; descending: boolean; kind: 'number' | 'string' }

const plain = (column: string, kind: Sort['kind'] = 'string') => ({ expression: column, join: '', kind })
const byName = (table: string, key: string) => ({ expression: `COALESCE(s.name, '')`, join: `LEFT JOIN ${table} s ON s.id = c.${key}`, kind: 'string' as const })

const sorts: Record<SortColumn, Omit<Sort, 'descending'>> = {
  startsAt: plain('c.startsAt', 'number'), createdAt: plain('c.createdAt', 'number'), updatedAt: plain('c.updatedAt', 'number'),
  durationMinutes: plain('COALESCE(c.durationMinutes, -1)', 'number'), state: plain('c.state', 'number'),
  method: plain('c.method'), direction: plain('c.direction'), status: plain('c.status'), // A cursor holds the sort key, so that of a subject is cut.
  subject: plain('substr(c.subject, 1, 200)'),
  priority: plain(`CASE c.priority WHEN 'high' THEN 3 WHEN 'medium' THEN 2 ELSE 1 END`, 'number'),
  type: byName('ContactType', 'typeId'), firm: byName('Firm', 'firmId'), manager: byName('Manager', 'managerId'),
  registeredBy: byName('Manager', 'registeredById'), counterparty: byName('Counterparty', 'counterpartyId'),
}

export function sortOf(text: string | undefined): Sort {
  const descending = text === undefined || text.startsWith('-')
  return { ...sorts[(text ?? '-startsAt').replace('-', '') as SortColumn], descending }
}
