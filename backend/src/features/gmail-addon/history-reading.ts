import type { ClientView } from '@counterpane/addin-gmail/cards/client-reach'
import { historyPage, type HistoryView } from '@counterpane/addin-gmail/cards/history-list-card'
import type { Method } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { asking } from './contact-reading'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'

const mostTasks = 20

export interface Whose { counterpartyId?: string; personId?: string; message?: string }

/** What the cards of a client, a person and a history show, asked of the rest of the house. */
export function createHistoryReading(needs: GmailAddonNeeds) {
  const first = async (visit: Visit, filter: Parameters<GmailAddonNeeds['listContacts']>[1]) => (await needs.listContacts(asking(visit), filter, 1)).items[0] ?? null

  return {
    async client(visit: Visit, { counterpartyId, personId, message }: Whose): Promise<ClientView> {
      const person = personId ? await needs.getPerson(visit.caller, personId) : null
      const clientId = person ? person.counterparty?.id : counterpartyId
      if (!person && !clientId) throw new AppError('not-found')
      const client = clientId ? await needs.getCounterparty(visit.caller, clientId) : null
      const whose = clientId ? { counterpartyId: [clientId] } : { personId: [personId!] }
      const now = visit.context.now.toISOString()
      const tasks = clientId ? await needs.listTasks(visit.caller, { counterpartyId: [clientId], done: false }, mostTasks) : { items: [], nextCursor: null }
      return {
        person, client, message, people: client && !person ? await needs.listPersons(visit.caller, client.id) : [],
        next: (await first(visit, { ...whose, status: ['planned'], from: now, sort: 'startsAt' })) ?? (await first(visit, { ...whose, status: ['planned'], sort: '-startsAt' })),
        last: await first(visit, { ...whose, status: ['held'], to: now }), openTasks: { count: tasks.items.length, more: tasks.nextCursor !== null },
      }
    },

    async history(visit: Visit, { counterpartyId, personId, message, method, cursor }: Whose & { method: Method | null; cursor?: string }): Promise<HistoryView> {
      const person = personId ? await needs.getPerson(visit.caller, personId) : null
      const client = !person && counterpartyId ? await needs.getCounterparty(visit.caller, counterpartyId) : null
      const whose = person ? { personId: [person.id] } : client ? { counterpartyId: [client.id] } : null
      if (!whose) throw new AppError('not-found')
      const ask = (after: string | undefined) => needs.listContacts(asking(visit), { ...whose, ...(method && { method: [method] }), ...(after && { cursor: after }) }, historyPage)
      const asked = await pageOrNull(cursor, ask)
      const { items, nextCursor } = asked ?? (await ask(undefined))
      return {
        ...(person ? { personId: person.id } : { counterpartyId: client?.id }), message, title: person?.name ?? client?.name ?? '', subtitle: person?.counterparty?.name ?? null,
        method, items, nextCursor, later: asked !== null,
      }
    },
  }
}

/** Null without a place to go on from, and with one that is not readable any more: an older version of ours may have written it. */
async function pageOrNull<T>(cursor: string | undefined, ask: (cursor: string) => Promise<T> | T): Promise<T | null> {
  if (!cursor) return null
  try {
    return await ask(cursor)
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid-request') return null
    throw error
  }
}
