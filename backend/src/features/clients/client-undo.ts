import type { Tx } from '../../platform/db/database'
import { toAddressFacts, toDomainFacts, toPhones } from './client-facts'
import { updateCounterparty, type CounterpartyFields } from './counterparty-writes.repository'
import { forgetEmployment } from './employment.repository'
import { updatePerson, type PersonFields } from './person-writes.repository'

interface PutBack { fields: Record<string, unknown>; version: number; at: Date; managerId: string }

/**
 * Fields of the trail as they were, written into a client that is still the one that was read; false when it is not. Every way back ends here: of a change, of an order
 * over many, of an import. Details come back as they stood, even if their definitions have become stricter since: undoing must not fail halfway or lose what was known,
 * and the next edit of the details asks for what they lack (attributes/attribute-values).
 */
export const putBackCounterparty = async (tx: Tx, id: string, { fields, ...seen }: PutBack) => (await updateCounterparty(tx, id, { ...seen, change: factsOf(fields) as Partial<CounterpartyFields> })) !== null
/** `changedAt`: when the change was made that is taken back; a place of work that it ended was never left. */
export async function putBackPerson(tx: Tx, id: string, { fields, changedAt, ...seen }: PutBack & { changedAt?: Date }) {
  if (await updatePerson(tx, id, { ...seen, change: factsOf(fields) as Partial<PersonFields> }) === null) return false
  if (changedAt && 'counterpartyId' in fields) await forgetEmployment(tx, id, changedAt)
  return true
}

/** The trail tells addresses and domains without the keys by which they are found. */
function factsOf({ addresses, domains, phones, ...rest }: Record<string, unknown>) {
  return { ...rest, ...list(addresses, toAddressFacts, 'addresses'), ...list(domains, toDomainFacts, 'domains'), ...list(phones, toPhones, 'phones') }
}
const list = <T>(texts: unknown, toFacts: (texts: readonly string[]) => T, name: string) => (Array.isArray(texts) ? { [name]: toFacts(texts as string[]) } : {})
