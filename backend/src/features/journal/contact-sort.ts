import type { contactSorts } from '@counterpane/shared/contract/contact'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { SqlParameter } from '../../platform/db/sql'
import { mayRead, mayReadSubject } from './private-words'

export type SortColumn = (typeof contactSorts)[number]
/** Equal keys stand newest first, whichever way the column is sorted. */
export interface Sort { name: string; column: SortColumn; descending: boolean; expression: string; parameters: SqlParameter[]; join: string; kind: 'number' | 'string'; /** It stands in the table only. */ looks: boolean; /** What it costs to find the key of one row, in microseconds. */ price: number }
export interface SortViewer { callerId: string; locale?: Locale | undefined }

/** A cursor holds the key, so that of a text is cut. */
const cut = (text: string) => `substr(${text}, 1, 120)`
const first = -Number.MAX_SAFE_INTEGER // before every year that a contact can have

const tableOnly: ReadonlySet<SortColumn> = new Set(['subject', 'result', 'createdAt', 'updatedAt'])

/** What is asked of other tables for each row. */
const priceOf: Partial<Record<SortColumn, number>> = { person: 10, nextAt: 4, counterparty: 2, manager: 1, registeredBy: 1, type: 1, firm: 1, adSource: 1 }

type Key = Pick<Sort, 'expression' | 'parameters' | 'join' | 'kind'>
const number = (expression: string): Key => ({ expression, parameters: [], join: '', kind: 'number' })
const text = (expression: string, parameters: SqlParameter[] = []): Key => ({ expression, parameters, join: '', kind: 'string' })
// An alias of its own: whatever leads to the rows may be walked under another (listing-sql).
const byName = (table: string, key: string, name = 'named.name'): Key => ({ ...text(`COALESCE(${cut(name)}, '')`), join: `LEFT JOIN ${table} named ON named.id = c.${key}` })

function keyOf(column: SortColumn, { callerId, locale }: SortViewer): Key {
  const words = (name: 'subject' | 'result') => { const read = name === 'subject' ? mayReadSubject(callerId) : mayRead(callerId); return text(`iif(${read.sql}, ${cut(`c.${name}`)}, '')`, read.parameters) }
  switch (column) {
    case 'startsAt': case 'createdAt': case 'updatedAt': case 'state': return number(`c.${column}`)
    case 'method': case 'direction': case 'status': case 'source': return text(`c.${column}`)
    case 'durationMinutes': return number('COALESCE(c.durationMinutes, -1)')
    case 'priority': return number("CASE c.priority WHEN 'high' THEN 3 WHEN 'medium' THEN 2 ELSE 1 END")
    case 'subject': case 'result': return words(column)
    case 'type': return byName('ContactType', 'typeId', locale === 'ru' ? 'COALESCE(named.nameRu, named.name)' : 'named.name')
    case 'firm': return byName('Firm', 'firmId')
    case 'adSource': return byName('AdSource', 'adSourceId')
    case 'manager': return byName('Manager', 'managerId')
    case 'registeredBy': return byName('Manager', 'registeredById')
    case 'counterparty': return byName('Counterparty', 'counterpartyId')
    case 'person': return text(`COALESCE((SELECT ${cut('y.name')} FROM ContactParticipant z JOIN ContactPerson y ON y.id = z.personId WHERE z.contactId = c.id ORDER BY z.position, z.personId LIMIT 1), '')`)
    case 'nextAt': return number(`COALESCE(${nextAt}, ${first})`)
  }
}
/** When the chain goes on. */
export const nextAt = "(SELECT MIN(y.startsAt) FROM Contact y WHERE y.previousId = c.id AND y.undoneAt IS NULL AND y.status <> 'cancelled')"

export function sortOf(asked: string | undefined, viewer: SortViewer): Sort {
  const name = asked ?? '-startsAt'
  const column = name.replace('-', '') as SortColumn
  return { name, column, descending: name.startsWith('-'), looks: tableOnly.has(column), price: priceOf[column] ?? 0, ...keyOf(column, viewer) }
}
