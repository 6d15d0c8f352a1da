import { parseAddress } from '@counterpane/shared/matching/address'
import { nameKey } from '@counterpane/shared/text/fold'
import type { SqlReader } from '../../platform/db/sql'

/** Which manager a cell means: by an address or by a name in any order of its words; null when nobody or several. */
export function createManagerNames(sql: SqlReader) {
  const byName = new Map<string, string[]>()
  const byAddress = new Map<string, string>()
  for (const { id, name } of sql.all<{ id: string; name: string }>('SELECT id, name FROM Manager WHERE active = 1', [])) byName.set(nameKey(name), [...byName.get(nameKey(name)) ?? [], id])
  for (const { managerId, addressKey } of sql.all<{ managerId: string; addressKey: string }>('SELECT a.managerId, a.addressKey FROM ManagerAddress a JOIN Manager m ON m.id = a.managerId WHERE m.active = 1', [])) byAddress.set(addressKey, managerId)
  return (text: string): string | null => {
    const named = byName.get(nameKey(text)) ?? []
    return byAddress.get(parseAddress(text)?.addressKey ?? '') ?? (named.length === 1 ? named[0] ?? null : null)
  }
}
