import type { NeverScope } from '@counterpane/shared/domain/trail-codes'
import type { Db, Tx } from '../../platform/db/database'
import { likePattern } from '../../platform/db/sql'
import { uuidv7 } from '../../platform/ids'
import type { NeverValue } from './never-lines'

export interface NeverRow extends NeverValue { id: string; managerId: string | null }
export interface ListAsked { managerId: string | null; q: string | undefined; after: string | null; limit: number }

/** Empty: the organisation's. A parameter that is null alone is not taken by the driver. */
const whose = "managerId IS NULLIF(?1, '')"

export function createNeverRegisterRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** In the order of the alphabet. */
    list: ({ managerId, q, after, limit }: ListAsked): NeverRow[] => sql.all<NeverRow & Record<string, string | null>>(
      `SELECT id, kind, valueKey, managerId FROM NeverRegister WHERE ${whose} AND (?2 IS NULL OR valueKey LIKE ?2 ESCAPE '\\') AND (?3 IS NULL OR valueKey || ' ' || id > ?3) ORDER BY valueKey || ' ' || id LIMIT ?4`,
      [managerId ?? '', q === undefined || q === '' ? null : likePattern(q.toLowerCase()), after, limit]),
    count: (managerId: string | null) => sql.first<{ n: number }>(`SELECT COUNT(*) AS n FROM NeverRegister WHERE ${whose}`, [managerId ?? ''])?.n ?? 0,
    keys: (managerId: string | null, most: number) => sql.all<{ valueKey: string }>(`SELECT DISTINCT valueKey FROM NeverRegister WHERE ${whose} ORDER BY valueKey LIMIT ?2`, [managerId ?? '', most]).map((row) => row.valueKey),
    ownAddresses: () => new Set(sql.all<{ addressKey: string }>('SELECT addressKey FROM ManagerAddress').map((row) => row.addressKey)),
    ownDomains: () => new Set(sql.all<{ domainKey: string }>('SELECT domainKey FROM OwnDomain').map((row) => row.domainKey)),
  }
}
export type NeverRegisterRepository = ReturnType<typeof createNeverRegisterRepository>

export const managerOf = (scope: NeverScope, callerId: string) => (scope === 'own' ? callerId : null)

/** Those of the values that the list has already. */
export async function knownValues(tx: Tx, managerId: string | null, values: readonly NeverValue[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (let at = 0; at < values.length; at += 500) {
    const rows = await tx.neverRegister.findMany({ where: { managerId, valueKey: { in: values.slice(at, at + 500).map((value) => value.valueKey) } }, select: { kind: true, valueKey: true } })
    for (const row of rows) known.add(`${row.kind} ${row.valueKey}`)
  }
  return known
}
export const countNever = (tx: Tx, managerId: string | null) => tx.neverRegister.count({ where: { managerId } })
export async function insertNever(tx: Tx, managerId: string | null, values: readonly NeverValue[]): Promise<NeverRow[]> {
  const rows = values.map((value) => ({ id: uuidv7(), ...value, managerId }))
  if (rows.length > 0) await tx.neverRegister.createMany({ data: rows })
  return rows
}
export const findNever = (tx: Tx, id: string) => tx.neverRegister.findUnique({ where: { id } })
export const removeNever = (tx: Tx, id: string) => tx.neverRegister.delete({ where: { id }, select: { id: true } })
