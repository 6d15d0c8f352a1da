import { openConnection } from '@counterpane/backend/platform/db/connection'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import { aContactPerson, aCounterparty, aManager, insertBuilt } from './builders'
import { freshDatabase } from './database-template'

/** A database with two managers, Olga and Ivan, and one client, of whom Anna is known by her address. */
export async function openPeople() {
  const { path, remove } = await freshDatabase('empty')
  const connection = openConnection(path)
  const vektor = aCounterparty({ id: 'cp-vektor', name: 'Vektor' })
  insertBuilt(connection, aManager({ id: 'm-olga' }), aManager({ id: 'm-ivan' }), aContactPerson({ id: 'p-anna', counterparty: vektor, addresses: ['anna@vektor.example'] }))
  connection.close()
  const db = await openDatabase({ path })
  return { db, close: async () => { await db.close(); remove() } }
}
