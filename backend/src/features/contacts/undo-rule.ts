import type { Caller } from '../../platform/http/caller'
import type { ContactRecord } from './contact-record'

const dayMs = 24 * 60 * 60 * 1000

/** The one who registered and a lead, for 24 hours; an administrator at any time (product 2.2.2). */
export function mayUndo(contact: Pick<ContactRecord, 'registeredBy' | 'createdAt'> & Partial<Pick<ContactRecord, 'source' | 'managers'>>, { caller, now }: { caller: Pick<Caller, 'id' | 'role'>; now: Date }): boolean {
  if (caller.role === 'administrator') return true
  // Nobody pressed for what a calendar brought: whoever goes there says, at any time, that it is no matter of a client.
  if (contact.source === 'calendar' && contact.managers?.some((manager) => manager.id === caller.id)) return true
  const young = now.getTime() - contact.createdAt <= dayMs
  return young && (caller.role === 'lead' || contact.registeredBy?.id === caller.id)
}
