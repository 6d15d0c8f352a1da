import type { Visibility } from '@counterpane/shared/domain/codes'

/** How much of a contact's words somebody may read: all of them, the subject only, or none. */
export type WordsSeen = 'all' | 'subject' | 'none'
interface Who { id: string }
export interface Taking { registeredBy: Who | null; managers: readonly Who[]; manager?: Who | null }
export interface Masked { private: boolean; visibility: Visibility }

/** Those who take part: who registered it and whose contact it is. */
export const takesPart = ({ registeredBy, manager, managers }: Taking, callerId: string) =>
  registeredBy?.id === callerId || manager?.id === callerId || managers.some(({ id }) => id === callerId)

/** The one rule of everything that shows words; where SQL asks it, it says the same: features/journal/private-words, features/digests. */
export function wordsSeen(contact: Taking & Masked, callerId: string): WordsSeen {
  if ((!contact.private && contact.visibility === 'full') || takesPart(contact, callerId)) return 'all'
  return contact.private || contact.visibility === 'fact' ? 'none' : 'subject'
}
