import type { ClientSort } from '@counterpane/shared/contract/client-list'
import type { SqlParameter } from '../../platform/db/sql'
import type { ClientFilter } from './client-list-filter'

/**
 * A stretch of the list that one index gives in order; a list is one stretch after another. `keys`: by what it is ordered, all of them told in a cursor.
 * `from` is walked when many rows fit; when few do, they are found in another way, `beside` them what the order needs, and sorted.
 */
export interface Stretch { from: string; beside: string; where: string; values: SqlParameter[]; keys: readonly string[] }
const byName = ['k.name', 'k.id'] as const
export const everything = 'Counterparty k INDEXED BY "ClientList_name"'
/** As the rows lie: those made one after another lie together, and so does what is looked up for them. */
export const byRow = 'Counterparty k NOT INDEXED'
export const byManager = 'Counterparty k INDEXED BY "ClientList_manager"'

const lacking = (where: string): Stretch => ({ from: everything, beside: '', where, values: [], keys: byName })
/** None of the values asked for is "none". */
const hasAll = (values: readonly string[] | undefined) => values !== undefined && !values.includes('none')

/** In which stretches the order goes; clients that have no class, no manager, no contact stand last, whichever way the order goes. */
export function stretchesOf(sort: ClientSort, filter: ClientFilter, managers: readonly string[]): Stretch[] {
  switch (sort.replace('-', '')) {
    case 'class':
      return [
        { from: 'Counterparty k INDEXED BY "Counterparty_class_name_id_idx"', beside: '', where: 'k.class IS NOT NULL', values: [], keys: ['k.class', ...byName] },
        ...(hasAll(filter.class) ? [] : [lacking('k.class IS NULL')]),
      ]
    case 'createdAt':
      return [{ from: 'Counterparty k INDEXED BY "Counterparty_createdAt_id_idx"', beside: '', where: 'TRUE', values: [], keys: ['k.createdAt', 'k.id'] }]
    case 'lastHeldAt':
      return [
        { from: 'ClientActivity o INDEXED BY "ClientActivity_lastHeldAt_counterpartyId_idx" CROSS JOIN Counterparty k ON k.id = o.counterpartyId', beside: ' CROSS JOIN ClientActivity o ON o.counterpartyId = k.id', where: 'TRUE', values: [], keys: ['o.lastHeldAt', 'o.counterpartyId'] },
        lacking('NOT EXISTS (SELECT 1 FROM ClientActivity o WHERE o.counterpartyId = k.id)'),
      ]
    case 'manager': {
      const asked = managers.filter((id) => filter.managerId === undefined || filter.managerId.includes(id))
      return [...(sort.startsWith('-') ? asked.reverse() : asked).map((id): Stretch => ({ from: byManager, beside: '', where: 'k.managerId = ?', values: [id], keys: byName })), ...(hasAll(filter.managerId) ? [] : [lacking('k.managerId IS NULL')])]
    }
    default: return [{ from: everything, beside: '', where: 'TRUE', values: [], keys: byName }]
  }
}
