import type { Match } from '@counterpane/shared/contract/sidebar'
import type { PaneApi } from '../../app/pane-api'
import type { ClientView } from '../../app/pane-state'

export interface Chosen { personId: string | null; counterpartyId: string | null }

/** The cards of somebody else than the one the sidebar found: another participant, another candidate, a suggestion taken. */
export async function loadClientView(api: PaneApi, { personId, counterpartyId }: Chosen, reason: string): Promise<ClientView> {
  const person = personId ? await api('getPerson', { id: personId }) : null
  const clientId = person?.counterparty?.id ?? counterpartyId
  const [client, history, tasks] = await Promise.all([
    clientId ? api('getCounterparty', { id: clientId }) : null,
    api('listContacts', { query: { ...(clientId ? { counterpartyId: clientId } : { personId }), limit: 20 } }),
    clientId ? api('listTasks', { query: { counterpartyId: clientId, done: false } }) : { items: [], nextCursor: null },
  ])
  const match: Match = {
    kind: person ? 'person' : 'counterparty', rule: person ? 'person-address' : 'counterparty-address', reason, candidates: [], warnings: [],
    person: person && { id: person.id, name: person.name, position: person.position, addresses: person.addresses },
    counterparty: client && { id: client.id, name: client.name, class: client.class, vip: client.vip, manager: client.manager },
  }
  const planned = history.items.filter((contact) => contact.status === 'planned')
  return {
    match, history, openTasks: tasks.items, nextContact: planned.findLast((contact) => !contact.overdue) ?? planned[0] ?? null,
    lastContact: history.items.find((contact) => contact.status === 'held') ?? null,
  }
}
