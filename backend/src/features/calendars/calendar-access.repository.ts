import type { Seals } from '../../platform/crypto/sealed-text'
import type { Db } from '../../platform/db/database'
import type { CalendarAccess } from '../../ports/calendar-source'

/** For whom a refresh token is sealed. */
export const tokenContext = (managerId: string) => `calendar-token:${managerId}`

/** How a manager's calendar is reached now; the token is opened for the one call. */
export function createCalendarAccess({ db, seals }: { db: Pick<Db, 'sql'>; seals: Seals }) {
  return (managerId: string): CalendarAccess => {
    const row = db.sql.first<{ mailbox: string; sealedToken: string | null }>('SELECT mailbox, sealedToken FROM CalendarMailbox WHERE managerId = ?', [managerId])
    return { mailbox: row?.mailbox ?? '', refreshToken: row?.sealedToken ? seals.open(row.sealedToken, tokenContext(managerId)) : null }
  }
}

/** After a new secret came in front, what the older ones sealed is sealed anew, so that they can be taken away; gives how many. One that changed meanwhile is left to the next time. */
export function createResealing({ db, seals }: { db: Pick<Db, 'sql' | 'write'>; seals: Seals }) {
  return async (): Promise<number> => {
    const rows = db.sql.all<{ managerId: string; sealedToken: string }>('SELECT managerId, sealedToken FROM CalendarMailbox WHERE sealedToken IS NOT NULL')
    const old = rows.flatMap(({ managerId, sealedToken }) => {
      const token = seals.isOld(sealedToken) ? seals.open(sealedToken, tokenContext(managerId)) : null
      return token === null ? [] : [{ managerId, sealedToken, fresh: seals.seal(token, tokenContext(managerId)) }]
    })
    if (old.length === 0) return 0
    return db.write(async (tx) => {
      let done = 0
      for (const { managerId, sealedToken, fresh } of old) done += (await tx.calendarMailbox.updateMany({ where: { managerId, sealedToken }, data: { sealedToken: fresh } })).count
      return done
    })
  }
}
