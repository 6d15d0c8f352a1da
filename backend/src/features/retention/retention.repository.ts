import type { RetentionRule } from '@counterpane/shared/domain/trail-codes'
import type { Db, Tx } from '../../platform/db/database'
import { querySchema, runSchema } from '../../platform/db/schema-sql'
import { retentionTables } from './retention-tables'

export const settingNames = { rules: 'retention', state: 'retention-state', lease: 'retention-lease' } as const
export interface Lease { owner: string; until: number }

export function createRetentionRepository({ sql, side }: Pick<Db, 'sql' | 'side'>) {
  return {
    settingText: (name: keyof typeof settingNames) => sql.first<{ value: string }>('SELECT json(value) AS value FROM Setting WHERE name = ?', [settingNames[name]])?.value ?? null,
    async count(rule: RetentionRule, before: number): Promise<number> {
      const { table, where } = retentionTables[rule]
      const [row] = await side.all<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`, [before])
      return row?.n ?? 0
    },
    /** A handful of what is too old, by key; found on the reading thread. */
    async keysOf(rule: RetentionRule, before: number, limit: number): Promise<(string | number)[]> {
      const { table, key, where } = retentionTables[rule]
      return (await side.all<{ key: string | number }>(`SELECT ${key} AS key FROM ${table} WHERE ${where} LIMIT ${limit}`, [before])).map((row) => row.key)
    },
  }
}
export type RetentionRepository = ReturnType<typeof createRetentionRepository>

/** Deletes those of the keys that are still too old, and says how many, with the hashes of the bytes that went with them. */
export async function deleteOld(tx: Tx, rule: RetentionRule, { keys, before }: { keys: readonly (string | number)[]; before: number }): Promise<{ deleted: number; hashes: string[] }> {
  const { table, key, where, files } = retentionTables[rule]
  const asked = JSON.stringify(keys)
  const [given, old] = [`${key} IN (SELECT value FROM json_each(?2))`, where]
  const hashes = files === undefined ? [] : await querySchema<{ hash: string }>(tx, files === 'bytes'
    ? `SELECT contentHash AS hash FROM Attachment WHERE ${given} AND ${old}`
    : `SELECT contentHash AS hash FROM Attachment WHERE contentHash IS NOT NULL AND contactId IN (SELECT id FROM Contact WHERE ${given} AND ${old})`, before, asked)
  const deleted = await runSchema(tx, files === 'bytes' ? `UPDATE Attachment SET contentHash = NULL, keptAt = NULL WHERE ${given} AND ${old}` : `DELETE FROM ${table} WHERE ${given} AND ${old}`, before, asked)
  return { deleted, hashes: hashes.map((row) => row.hash) }
}

export const isNamedStill = async (tx: Tx, hash: string) => (await tx.attachment.findFirst({ where: { contentHash: hash }, select: { id: true } })) !== null

export async function writeJson(tx: Tx, name: keyof typeof settingNames, value: object | null, at: Date): Promise<void> {
  const stored = (value ?? {}) as Record<string, string | number | null>
  await tx.setting.upsert({ where: { name: settingNames[name] }, create: { name: settingNames[name], value: stored, updatedAt: at }, update: { value: stored, updatedAt: at } })
}
export async function readLease(tx: Tx): Promise<Partial<Lease>> {
  const row = await tx.setting.findUnique({ where: { name: settingNames.lease }, select: { value: true } })
  return (row?.value ?? {}) as Partial<Lease>
}
