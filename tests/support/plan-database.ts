import { openConnection, type Connection } from '@counterpane/backend/platform/db/connection'
import { openDatabase, type Db } from '@counterpane/backend/platform/db/database'
import { aContactPerson, aCounterparty, aManager, insertBuilt } from './builders'
import { freshDatabase } from './database-template'
import { steppingAdapter } from './stepping-adapter'

export const planManagers = ['m-a', 'm-b', 'm-c'] as const
export const planMailbox = (managerId: string) => `${managerId}@firm.example`
export const planPeople = {
  carla: { name: 'Carla Client', address: 'carla@customer.example', counterpartyId: 'cp-one', personId: 'p-carla' },
  david: { name: 'David Dealer', address: 'david@dealer.example', counterpartyId: 'cp-two', personId: 'p-david' },
  /** Nobody knows her until a client gains her address. */
  zoe: { name: 'Zoe Stranger', address: 'zoe@stranger.example', counterpartyId: 'cp-two', personId: 'p-david' },
}
const emptied = ['CalendarMeeting', 'CalendarMailbox', 'ContactMove', 'Contact', 'AuditEntry']

export interface PlanDatabase { db: Db; control: { step: () => void }; aside: Connection; writes(): number; empty(): void; close(): Promise<void> }

/** One real database for many plans, emptied between them. What stands after a power cut is another test's matter: this one does not wait for the disk. */
export async function openPlanDatabase(): Promise<PlanDatabase> {
  const file = await freshDatabase('empty')
  const control = { step: () => {} }
  const db = await openDatabase({ path: file.path, adapter: steppingAdapter(file.path, () => control.step(), (connection) => connection.exec('PRAGMA synchronous=OFF')) })
  /** Of somebody else: another worker's hand, and who looks from outside. */
  const aside = openConnection(file.path)
  aside.exec('PRAGMA synchronous=OFF')
  const person = (one: typeof planPeople.carla) => aContactPerson({ id: one.personId, name: one.name, counterparty: aCounterparty({ id: one.counterpartyId, name: one.counterpartyId }), addresses: [one.address] })
  insertBuilt(aside, ...planManagers.map((id) => aManager({ id, name: id, addresses: [planMailbox(id)] })), person(planPeople.carla), person(planPeople.david))
  const empty = aside.transaction(() => {
    for (const table of emptied) aside.prepare(`DELETE FROM ${table}`).run()
    aside.prepare("DELETE FROM PersonAddress WHERE id = 'gained'").run()
  })
  return {
    db, control, aside,
    /** Changes of the file by anybody but `aside`. */
    writes: () => (aside.prepare('PRAGMA data_version').get() as { data_version: number }).data_version,
    empty: () => { control.step = () => {}; empty() },
    async close() { aside.close(); await db.close(); file.remove() },
  }
}
