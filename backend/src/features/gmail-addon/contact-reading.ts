import type { ContactView } from '@counterpane/addin-gmail/cards/contact-facts'
import { wayToOriginal } from '@counterpane/addin-gmail/cards/original-way'
import type { Contact } from '@counterpane/shared/contract/contact'
import { AppError } from '@counterpane/shared/errors/app-error'
import { takesPart } from '../../platform/words-seen'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'

const mostLinked = 5
const dayMs = 24 * 60 * 60 * 1000

/** Names of goals come in the caller's language, which for one who chose none is that of this visit. */
export const asking = ({ caller, context: { locale } }: Visit) => ({ ...caller, locale })

/** What the card of a contact shows, asked of the rest of the house. */
export function createContactReading(needs: Pick<GmailAddonNeeds, 'getContact' | 'listOriginals' | 'contactCalendar' | 'calendarPolicy'>) {
  /** Null for one that is there no more: a chain may lead to what was undone. */
  async function linked(visit: Visit, id: string): Promise<Contact | null> {
    try {
      return await needs.getContact(asking(visit), id)
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return null
      throw error
    }
  }
  return async (visit: Visit, { contactId, message }: { contactId: string; message?: string }): Promise<ContactView> => {
    const contact = await needs.getContact(asking(visit), contactId)
    const originals = await needs.listOriginals(visit.caller, contactId)
    const next = await Promise.all(contact.nextIds.slice(0, mostLinked).map((id) => linked(visit, id)))
    const calendar = contact.calendar ? await needs.contactCalendar(visit.caller, contactId) : null
    return {
      contact, message, own: { calendar, mayPut: mayBePut(needs, visit, contact), ofOther: ownerOf(contact, visit) }, hidden: contact.private && !takesPart(contact, visit.caller.id), canUndo: offersUndo(contact, visit), original: wayToOriginal(originals, visit.caller.id),
      previous: contact.previousId ? await linked(visit, contact.previousId) : null, next: next.filter((one): one is Contact => one !== null),
    }
  }
}

/** A plan of one's own that no calendar knows yet, where an administrator has switched this on. */
export const mayBePut = (needs: Pick<GmailAddonNeeds, 'calendarPolicy'>, { caller }: Visit, { status, overdue, managers, calendar, appointment }: Contact): boolean =>
  status === 'planned' && !overdue && calendar === null && appointment === null && managers.some(({ id }) => id === caller.id) && needs.calendarPolicy().putInCalendar

/** The colleague in whose calendar it stands; null for the reader's own. */
function ownerOf({ appointment, managers }: Contact, { caller }: Visit): string | null {
  if (!appointment || appointment.managerId === caller.id) return null
  return managers.find(({ id }) => id === appointment.managerId)?.name ?? ''
}

/** Whether the way is offered; whether it is open is decided where it is gone. */
function offersUndo({ createdAt, registeredBy }: Contact, { caller, context: { now } }: Visit): boolean {
  if (caller.role === 'administrator') return true
  return now.getTime() - Date.parse(createdAt) <= dayMs && (caller.role === 'lead' || registeredBy?.id === caller.id)
}
