import type { Preferences } from '@counterpane/shared/contract/access'
import type { Locale, Role } from '@counterpane/shared/domain/codes'
import type { Db, Tx } from '../../platform/db/database'

export type DigestKind = 'mine' | 'team'
export interface Reader { id: string; name: string; role: Role; teamId: string | null; locale: Locale | null; address: string | null; digest: Preferences['digest'] }
export interface SentKey { managerId: string; kind: DigestKind; day: string }
/** `tries`: how often sending was begun. `waiting`: to be tried again at `at`; `sending`: begun at `at`, by somebody who may have died. */
export interface SentRow { state: 'sending' | 'waiting' | 'sent' | 'empty' | 'failed'; tries: number; at: number }

const usual: Preferences['digest'] = { mine: false, team: false, at: 8, timeZone: 'UTC' }
const select = `SELECT m.id, m.name, m.role, m.teamId, m.locale, json_extract(m.preferences, '$.digest') AS digest,
  (SELECT address FROM ManagerAddress WHERE managerId = m.id ORDER BY main DESC, address LIMIT 1) AS address FROM Manager m WHERE m.active = 1`
const written = ({ state, tries }: Omit<SentRow, 'at'>) => (state === 'sending' || state === 'waiting' ? `${state} ${tries}` : state)

export function createDigestsRepository({ sql, write }: Pick<Db, 'sql' | 'write'>) {
  const present = ({ digest, ...row }: Omit<Reader, 'digest'> & { digest: string | null }): Reader => ({ ...row, digest: { ...usual, ...(JSON.parse(digest ?? '{}') as Partial<Preferences['digest']>) } })
  const rows = (condition: string, parameters: string[] = []) => sql.all<Omit<Reader, 'digest'> & { digest: string | null }>(`${select} ${condition}`, parameters).map(present)
  return {
    find: (id: string) => rows('AND m.id = ?', [id])[0] ?? null,
    /** Who wants a letter at all. */
    readers: () => rows("AND (json_extract(m.preferences, '$.digest.mine') OR json_extract(m.preferences, '$.digest.team')) ORDER BY m.id"),
    /** Whom a lead answers for; without a team of one's own, everybody. */
    scopeOf: ({ role, teamId }: Pick<Reader, 'role' | 'teamId'>) => {
      const isWhole = role === 'administrator' || teamId === null
      const managers = sql.all<{ id: string }>(`SELECT id FROM Manager WHERE ${isWhole ? 'active = 1' : 'teamId = ?'}`, isWhole ? [] : [teamId])
      return { isWhole, managerIds: managers.map(({ id }) => id) }
    },
    findSent({ managerId, kind, day }: SentKey): SentRow | null {
      const row = sql.first<{ state: string; at: number }>('SELECT state, at FROM DigestSent WHERE managerId = ? AND kind = ? AND day = ?', [managerId, kind, day])
      if (!row) return null
      const [state = 'failed', tries = '0'] = row.state.split(' ')
      return { state: state as SentRow['state'], tries: Number(tries), at: row.at }
    },
    /** Takes the letter in hand if it still stands as it was seen; of several who try one succeeds. */
    take: (key: SentKey, seen: SentRow | null, at: Date) => write(async (tx) => {
      const state = written({ state: 'sending', tries: (seen?.tries ?? 0) + 1 })
      if (seen === null) return (await insertSent(tx, key, { state, at })) === 1
      return (await tx.digestSent.updateMany({ where: { ...key, state: written(seen), at: new Date(seen.at) }, data: { state, at } })).count === 1
    }),
    settle: (key: SentKey, row: Omit<SentRow, 'at'>, at: Date) => write((tx) => tx.digestSent.update({ where: { managerId_kind_day: key }, data: { state: written(row), at } })),
    /** Days long past say nothing to anybody. */
    forget: (before: string) => write((tx) => tx.digestSent.deleteMany({ where: { day: { lt: before } } })),
  }
}
export type DigestsRepository = ReturnType<typeof createDigestsRepository>

const insertSent = (tx: Tx, { managerId, kind, day }: SentKey, { state, at }: { state: string; at: Date }) =>
  tx.$executeRaw`INSERT INTO DigestSent (managerId, kind, day, state, at) VALUES (${managerId}, ${kind}, ${day}, ${state}, ${at.getTime()}) ON CONFLICT DO NOTHING`
