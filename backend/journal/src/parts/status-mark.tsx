import type { Contact } from '@counterpane/shared/contract/contact'
import { statusText } from '@counterpane/shared/text/words'
import { contactStateName } from '@counterpane/shared/ui/state-colours'
import { useSurroundings } from '../api/journal-context'

/** The status in words; colour and the shape of the dot only repeat it. */
export function StatusMark({ contact }: { contact: Pick<Contact, 'status' | 'overdue' | 'method' | 'direction'> }) {
  const { locale } = useSurroundings()
  const tone = contactStateName(contact)
  return <span className={`jn-status jn-tone-${tone}`}>{tone !== 'held' && <span className="jn-dot" aria-hidden="true" />}{statusText(contact, locale)}</span>
}
