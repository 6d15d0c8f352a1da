import type { Contact } from '@counterpane/shared/contract/contact'
import { contactStateName } from '@counterpane/shared/ui/state-colours'
import { Link } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { useContact } from '../api/journal-queries'
import { useSubject } from '../parts/contact-subject'
import { ContactTime } from '../parts/contact-time'
import { MethodMark } from '../parts/method-mark'
import { StatusMark } from '../parts/status-mark'

/** The chain: what led to this contact and what was planned after it, with dates. */
export function LinkedContacts({ contact, onOpen }: { contact: Contact; onOpen: (id: string) => void }) {
  const { text } = useSurroundings()
  const linked = [...(contact.previousId ? [{ id: contact.previousId, side: text.contact.previous }] : []), ...contact.nextIds.map((id) => ({ id, side: text.contact.next }))]
  return (
    <section>
      <h3>{text.contact.linked}</h3>
      {linked.length === 0 && <p className="jn-quiet">{text.contact.noLinked}</p>}
      <ul className="jn-linked">{linked.map(({ id, side }) => <li key={id}><span className="jn-quiet">{side}</span> <LinkedContact id={id} onOpen={onOpen} /></li>)}</ul>
    </section>
  )
}

function LinkedContact({ id, onOpen }: { id: string; onOpen: (id: string) => void }) {
  const subject = useSubject()
  const { data, error } = useContact(id)
  if (error) return <span className="jn-quiet">–</span>
  if (!data) return <span className="jn-bone jn-bone-inline" />
  return (
    <span className={`jn-linked-line jn-tone-${contactStateName(data)}`}>
      <MethodMark method={data.method} direction={data.direction} /> <ContactTime contact={data} /> <StatusMark contact={data} />
      <Link as="button" className="jn-subject-text" onClick={() => onOpen(id)}>{subject(data)}</Link>
    </span>
  )
}
