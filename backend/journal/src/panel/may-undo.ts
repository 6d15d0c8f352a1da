import type { Manager } from '@counterpane/shared/contract/access'
import type { Contact } from '@counterpane/shared/contract/contact'

/** Whether to offer "undo registration": the one who registered and the lead for 24 hours, later an administrator. The server has the last word. */
export function mayUndo(contact: Contact, me: Manager, now: Date): boolean {
  if (me.role === 'administrator') return true
  const fresh = now.getTime() - new Date(contact.createdAt).getTime() < 86_400_000
  return fresh && (me.role === 'lead' || contact.registeredBy?.id === me.id)
}
