import type { Tx } from '../../platform/db/database'

/** Whoever was erased took part in contacts that stay as facts: there everybody erased is this one. */
export const erasedPersonId = 'erased-person'
/** In both languages: it stands in the base, where nobody's language is known. */
export const erasedName = 'Erased · Удалено'
/** What stands where a name or an address stood. */
export const erasedMark = '[—]'

export async function keepErasedPerson(tx: Tx, at: Date): Promise<void> {
  await tx.contactPerson.upsert({
    where: { id: erasedPersonId }, update: {}, select: { id: true },
    create: { id: erasedPersonId, name: erasedName, nameKey: '', searchText: '', createdAt: at, updatedAt: at },
  })
}
