import type { TwinNoun, TwinPair, TwinReason } from '@counterpane/shared/contract/cleaning'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { Clock } from '../../ports/clock'
import { createDuplicatePairs, judgePair, type PairRow } from './duplicate-pairs.repository'
import { createTwinSides, type LoadSides } from './twin-sides.repository'
import { leastScore, scoreOf } from './twin-score'
import { createTwinsOf } from './twins-of.repository'

/** So many help, more only frighten. */
const mostShown = 5

export function createDuplicates({ db, clock }: { db: Db; clock: Clock }) {
  const [pairs, sides, twinsOf] = [createDuplicatePairs(db), createTwinSides(db), createTwinsOf(db)]
  return {
    /** Pairs of which somebody went away since are passed over. */
    list({ noun, dismissed, cursor, limit }: { noun: TwinNoun; dismissed: boolean; cursor?: string | undefined; limit: number }): { items: TwinPair[]; nextCursor: string | null } {
      const page = pairs.list({ noun, dismissed, cursor, limit })
      return { items: present(page.pairs, sides), nextCursor: page.nextCursor }
    },
    async judge(id: string, dismissed: boolean, caller: Caller): Promise<TwinPair> {
      if (!pairs.find(id)) throw new AppError('not-found')
      await db.write((tx) => judgePair(tx, id, dismissed ? { dismissedAt: clock.now(), dismissedBy: caller.id } : { dismissedAt: null, dismissedBy: null }))
      const row = pairs.find(id)
      const [shown] = row ? present([row], sides) : []
      if (!shown) throw new AppError('not-found')
      return shown
    },
    of(noun: TwinNoun, id: string) {
      const found = twinsOf(noun, id)
      if (!found) throw new AppError('not-found')
      const dismissed = pairs.dismissedWith(noun, id)
      const items = found.others.filter((other) => !dismissed.has(other.id)).map(({ id: otherId, name, taxKey, client, reasons }) =>
        ({ id: otherId, name, counterparty: client, reasons, score: scoreOf(noun, reasons as TwinReason[], { taxDiffers: taxKey !== null && found.self.taxKey !== null && taxKey !== found.self.taxKey }) }))
      return { items: items.filter(({ score }) => score >= leastScore).sort((a, b) => b.score - a.score).slice(0, mostShown) }
    },
  }
}
export type Duplicates = ReturnType<typeof createDuplicates>

function present(rows: readonly PairRow[], sides: LoadSides): TwinPair[] {
  const noun = rows[0]?.noun
  if (!noun) return []
  const loaded = sides(noun, rows.flatMap(({ firstId, secondId }) => [firstId, secondId]))
  return rows.flatMap(({ id, score, reasons, firstId, secondId, dismissedAt, dismissedBy, byName }) => {
    const [first, second] = [loaded.get(firstId), loaded.get(secondId)]
    if (!first || !second) return []
    return [{ id, noun, score, reasons, first, second, dismissed: dismissedAt === null ? null : { at: new Date(dismissedAt).toISOString(), by: dismissedBy === null ? null : { id: dismissedBy, name: byName ?? '' } } }]
  })
}
