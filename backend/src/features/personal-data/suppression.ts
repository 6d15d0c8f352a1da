import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Db, Tx } from '../../platform/db/database'

const settingName = 'suppression-key'

/**
 * Who was erased, as keyed hashes: nobody can read from them who it was, and nothing brings that person back by itself. The key comes from the server's secret;
 * with several secrets a hash of any of them counts. Where no secret is set (demo, tests) a random key is kept beside.
 */
export function createSuppressions({ sql, secrets }: Pick<Db, 'sql'> & { secrets: readonly string[] }) {
  const derived = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'counterpane suppression v1', 32)))
  const kept = () => sql.first<{ value: string }>('SELECT json_extract(value, \'$.key\') AS value FROM Setting WHERE name = ?', [settingName])?.value ?? null
  const keys = () => {
    const own = derived.length > 0 ? null : kept()
    return own === null ? derived : [Buffer.from(own, 'hex')]
  }
  const hashOf = (key: Buffer, addressKey: string) => createHmac('sha256', key).update(addressKey).digest('hex')
  const hashesOf = (addressKey: string) => keys().map((key) => hashOf(key, addressKey))
  /** Those of the addresses under which somebody was erased. */
  function erasedOf(addressKeys: readonly string[]): string[] {
    if (addressKeys.length === 0 || sql.first('SELECT 1 AS found FROM Suppression LIMIT 1') === null) return []
    const pairs = addressKeys.flatMap((addressKey) => hashesOf(addressKey).map((hash) => [addressKey, hash]))
    return sql.all<{ addressKey: string }>('SELECT DISTINCT f.value ->> 0 AS addressKey FROM json_each(?) f CROSS JOIN Suppression s ON s.hash = f.value ->> 1', [JSON.stringify(pairs)]).map((row) => row.addressKey)
  }
  return {
    /** When somebody with this address was erased; null: nobody. */
    suppressedAt(addressKey: string): Date | null {
      const row = sql.first<{ at: number }>('SELECT at FROM Suppression WHERE hash IN (SELECT value FROM json_each(?))', [JSON.stringify(hashesOf(addressKey))])
      return row && new Date(row.at)
    },
    erasedOf,
    /** Throws when one of the addresses, which somebody is about to write down anew, is that of somebody erased. Asked within the unit of work that writes. */
    refuseErased(addressKeys: readonly string[]): void {
      const erased = erasedOf(addressKeys)
      if (erased.length > 0) throw new AppError('person-erased', { detail: erased.slice(0, 5).join(', ') })
    },
    /** From now on the address may be kept again; how many hashes that were. */
    lift: async (tx: Tx, addressKey: string): Promise<number> => (await tx.suppression.deleteMany({ where: { hash: { in: hashesOf(addressKey) } } })).count,
    async add(tx: Tx, addressKeys: readonly string[], at: Date): Promise<number> {
      const key = keys()[0] ?? await makeKey(tx, at)
      for (const hash of addressKeys.map((addressKey) => hashOf(key, addressKey))) await tx.suppression.upsert({ where: { hash }, create: { hash, at }, update: { at }, select: { hash: true } })
      return addressKeys.length
    },
  }
}
export type Suppressions = ReturnType<typeof createSuppressions>

async function makeKey(tx: Tx, at: Date): Promise<Buffer> {
  const row = await tx.setting.findUnique({ where: { name: settingName }, select: { value: true } })
  if (row) return Buffer.from((row.value as { key: string }).key, 'hex')
  const key = randomBytes(32)
  await tx.setting.create({ data: { name: settingName, value: { key: key.toString('hex') }, updatedAt: at } })
  return key
}
