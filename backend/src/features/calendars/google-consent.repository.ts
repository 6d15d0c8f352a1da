import type { Db, Tx } from '../../platform/db/database'

export interface GoogleMailbox { mailbox: string; baselineAt: number | null }
export interface Journey { managerId: string; sealedVerifier: string; expiresAt: number }

export function createGoogleConsentRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** The Google calendar that is set up for a manager. */
    mailboxOf: (managerId: string) => sql.first<GoogleMailbox>("SELECT mailbox, baselineAt FROM CalendarMailbox WHERE managerId = ? AND provider = 'google'", [managerId]),
  }
}

export async function beginJourney(tx: Tx, journey: { stateHash: string; managerId: string; sealedVerifier: string; expiresAt: Date }, now: Date): Promise<void> {
  await tx.calendarConsent.deleteMany({ where: { expiresAt: { lte: now } } })
  await tx.calendarConsent.create({ data: journey, select: { stateHash: true } })
}

/** Gives it to the first who asks, and to nobody after. */
export async function endJourney(tx: Tx, stateHash: string, now: Date): Promise<Journey | null> {
  const found = await tx.calendarConsent.findUnique({ where: { stateHash } })
  if (!found) return null
  await tx.calendarConsent.delete({ where: { stateHash }, select: { stateHash: true } })
  return found.expiresAt > now ? { managerId: found.managerId, sealedVerifier: found.sealedVerifier, expiresAt: found.expiresAt.getTime() } : null
}

export interface KeptConsent { managerId: string; mailbox: string; sealedToken: string; grantedScopes: string; now: Date }
/** False when another calendar was set up meanwhile. What the provider asked us to wait for still holds. */
export async function keepConsent(tx: Tx, { managerId, mailbox, sealedToken, grantedScopes, now }: KeptConsent): Promise<boolean> {
  const { count } = await tx.calendarMailbox.updateMany({
    where: { managerId, provider: 'google', mailbox },
    data: { sealedToken, grantedScopes, asks: { increment: 1 }, state: 'catching-up', since: now, problem: null, failures: 0, dueAt: now },
  })
  return count > 0
}
