import type { ClientSort } from '@counterpane/shared/contract/client-list'
import type { SqlParameter } from '../../platform/db/sql'

/**
 * A stretch of the list that one index gives in order; a list is one stretch after another. `keys`: by what it is ordered, all of them told in a cursor.
 * `from` is walked when many rows fit; when few do, the index of all characteristics is read instead and what was found is sorted.
 */
export interface Stretch { from: string; few: string; where: string; values: SqlParameter[]; keys: readonly string[] }
const byName = ['k.name', 'k.id'] as const
export const everything = 'Counterparty k INDEXED BY "ClientList_name"'

/** In which stretches the order goes; clients that have no class, no manager, no contact stand last, whichever way the order goes. */
export function stretchesOf(sort: ClientSort, managers: readonly string[]): Stretch[] {
  const descending = sort.startsWith('-')
  const lacking = (where: string): Stretch => ({ from: everything, few: everything, where, values: [], keys: byName })
  switch (sort.replace('-', '')) {
    case 'class':
      return [{ from: 'Counterparty k INDEXED BY "Counterparty_class_name_id_idx"', few: everything, where: 'k.class IS NOT NULL', values: [], keys: ['k.class', ...byName] }, lacking('k.class IS NULL')]
    case 'createdAt':
      return [{ from: 'Counterparty k INDEXED BY "Counterparty_createdAt_id_idx"', few: everything, where: 'TRUE', values: [], keys: ['k.createdAt', 'k.id'] }]
    case 'lastHeldAt':
      return [
        { from: 'ClientActivity o INDEXED BY "ClientActivity_lastHeldAt_counterpartyId_idx" CROSS JOIN Counterparty k ON k.id = o.counterpartyId', few: `${everything} CROSS JOIN ClientActivity o ON o.counterpartyId = k.id`, where: 'TRUE', values: [], keys: ['o.lastHeldAt', 'o.counterpartyId'] },
        lacking('NOT EXISTS (SELECT 1 FROM ClientActivity o WHERE o.counterpartyId = k.id)'),
      ]
    case 'manager': {
      const from = 'Counterparty k INDEXED BY "ClientList_manager"'
      return [...(descending ? [...managers].reverse() : managers).map((id): Stretch => ({ from, few: from, where: 'k.managerId = ?', values: [id], keys: byName })), lacking('k.managerId IS NULL')]
    }
    default: return [{ from: everything, few: everything, where: 'TRUE', values: [], keys: byName }]
  }
}
