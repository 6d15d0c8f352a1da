import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarRowTexts } from '@counterpane/shared/text/calendar-row-journal'
import { useSurroundings } from '../api/journal-context'
import { isBusy } from './calendar-day'

/** What a contact is called where it stands in a list; taken time of somebody has no words but "busy". */
export function useSubject(): (contact: Pick<Contact, 'source' | 'private' | 'subject'>) => string {
  const { text, locale } = useSurroundings()
  return (contact) => contact.subject || (isBusy(contact) ? calendarRowTexts[locale].busy : text.list.noSubject)
}
