import type { Employment } from '@counterpane/shared/contract/cleaning'
import type { Db, Tx } from '../../platform/db/database'

interface Row { id: string; personId: string; personName: string; clientId: string | null; clientName: string | null; position: string | null; endedAt: number; nowId: string | null; nowName: string | null }
const select = `SELECT e.id, e.personId, p.name AS personName, e.counterpartyId AS clientId, k.name AS clientName, e.position, e.endedAt, n.id AS nowId, n.name AS nowName
  FROM PersonEmployment e JOIN ContactPerson p ON p.id = e.personId LEFT JOIN Counterparty k ON k.id = e.counterpartyId LEFT JOIN Counterparty n ON n.id = p.counterpartyId`
const most = 200

export function createEmployments({ sql }: Pick<Db, 'sql'>) {
  return {
    ofPerson: (personId: string) => sql.all<Row>(`${select} WHERE e.personId = ? ORDER BY e.endedAt DESC, e.id DESC LIMIT ${most}`, [personId]).map(show),
    /** Who worked at a client and works elsewhere now, each once. */
    formerOf: (clientId: string) => [...new Map(sql.all<Row>(`${select} WHERE e.counterpartyId = ? AND p.counterpartyId IS NOT e.counterpartyId ORDER BY e.endedAt, e.id LIMIT ${most}`, [clientId]).map((row) => [row.personId, show(row)])).values()].reverse(),
    /** Where those who work at a client now worked before, the last place first. */
    beforeAt: (clientId: string) => sql.all<Row>(`${select} WHERE p.counterpartyId = ? AND k.id <> p.counterpartyId ORDER BY e.endedAt DESC, e.id DESC LIMIT ${most}`, [clientId]).map(show),
    isClient: (id: string) => sql.first('SELECT 1 AS there FROM Counterparty WHERE id = ?', [id]) !== null,
  }
}
export type Employments = ReturnType<typeof createEmployments>

const ref = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
const show = ({ id, personId, personName, clientId, clientName, position, endedAt, nowId, nowName }: Row): Employment =>
  ({ id, person: { id: personId, name: personName }, counterparty: ref(clientId, clientName), position, endedAt: new Date(endedAt).toISOString(), now: ref(nowId, nowName) })

/** What is still ahead with this person alone at a client: plans, and open tasks that belong to contacts with them. Others' part in it stays where they work. */
export async function openWorkOf(tx: Tx, { personId, counterpartyId }: { personId: string; counterpartyId: string }): Promise<{ contacts: string[]; tasks: string[] }> {
  const only = { some: { personId }, every: { personId } }
  const contacts = await tx.contact.findMany({ where: { counterpartyId, status: 'planned', undoneAt: null, persons: only }, select: { id: true }, take: 1_000 })
  const tasks = await tx.task.findMany({ where: { counterpartyId, doneAt: null, contact: { persons: only } }, select: { id: true }, take: 1_000 })
  return { contacts: contacts.map((row) => row.id), tasks: tasks.map((row) => row.id) }
}

export async function giveWork(tx: Tx, { contacts, tasks }: { contacts: readonly string[]; tasks: readonly string[] }, { counterpartyId, at }: { counterpartyId: string; at: Date }): Promise<void> {
  const data = { counterpartyId, updatedAt: at, version: { increment: 1 } }
  await tx.contact.updateMany({ where: { id: { in: [...contacts] } }, data })
  await tx.task.updateMany({ where: { id: { in: [...tasks] } }, data })
}
