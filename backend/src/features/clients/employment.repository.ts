import type { Tx } from '../../platform/db/database'
import { updatePerson, type PersonFields } from './person-writes.repository'

export interface EmployerChange { counterpartyId: string | null; position: string | null; endedAt: Date; at: Date; managerId: string | null }

/** Found again by whoever takes the change back, who knows when it was made. */
const idOf = (personId: string, at: Date) => `${personId}@${at.getTime()}`

/** Somebody works elsewhere from now on: where it was before is kept with its position. Gives the person as before; null: there is none. */
export async function changeEmployer(tx: Tx, personId: string, { counterpartyId, position, endedAt, at, managerId }: EmployerChange): Promise<PersonFields | null> {
  const before = await updatePerson(tx, personId, { change: { counterpartyId, position }, version: null, at, managerId })
  if (before?.counterpartyId) await tx.personEmployment.create({ data: { id: idOf(personId, at), personId, counterpartyId: before.counterpartyId, position: before.position, endedAt } })
  return before
}

/** The change made then never was. */
export async function forgetEmployment(tx: Tx, personId: string, changedAt: Date): Promise<void> {
  await tx.personEmployment.deleteMany({ where: { id: idOf(personId, changedAt) } })
}
