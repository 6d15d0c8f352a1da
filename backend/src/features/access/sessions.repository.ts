import type { Role, Locale } from '@counterpane/shared/domain/codes'
import type { Db } from '../../platform/db/database'

export interface SessionRow { managerId: string; name: string; role: Role; teamId: string | null; locale: Locale | null; active: number; expiresAt: number; seenAt: number }
export interface OwnSession { id: string; client: string; createdAt: number; seenAt: number; tokenHash: string }
/** What a session must not be older than, and since when it must have been used. */
export interface Alive { now: Date; seenAfter: Date }

/** Sessions of before they had names are named by what is kept of them. */
const idOf = 'COALESCE(id, tokenHash)'

export function createSessionsRepository({ sql, prisma }: Pick<Db, 'sql' | 'prisma'>) {
  return {
    find: (tokenHash: string) => sql.first<SessionRow>(
      'SELECT s.managerId, s.expiresAt, s.seenAt, m.name, m.role, m.teamId, m.locale, m.active FROM Session s JOIN Manager m ON m.id = s.managerId WHERE s.tokenHash = ?', [tokenHash]),
    listOf: (managerId: string, { now, seenAfter }: Alive) => sql.all<OwnSession>(
      `SELECT ${idOf} AS id, client, createdAt, seenAt, tokenHash FROM Session WHERE managerId = ? AND expiresAt > ? AND seenAt > ? ORDER BY seenAt DESC, tokenHash`, [managerId, now.getTime(), seenAfter.getTime()]),
    async open(session: { id: string; tokenHash: string; managerId: string; client: string; createdAt: Date; expiresAt: Date }) {
      await prisma.session.create({ data: { ...session, seenAt: session.createdAt }, select: { tokenHash: true } })
    },
    async markSeen(tokenHash: string, seenAt: Date) { await prisma.session.updateMany({ where: { tokenHash, seenAt: { lt: seenAt } }, data: { seenAt } }) },
    async end(tokenHash: string) { await prisma.session.deleteMany({ where: { tokenHash } }) },
    /** False when it is not this manager's. */
    async endOwn(managerId: string, id: string) {
      const { count } = await prisma.session.deleteMany({ where: { managerId, OR: [{ id }, { id: null, tokenHash: id }] } })
      return count > 0
    },
    async endDead({ now, seenAfter }: Alive) { await prisma.session.deleteMany({ where: { OR: [{ expiresAt: { lte: now } }, { seenAt: { lte: seenAfter } }] } }) },
  }
}
export type SessionsRepository = ReturnType<typeof createSessionsRepository>
