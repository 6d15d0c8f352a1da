import type { Db } from './database'

/** Small enough that a writer in between hardly waits (some 20 ms). */
const atOnce = 1_000

/** Puts the next clients' texts into the index of threes. Gives how many were waiting, no more than are done at once; 0: all is done. */
export async function indexSomeClients({ sql, write }: Pick<Db, 'sql' | 'write'>): Promise<number> {
  const waiting = sql.first<{ n: number }>(`SELECT COUNT(*) AS n FROM (SELECT 1 FROM "_client_text" WHERE docId > (SELECT upTo FROM "_client_text_state") LIMIT ${atOnce})`)?.n ?? 0
  if (waiting === 0) return 0
  await write(async (tx) => {
    await tx.$executeRaw`INSERT INTO "_client_trigrams" (rowid, text) SELECT docId, text FROM "_client_text" WHERE docId > (SELECT upTo FROM "_client_text_state") ORDER BY docId LIMIT ${atOnce}`
    await tx.$executeRaw`UPDATE "_client_text_state" SET upTo = (SELECT COALESCE(MAX(docId), upTo) FROM (SELECT docId FROM "_client_text" WHERE docId > (SELECT upTo FROM "_client_text_state") ORDER BY docId LIMIT ${atOnce}))`
  })
  return waiting
}
