import { writeAudit } from '../../platform/db/audit'
import type { Tx } from '../../platform/db/database'

export interface ChosenClient { addressKey: string; personId: string | null; counterpartyId: string | null }

/** "Always for this address", for the whole team; without a client the choice is forgotten. Part of whichever change says it. */
export async function rememberChoice(tx: Tx, { addressKey, personId, counterpartyId }: ChosenClient, { managerId, at }: { managerId: string; at: Date }): Promise<void> {
  const before = await tx.rememberedChoice.findUnique({ where: { addressKey }, select: { personId: true, counterpartyId: true } })
  const after = { personId, counterpartyId }
  if (personId === null && counterpartyId === null) {
    if (!before) return
    await tx.rememberedChoice.delete({ where: { addressKey } })
  } else {
    const choice = { ...after, setById: managerId, setAt: at }
    await tx.rememberedChoice.upsert({ where: { addressKey }, create: { addressKey, ...choice }, update: choice })
  }
  const action = personId === null && counterpartyId === null ? 'forgotten' : 'remembered'
  await writeAudit(tx, { managerId, noun: 'choice', nounId: addressKey, action, at, ...(before && { before }), after })
}
