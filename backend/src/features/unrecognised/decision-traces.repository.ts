import type { Db, Tx } from '../../platform/db/database'
import type { DecisionNote } from './sender-decisions.repository'
import type { Sender, Signed } from './unrecognised.types'

export interface Trace { sender: Sender; note: DecisionNote; managerId: string | null; undoneAt: number | null }

/** What one decision said, of each sender it was about; empty when there is no such decision. */
export function readTraces({ sql }: Pick<Db, 'sql'>, setId: string): Trace[] {
  const rows = sql.all<{ nounId: string; after: string; managerId: string | null; undoneAt: number | null }>(`SELECT nounId, json(after) AS after, managerId, undoneAt FROM AuditEntry WHERE setId = ? AND noun = 'sender' AND action <> 'taken-back'`, [setId])
  return rows.map(({ nounId, after, ...row }) => {
    const at = nounId.indexOf(':')
    return { ...row, sender: { kind: nounId.slice(0, at) as Sender['kind'], value: nounId.slice(at + 1) }, note: JSON.parse(after) as DecisionNote }
  })
}

/** Decisions that were begun and have not come to their end. */
export const readGoing = ({ sql }: Pick<Db, 'sql'>): { setId: string; signed: Signed }[] => sql.all<{ setId: string; managerId: string; at: number }>(
  `SELECT setId, managerId, at FROM AuditEntry WHERE noun = 'sender' AND action IN ('this-is', 'new-client') AND undoneAt IS NULL AND after ->> '$.going.body.decision' IS NOT NULL ORDER BY at`)
  .map(({ setId, managerId, at }) => ({ setId, signed: { managerId, at: new Date(at) } }))

export const markTaken = (tx: Tx, setId: string, at: Date) => tx.auditEntry.updateMany({ where: { setId, undoneAt: null }, data: { undoneAt: at } })

const changedSince = (tx: Tx, noun: string, nounId: string, setId: string) =>
  tx.auditEntry.findFirst({ where: { noun, nounId, OR: [{ setId: null }, { setId: { not: setId } }] }, select: { id: true } })

/** Takes a person away that a decision made, unless somebody has worked on it or with it since; false when it stays. */
export async function removePerson(tx: Tx, id: string, setId: string): Promise<{ gone: boolean; name: string; domainKeys: string[] }> {
  const person = await tx.contactPerson.findUnique({ where: { id }, select: { name: true, addresses: { select: { domainKey: true } }, _count: { select: { contacts: true, employments: true } } } })
  if (!person) return { gone: true, name: '', domainKeys: [] }
  const domainKeys = person.addresses.map((row) => row.domainKey)
  const chosen = await tx.rememberedChoice.findFirst({ where: { personId: id }, select: { addressKey: true } })
  if (person._count.contacts > 0 || person._count.employments > 0 || chosen || await changedSince(tx, 'person', id, setId)) return { gone: false, name: person.name, domainKeys }
  await tx.contactPerson.delete({ where: { id }, select: { id: true } })
  return { gone: true, name: person.name, domainKeys }
}

/** The same of a client. */
export async function removeClient(tx: Tx, id: string, setId: string): Promise<{ gone: boolean; name: string; domainKeys: string[] }> {
  const client = await tx.counterparty.findUnique({
    where: { id }, select: { name: true, addresses: { select: { domainKey: true } }, domains: { select: { domainKey: true } }, _count: { select: { contacts: true, also: true, tasks: true, persons: true, employments: true, segments: true } } },
  })
  if (!client) return { gone: true, name: '', domainKeys: [] }
  const domainKeys = [...client.addresses, ...client.domains].map((row) => row.domainKey)
  const [chosen, ordered] = [await tx.rememberedChoice.findFirst({ where: { counterpartyId: id }, select: { addressKey: true } }), await tx.sendOrder.findFirst({ where: { counterpartyId: id }, select: { id: true } })]
  const inUse = Object.values(client._count).some((count) => count > 0) || chosen || ordered || await changedSince(tx, 'counterparty', id, setId)
  if (inUse) return { gone: false, name: client.name, domainKeys }
  await tx.counterparty.delete({ where: { id }, select: { id: true } })
  return { gone: true, name: client.name, domainKeys }
}
