import type { Role, Locale } from '@counterpane/shared/domain/codes'
import type { Db } from '../../platform/db/database'

export interface SessionRow { managerId: string; name: string; role: Role; teamId: string | null; locale: Locale | null; active: number; expiresAt: number }

export function createSessionsRepository({ sql, prisma }: Pick<Db, 'sql' | 'prisma'>) {
  return {
    find: (tokenHash: string) => sql.first<SessionRow>(
      'SELECT s.managerId, s.expiresAt, m.name, m.role, m.teamId, m.locale, m.active FROM Session s JOIN Manager m ON m.id = s.managerId WHERE s.tokenHash = ?', [tokenHash]),
    async open(session: { tokenHash: string; managerId: string; createdAt: Date; expiresAt: Date }) {
      await prisma.session.create({ data: { ...session, seenAt: session.createdAt }, select: { tokenHash: true } })
    },
    async end(tokenHash: string) { await prisma.session.deleteMany({ where: { tokenHash } }) },
    async endExpired(now: Date) { await prisma.session.deleteMany({ where: { expiresAt: { lt: now } } }) },
  }
}
export type SessionsRepository = ReturnType<typeof createSessionsRepository>
