import type { Prisma } from '../../../prisma/generated/client'
import type { Db, Tx } from '../../platform/db/database'

export function createSettingsRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** The value as its JSON text; null when it was never set. */
    findText: (name: string) => sql.first<{ value: string }>('SELECT value FROM Setting WHERE name = ?', [name])?.value ?? null,
    firmIds: () => new Set(sql.all<{ id: string }>('SELECT id FROM Firm').map(({ id }) => id)),
  }
}
export type SettingsRepository = ReturnType<typeof createSettingsRepository>

export async function writeSetting(tx: Tx, { name, value, at }: { name: string; value: Prisma.InputJsonValue; at: Date }): Promise<void> {
  await tx.setting.upsert({ where: { name }, create: { name, value, updatedAt: at }, update: { value, updatedAt: at } })
}
