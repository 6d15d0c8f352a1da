import { setImmediate as breathe } from 'node:timers/promises'
import type { Db } from '../../platform/db/database'
import type { Log } from '../../platform/log/logger'
import type { FileStore } from '../../ports/file-store'
import { isNamed, type AttachmentsRepository } from './attachments.repository'

export interface SweepDeps { db: Db; attachments: AttachmentsRepository; store: FileStore; log: Log }
export interface SweepOptions { signal?: AbortSignal; mostLookedAt?: number }

const dayMs = 24 * 60 * 60_000
/** Files are asked about in handfuls, so that requests get their turn in between. */
const handful = 500
/** More is left to the next start, which begins at another place. */
const mostAtOnce = 200_000
/** From so many on, files that nobody names are too many to be left over from crashes when they are most of what lies there. */
const suspicious = 100

/**
 * Takes away what the program left behind when it ended in the middle: bytes that arrived and were kept, but whose row was never written. Only what is
 * older than a day, which no upload lasts. When most files are strangers the folder is another database's, or the database is an old backup: nothing is touched then.
 */
export async function sweepOrphans({ db, attachments, store, log }: SweepDeps, { signal, mostLookedAt = mostAtOnce }: SweepOptions = {}): Promise<{ removed: number; unfinished: number }> {
  const unfinished = await store.removeUnfinished(dayMs)
  const { orphans, lookedAt } = await findOrphans(attachments, store, { signal, mostLookedAt })
  if (orphans.length >= suspicious && orphans.length * 2 > lookedAt) {
    log.warn({ files: lookedAt, unnamed: orphans.length }, 'most files are named by no attachment: is this the folder of another database? Nothing was removed')
    return { removed: 0, unfinished }
  }
  let removed = 0
  for (const hash of orphans) {
    if (signal?.aborted) break
    // In the writers' turn, and asked anew: somebody may have kept the same bytes since.
    if (await db.write(async (tx) => !(await isNamed(tx, hash)) && store.removeOlder(hash, dayMs))) removed++
  }
  if (removed + unfinished > 0) log.info({ removed, unfinished }, 'files that belonged to nothing were removed')
  return { removed, unfinished }
}

async function findOrphans(attachments: AttachmentsRepository, store: FileStore, { signal, mostLookedAt }: Required<Pick<SweepOptions, 'mostLookedAt'>> & SweepOptions) {
  const orphans: string[] = []
  let [lookedAt, waiting]: [number, string[]] = [0, []]
  const ask = () => {
    const named = attachments.namedOf(waiting)
    orphans.push(...waiting.filter((hash) => !named.has(hash)))
    waiting = []
  }
  for await (const hash of store.listOlder(dayMs)) {
    if (signal?.aborted || lookedAt >= mostLookedAt) break
    lookedAt++
    waiting.push(hash)
    if (waiting.length < handful) continue
    ask()
    await breathe()
  }
  ask()
  return { orphans, lookedAt }
}
