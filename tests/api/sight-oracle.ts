import type { SightPolicy } from '@counterpane/shared/contract/attachments'
import type { World } from '../support/sight-house'

interface ManagerRow { id: string; role: string; teamId: string | null }
interface ContactRow { id: string; counterpartyId: string | null; managerId: string | null; registeredById: string | null; undoneAt: number | null }
interface TaskRow { id: string; counterpartyId: string | null; managerId: string; createdById: string }

/** What the rules say of every row, walked through in the plainest way: what a manager's lists must hold. */
export function createSightOracle({ behind }: Pick<World, 'behind'>) {
  const rows = <T>(sql: string) => behind((one) => one.prepare(sql).all() as T[])
  const managers = rows<ManagerRow>('SELECT id, role, teamId FROM Manager')
  const works = rows<{ managerId: string; firmId: string }>('SELECT managerId, firmId FROM ManagerFirm')
  const clients = rows<{ id: string; managerId: string | null }>('SELECT id, managerId FROM Counterparty')
  const contacts = rows<ContactRow>('SELECT id, counterpartyId, managerId, registeredById, undoneAt FROM Contact')
  const tasks = rows<TaskRow>('SELECT id, counterpartyId, managerId, createdById FROM Task')
  const persons = rows<{ id: string; counterpartyId: string | null }>('SELECT id, counterpartyId FROM ContactPerson')
  // Whose mailbox holds a letter has it, whoever registered it.
  const joined = rows<{ contactId: string; managerId: string }>('SELECT contactId, managerId FROM ContactManager UNION ALL SELECT contactId, managerId FROM MessageCopy')
  const also = rows<{ contactId: string; counterpartyId: string }>('SELECT contactId, counterpartyId FROM ContactCounterparty')
  const participants = rows<{ contactId: string; personId: string }>('SELECT contactId, personId FROM ContactParticipant')

  function nearOf(me: ManagerRow, { everywhere, firms }: SightPolicy): ReadonlySet<string> | null {
    if (me.role === 'administrator') return null
    const levels = works.filter(({ managerId }) => managerId === me.id).map(({ firmId }) => firms.find((one) => one.firmId === firmId)?.level ?? everywhere)
    if (levels.length === 0) levels.push(everywhere)
    if (levels.includes('all')) return null
    const isTeam = me.teamId !== null && (levels.includes('team') || me.role === 'lead')
    return new Set([me.id, ...managers.filter(({ teamId }) => isTeam && teamId === me.teamId).map(({ id }) => id)])
  }
  return {
    managers,
    seenBy(managerId: string, policy: SightPolicy) {
      const near = nearOf(managers.find(({ id }) => id === managerId)!, policy)
      const isNear = (id: string | null) => near === null || (id !== null && near.has(id))
      const takesPart = (contact: ContactRow) => isNear(contact.managerId) || isNear(contact.registeredById) || joined.some((one) => one.contactId === contact.id && isNear(one.managerId))
      const withClient = (clientId: string) => contacts.filter((one) => one.counterpartyId === clientId || also.some(({ contactId, counterpartyId }) => contactId === one.id && counterpartyId === clientId))
      const seen = new Set(clients.filter((one) => one.managerId === null || isNear(one.managerId) || withClient(one.id).some((contact) => contact.undoneAt === null && takesPart(contact)) || tasks.some((task) => task.counterpartyId === one.id && (isNear(task.managerId) || isNear(task.createdById)))).map(({ id }) => id))
      const contactIds = new Set(contacts.filter((one) => (one.counterpartyId === null ? takesPart(one) : seen.has(one.counterpartyId))).map(({ id }) => id))
      const list = (ids: readonly string[]) => [...ids].sort()
      return {
        clients: list([...seen]), contacts: list(contacts.filter(({ id, undoneAt }) => undoneAt === null && contactIds.has(id)).map(({ id }) => id)),
        tasks: list(tasks.filter((one) => (one.counterpartyId === null ? isNear(one.managerId) || isNear(one.createdById) : seen.has(one.counterpartyId))).map(({ id }) => id)),
        persons: list(persons.filter((one) => one.counterpartyId === null || seen.has(one.counterpartyId) || participants.some(({ personId, contactId }) => personId === one.id && contactIds.has(contactId))).map(({ id }) => id)),
      }
    },
  }
}
