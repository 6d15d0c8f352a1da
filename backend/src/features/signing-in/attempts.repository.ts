import type { Tx } from '../../platform/db/database'
import type { ProvenIdentity } from '../../ports/identity-verifier'

export interface AttemptRow { stateHash: string; provider: ProvenIdentity['provider']; sealed: string; browserHash: string; expiresAt: Date }

export async function keepAttempt(tx: Tx, attempt: AttemptRow, now: Date): Promise<void> {
  await tx.signInAttempt.deleteMany({ where: { expiresAt: { lte: now } } })
  await tx.signInAttempt.create({ data: attempt, select: { stateHash: true } })
}

/** Gives it to the first who asks, and to nobody after; null when it is unknown or too old. */
export async function takeAttempt(tx: Tx, stateHash: string, now: Date): Promise<AttemptRow | null> {
  const found = await tx.signInAttempt.findUnique({ where: { stateHash } })
  if (!found) return null
  await tx.signInAttempt.delete({ where: { stateHash }, select: { stateHash: true } })
  return found.expiresAt > now ? { ...found, provider: found.provider === 'google' ? 'google' : 'entra' } : null
}
