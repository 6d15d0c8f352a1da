import type { Contact } from '@counterpane/shared/contract/contact'
import type { Task } from '@counterpane/shared/contract/task'
import type { ClientView } from './pane-state'

const newestFirst = (a: Contact, b: Contact) => b.startsAt.localeCompare(a.startsAt)

/** The client's cards after a contact was made or changed, without asking the server again. */
export function withContact(client: ClientView, contact: Contact, now: Date): ClientView {
  const others = client.history.items.filter((known) => known.id !== contact.id)
  return withAgenda({ ...client, history: { ...client.history, items: [...others, contact].sort(newestFirst) } }, contact.id, now)
}

export function withoutContact(client: ClientView, contactId: string, now: Date): ClientView {
  return withAgenda({ ...client, history: { ...client.history, items: client.history.items.filter((known) => known.id !== contactId) } }, contactId, now)
}

/** Next and last looked for afresh among what is at hand; what lies beyond the first page of history stays as the server said it. */
function withAgenda(client: ClientView, changedId: string, now: Date): ClientView {
  const beyond = [client.nextContact, client.lastContact].filter((known) => known !== null && known.id !== changedId)
  const all = [...new Map([...beyond, ...client.history.items].map((contact) => [contact?.id, contact])).values()].filter((contact) => contact !== null).sort(newestFirst)
  return {
    ...client,
    nextContact: all.findLast((contact) => contact.status === 'planned' && new Date(contact.startsAt) >= now) ?? all.find((contact) => contact.status === 'planned') ?? null,
    lastContact: all.find((contact) => contact.status === 'held') ?? null,
  }
}

export function withTask(client: ClientView, task: Task): ClientView {
  const others = client.openTasks.filter((known) => known.id !== task.id)
  const openTasks = task.done ? others : [...others, task].sort((a, b) => a.dueAt.localeCompare(b.dueAt))
  return { ...client, openTasks }
}
