import type { TwinNoun, TwinReason } from '@counterpane/shared/contract/cleaning'
import type { Db, Tx } from '../../platform/db/database'
import { readCursor, toPage } from '../../platform/http/cursor'
import { uuidv7 } from '../../platform/ids'

export interface FoundPair { noun: TwinNoun; firstId: string; secondId: string; reasons: readonly TwinReason[]; score: number }
export interface PairRow { id: string; noun: TwinNoun; firstId: string; secondId: string; reasons: TwinReason[]; score: number; dismissedAt: number | null; dismissedBy: string | null; byName: string | null }
type Row = Omit<PairRow, 'reasons'> & { reasons: string }

const select = `SELECT d.id, d.noun, d.firstId, d.secondId, json(d.reasons) AS reasons, d.score, d.dismissedAt, d.dismissedBy, m.name AS byName FROM DuplicatePair d LEFT JOIN Manager m ON m.id = d.dismissedBy`

export function createDuplicatePairs({ sql }: Pick<Db, 'sql'>) {
  const toPair = ({ reasons, ...row }: Row): PairRow => ({ ...row, reasons: JSON.parse(reasons) as TwinReason[] })
  return {
    find: (id: string): PairRow | null => sql.all<Row>(`${select} WHERE d.id = ?`, [id]).map(toPair)[0] ?? null,
    /** The best first; of those set aside the last first. */
    list({ noun, dismissed, cursor, limit }: { noun: TwinNoun; dismissed: boolean; cursor?: string | undefined; limit: number }) {
      const after = cursor === undefined ? null : readCursor(cursor, ['number', 'number', 'string'])
      const order = dismissed ? 'd.dismissedAt DESC, d.score DESC, d.id DESC' : 'd.score DESC, d.id DESC'
      const beyond = dismissed ? '(d.dismissedAt, d.score, d.id) < (?, ?, ?)' : '(d.score, d.id) < (?, ?)'
      const rows = sql.all<Row>(`${select} WHERE d.noun = ? AND d.dismissedAt IS ${dismissed ? 'NOT ' : ''}NULL${after ? ` AND ${beyond}` : ''} ORDER BY ${order} LIMIT ?`,
        [noun, ...(after ? (dismissed ? after : after.slice(1)) : []), limit + 1])
      const page = toPage(rows, limit, (row) => [row.dismissedAt ?? 0, row.score, row.id])
      return { pairs: page.rows.map(toPair), nextCursor: page.nextCursor }
    },
    waiting: (noun: TwinNoun) => sql.first<{ count: number }>('SELECT COUNT(*) AS count FROM DuplicatePair WHERE noun = ? AND dismissedAt IS NULL', [noun])?.count ?? 0,
    /** With whom it was said not to be the same. */
    dismissedWith: (noun: TwinNoun, id: string) => new Set(sql.all<{ other: string }>(
      `SELECT secondId AS other FROM DuplicatePair WHERE noun = ? AND firstId = ? AND dismissedAt IS NOT NULL UNION SELECT firstId FROM DuplicatePair WHERE secondId = ? AND noun = ? AND dismissedAt IS NOT NULL`, [noun, id, id, noun]).map((row) => row.other)),
  }
}
export type DuplicatePairs = ReturnType<typeof createDuplicatePairs>

/** Found now: new ones, and known ones as they stand today. What was said of them stays. */
export async function keepPairs(tx: Tx, pairs: readonly FoundPair[], { at, searchId }: { at: Date; searchId: string }): Promise<void> {
  const rows = JSON.stringify(pairs.map((pair) => ({ id: uuidv7(), ...pair, reasons: JSON.stringify(pair.reasons) })))
  await tx.$executeRaw`INSERT INTO DuplicatePair (id, noun, firstId, secondId, reasons, score, foundAt, searchId)
    SELECT v ->> 'id', v ->> 'noun', v ->> 'firstId', v ->> 'secondId', v ->> 'reasons', v ->> 'score', ${at.getTime()}, ${searchId} FROM (SELECT jsonb(value) AS v FROM json_each(${rows})) WHERE true
    ON CONFLICT (noun, firstId, secondId) DO UPDATE SET reasons = excluded.reasons, score = excluded.score, searchId = excluded.searchId`
}

/** What the search did not see again is no longer so. */
export async function dropUnseen(tx: Tx, noun: TwinNoun, searchId: string): Promise<void> {
  await tx.duplicatePair.deleteMany({ where: { noun, dismissedAt: null, OR: [{ searchId: null }, { searchId: { not: searchId } }] } })
}

export async function judgePair(tx: Tx, id: string, { dismissedAt, dismissedBy }: { dismissedAt: Date | null; dismissedBy: string | null }): Promise<void> {
  await tx.duplicatePair.updateMany({ where: { id }, data: { dismissedAt, dismissedBy } })
}
