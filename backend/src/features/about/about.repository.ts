import type { Db } from '../../platform/db/database'

export const countMigrations = ({ sql }: Pick<Db, 'sql'>): number =>
  sql.first<{ applied: number }>('SELECT count(*) AS applied FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL')?.applied ?? 0
