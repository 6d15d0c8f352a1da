import type { Contact } from '@counterpane/shared/contract/contact'
import { useMe } from '../api/journal-context'

/** Whether words of a contact were left out for whoever looks: it is private or narrowed, and they take no part. The server has decided so already. */
export function isMasked({ private: hidden, visibility, registeredBy, manager, managers }: Contact, meId: string): boolean {
  return (hidden || visibility !== 'full') && registeredBy?.id !== meId && manager?.id !== meId && !managers.some(({ id }) => id === meId)
}
export function useMasked(contact: Contact): boolean {
  return isMasked(contact, useMe().id)
}
