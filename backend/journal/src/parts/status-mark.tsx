import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarRowTexts } from '@counterpane/shared/text/calendar-row-journal'
import { statusText } from '@counterpane/shared/text/words'
import { contactStateName } from '@counterpane/shared/ui/state-colours'
import { useSurroundings } from '../api/journal-context'

/** The status in words, with `full` also by whom a meeting fell away; colour and the shape of the dot only repeat it. */
export function StatusMark({ contact, full = false }: { full?: boolean; contact: Pick<Contact, 'status' | 'overdue' | 'method' | 'direction'> & Partial<Pick<Contact, 'calendar'>> }) {
  const { locale } = useSurroundings()
  const tone = contactStateName(contact)
  const why = contact.status === 'cancelled' && contact.calendar?.cancellation ? calendarRowTexts[locale].cancellation[contact.calendar.cancellation] : undefined
  return <span className={`jn-status jn-tone-${tone}`} title={why}>{tone !== 'held' && <span className="jn-dot" aria-hidden="true" />}{(full && why) || statusText(contact, locale)}</span>
}
