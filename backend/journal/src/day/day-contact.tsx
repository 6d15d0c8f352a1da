import type { Contact } from '@counterpane/shared/contract/contact'
import { contactStateName } from '@counterpane/shared/ui/state-colours'
import { Link } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useSubject } from '../parts/contact-subject'
import { ContactTime } from '../parts/contact-time'
import { MethodMark } from '../parts/method-mark'
import { clientPlace, placeHref } from '../view/hash-route'

interface Props { contact: Contact; open: boolean; onOpen: (id: string) => void; withManager?: boolean; children?: ReactNode }

/** A contact of the day: when, how, with whom, about what; what can be answered at once stands beside it. */
export function DayContact({ contact, open, onOpen, withManager, children }: Props) {
  const subject = useSubject()
  return (
    <li className={`jn-day-line jn-tone-${contactStateName(contact)}`} data-open={open || undefined}>
      <span className="jn-day-when"><ContactTime contact={contact} /></span>
      <span className="jn-day-what">
        <Link as="button" className="jn-feed-open jn-subject-text" onClick={() => onOpen(contact.id)}>{subject(contact)}</Link>
        <span className="jn-feed-meta">
          <MethodMark method={contact.method} direction={contact.direction} />
          {contact.counterparty && <a className="jn-quiet-link" href={placeHref(clientPlace(contact.counterparty.id))}>{contact.counterparty.name}</a>}
          {contact.persons[0] && <span className="jn-quiet">{contact.persons[0].name}</span>}
          {withManager && contact.registeredBy && <span className="jn-quiet">{contact.registeredBy.name}</span>}
        </span>
      </span>
      {children && <span className="jn-buttons jn-day-acts">{children}</span>}
    </li>
  )
}
