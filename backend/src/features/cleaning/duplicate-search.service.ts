import { setTimeout as pause } from 'node:timers/promises'
import { twinNouns, type TwinSearch } from '@counterpane/shared/contract/cleaning'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import { describeError } from '../../platform/log/describe-error'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import { createDuplicatePairs, dropUnseen, keepPairs } from './duplicate-pairs.repository'
import { findTwins } from './duplicate-round'
import { createDuplicateSearches, endSearches, insertSearch, writeSearch } from './duplicate-search.repository'
import { createBreath, Stopped } from './pair-gathering'
import { createTwinKeys } from './twin-keys.repository'

const written = 500
const breathMs = 5
const tellEvery = 10_000

/** One search of the base at a time, in the background; who asks again meanwhile is told of the one that runs. */
export function createDuplicateSearch({ db, clock, log }: { db: Db; clock: Clock; log: Log }) {
  const searches = createDuplicateSearches(db)
  const pairs = createDuplicatePairs(db)
  const keys = createTwinKeys(db)
  let running: { id: string; stopped: boolean; end: Promise<void> } | null = null

  async function run(turn: { id: string; stopped: boolean }) {
    const breathe = createBreath(() => turn.stopped)
    let [looked, told, found] = [0, 0, 0]
    const look = async (count: number) => {
      looked += count
      if (looked - told < tellEvery) return
      told = looked
      await db.write((tx) => writeSearch(tx, turn.id, { looked }))
    }
    try {
      for (const noun of twinNouns) {
        const twins = await findTwins(noun, { keys, breathe, looked: look })
        for (let i = 0; i < twins.length; i += written) {
          if (turn.stopped) throw new Stopped()
          const part = twins.slice(i, i + written)
          found += part.length
          await db.write(async (tx) => { await keepPairs(tx, part, { at: clock.now(), searchId: turn.id }); await writeSearch(tx, turn.id, { looked, found }) })
          await pause(breathMs)
        }
        await db.write((tx) => dropUnseen(tx, noun, turn.id))
      }
      await db.write((tx) => writeSearch(tx, turn.id, { state: 'done', looked, found, finishedAt: clock.now() }))
    } catch (error) {
      const state = error instanceof Stopped ? 'stopped' : 'failed'
      if (state === 'failed') log.error({ error: describeError(error) }, 'the search for duplicates failed')
      await db.write((tx) => writeSearch(tx, turn.id, { state, looked, found, finishedAt: clock.now() })).catch(() => undefined)
    }
  }

  const show = (): TwinSearch => {
    const last = searches.last()
    const iso = (ms: number) => new Date(ms).toISOString()
    return {
      search: last && {
        id: last.id, state: last.state, looked: last.looked, total: last.total, found: last.found, startedAt: iso(last.startedAt), finishedAt: last.finishedAt === null ? null : iso(last.finishedAt),
        by: last.managerId === null ? null : { id: last.managerId, name: last.managerName ?? '' },
      },
      waiting: { counterparty: pairs.waiting('counterparty'), person: pairs.waiting('person') },
    }
  }
  async function stop() {
    if (!running) return
    running.stopped = true
    await running.end
  }
  return {
    show,
    async start(caller: Caller): Promise<TwinSearch> {
      if (running) return show()
      const turn = { id: uuidv7(), stopped: false, end: Promise.resolve() }
      running = turn
      const total = keys.count('counterparty') + keys.count('person')
      try {
        await db.write(async (tx) => { await endSearches(tx, clock.now()); await insertSearch(tx, { id: turn.id, managerId: caller.id, total, startedAt: clock.now() }) })
      } catch (error) { running = null; throw error }
      turn.end = run(turn).finally(() => { running = null })
      return show()
    },
    async cancel(): Promise<TwinSearch> {
      await stop()
      if (searches.last()?.state === 'running') await db.write((tx) => endSearches(tx, clock.now()))
      return show()
    },
    stop,
  }
}
export type DuplicateSearch = ReturnType<typeof createDuplicateSearch>
