import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '../../platform/db/database'
import { querySchema, runSchema } from '../../platform/db/schema-sql'

type Writing = Pick<Db, 'prisma' | 'write' | 'side'>

/** A larger file is compacted when nobody works: until it is, writing would have to wait for it. */
export const compactedAtOnceMost = 512 * 1024 * 1024
const mergeSteps = 5_000

/** From here on what is deleted is overwritten, not only forgotten. */
export const overwriteDeleted = async ({ prisma }: Pick<Db, 'prisma'>, on: boolean) => void (await querySchema(prisma, `PRAGMA secure_delete = ${on ? 'ON' : 'OFF'}`))

/** The full-text index keeps the terms of deleted texts in its pieces until these are put together: step by step, so that others write in between. */
export async function mergeTextIndex({ write }: Pick<Db, 'write'>): Promise<void> {
  for (const table of ['ContactWords', 'ContactMarks']) {
    for (let step = 0; step < mergeSteps; step++) {
      const changes = await write(async (tx) => {
        const total = async () => Number((await querySchema<{ n: number | bigint }>(tx, 'SELECT total_changes() AS n'))[0]?.n ?? 0)
        const before = await total()
        await runSchema(tx, `INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${step === 0 ? -500 : 500})`)
        return (await total()) - before
      })
      if (changes < 2) break
      await pause(1)
    }
  }
}

/** Compacts the file and empties its log; false when it is too large to be done while people work, or somebody reads the log. */
export async function compactFile({ prisma, side }: Writing): Promise<boolean> {
  const [size] = await side.all<{ bytes: number }>('SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()')
  if (Number(size?.bytes ?? 0) > compactedAtOnceMost) return false
  await runSchema(prisma, 'VACUUM')
  const [log] = await querySchema<Record<string, number | bigint>>(prisma, 'PRAGMA wal_checkpoint(TRUNCATE)')
  return Number(log?.busy ?? 1) === 0
}
