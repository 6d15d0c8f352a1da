import { openConnection } from '@counterpane/backend/platform/db/connection'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import { aContactPerson, aCounterparty, aManager, insertBuilt } from './builders'
import { aHeldCalendar, createCalendarHouse } from './calendar-house'
import { worldOf, type Plan } from './crash-plan'

/** People and clients, and what was read before the plan begins. */
export async function prepare(path: string, plan: Plan): Promise<void> {
  const connection = openConnection(path)
  insertBuilt(connection, aManager({ id: 'm-olga' }), aManager({ id: 'm-ivan' }), aContactPerson({ id: 'p-anna', counterparty: aCounterparty({ id: 'cp-vektor', name: 'Vektor' }), addresses: ['anna@vektor.example'] }))
  connection.close()
  const db = await openDatabase({ path })
  for (const managerId of ['m-olga', 'm-ivan']) await aHeldCalendar(db, managerId)
  const house = createCalendarHouse({ db, fake: worldOf(plan, 'before') })
  await house.run('m-ivan')
  if (plan !== 'first') await house.run('m-olga')
  await db.close()
}
