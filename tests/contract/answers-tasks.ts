import type { RouteName } from '@counterpane/shared/contract/routes'

interface Answered { body: Record<string, unknown> }
type Tried = (name: RouteName, call?: { id?: string; query?: string; as?: string; body?: unknown }) => Promise<Answered>

/** Tasks at work, and where a client stands. */
export async function tasksAgree(tried: Tried): Promise<void> {
  const contact = await tried('createContact', { body: { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held', durationMinutes: 15, counterpartyId: 'cp-delta' } })
  const task = await tried('createTask', { body: { title: 'Every week', dueAt: '2026-11-20T10:00:00Z', repeat: 'week', minutes: 5, contactId: contact.body.id } })
  await tried('taskCounts', { query: '?to=2026-11-23T00:00:00Z' })
  await tried('handOverTasks', { body: { ids: [task.body.id, 'nothing'], managerId: 'm-anna' } })
  await tried('patchTask', { id: String(task.body.id), body: { done: true, minutes: 10, timeZone: 'Europe/Moscow' } })
  await tried('listTasks', { query: '?sort=manager&assigned=true&q=week&limit=3' })
  await tried('clientStanding', { id: 'cp-delta' })
  await tried('feed', { id: 'cp-vektor', query: '?kind=document&kind=move&kind=contact' })
}
