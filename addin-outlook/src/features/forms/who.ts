import type { Contact } from '@counterpane/shared/contract/contact'
import type { Task } from '@counterpane/shared/contract/task'
import { withContact, withTask } from '../../app/client-changes'
import type { PaneServices } from '../../app/pane-context'
import { type MessageView, shownClient } from '../../app/pane-state'

interface Reference { id: string; name: string }
/** Whom a call, a task or a note is with, whether a message is open or not. */
export interface Who { person: Reference | null; counterparty: Reference | null }

export const whoOf = (view: MessageView): Who => {
  const match = shownClient(view)?.match
  return { person: match?.person ?? null, counterparty: match?.counterparty ?? null }
}

/** What was made, put into the cards of the open message when it is with the same client; other messages of that client are asked about anew. */
export function createTelling({ registering, store, now }: Pick<PaneServices, 'registering' | 'store' | 'now'>, view: MessageView | null) {
  const ofShown = (clientId: string | undefined) => view !== null && clientId !== undefined && shownClient(view)?.match.counterparty?.id === clientId
  const forget = (clientId: string | undefined) => store.forgetClients([clientId], view?.key ?? '')
  return {
    contact(contact: Contact) {
      if (view && ofShown(contact.counterparty?.id)) registering.patchClient(view.key, (client) => withContact(client, contact, now()))
      forget(contact.counterparty?.id)
    },
    task(task: Task) {
      if (view && ofShown(task.counterparty?.id)) registering.patchClient(view.key, (client) => withTask(client, task))
      forget(task.counterparty?.id)
    },
  }
}
