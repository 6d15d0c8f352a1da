import { AppError, type Words } from '@counterpane/shared/errors/app-error'
import { contactProblems } from '@counterpane/shared/text/contact-problems'
import type { Tx } from '../../platform/db/database'

/**
 * Throws when following `previousId` backwards comes to the contact itself, or when that contact was undone. Asked after the change in the same unit of work,
 * so that two people who link two contacts to each other at once cannot both be right.
 */
export async function assertChain(tx: Tx, { id, previousId }: { id: string; previousId: string }): Promise<void> {
  const refuse = (words: Words) => new AppError('conflict', { words, errors: [{ path: 'previousId', message: words.en }] })
  const previous = await tx.contact.findFirst({ where: { id: previousId, undoneAt: null }, select: { id: true } })
  if (!previous) throw refuse(contactProblems.previousGone)
  if (await closesCircle(tx, { id, previousId })) throw refuse(contactProblems.circle)
}

/** Whether following `previousId` backwards comes to the contact itself. */
export async function closesCircle(tx: Tx, { id, previousId }: { id: string; previousId: string }): Promise<boolean> {
  const back = await tx.$queryRaw<{ found: number }[]>`
    WITH RECURSIVE back (id) AS (SELECT ${previousId} UNION SELECT c.previousId FROM back JOIN Contact c ON c.id = back.id WHERE c.previousId IS NOT NULL)
    SELECT 1 AS found FROM back WHERE id = ${id} LIMIT 1`
  return back.length > 0
}
