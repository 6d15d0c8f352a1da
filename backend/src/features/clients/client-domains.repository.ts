import { belongsToNobody } from '@counterpane/shared/matching/free-mail'
import { domainForms, skeletonOf } from '@counterpane/shared/matching/look-alike'
import type { Tx } from '../../platform/db/database'

/** Brings the domains by which look-alikes are found up to date after clients gained or lost addresses at these domains. */
export async function keepClientDomains(tx: Tx, domainKeys: Iterable<string>): Promise<void> {
  for (const domainKey of new Set(domainKeys)) {
    if (domainKey.startsWith('[') || belongsToNobody(domainKey)) continue
    const kept = await tx.clientDomain.findUnique({ where: { domainKey } })
    const wanted = await hasOwner(tx, domainKey)
    if (wanted && !kept) {
      await tx.clientDomain.create({ data: { domainKey, skeleton: skeletonOf(domainKey) } })
      await tx.clientDomainForm.createMany({ data: domainForms(domainKey).map((form) => ({ form, domainKey })) })
    } else if (!wanted && kept) {
      await tx.clientDomainForm.deleteMany({ where: { domainKey, form: { in: domainForms(domainKey) } } })
      await tx.clientDomain.delete({ where: { domainKey } })
    }
  }
}

async function hasOwner(tx: Tx, domainKey: string): Promise<boolean> {
  const where = { where: { domainKey }, select: { id: true } }
  return (await tx.personAddress.findFirst(where) ?? await tx.counterpartyAddress.findFirst(where) ?? await tx.counterpartyDomain.findFirst(where)) !== null
}
