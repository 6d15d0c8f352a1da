import type { Contact } from '@counterpane/shared/contract/contact'
import { usePane, usePaneState } from '../../app/pane-context'
import { withContact } from '../../app/client-changes'
import { AppointmentLine } from './appointment-line'
import { ContactSays } from './contact-says'

export interface CalendarOfContactProps { contact: Contact; onChanged: (contact: Contact) => void }

/** A contact and the calendars: what they say of it, and what one's own may be told. */
export function CalendarOfContact({ contact, onChanged }: CalendarOfContactProps) {
  const { open } = usePaneState()
  const { registering, store, now } = usePane()
  function changed(to: Contact) {
    onChanged(to)
    if (open === null || to.id !== contact.id) return
    registering.patchClient(open, (client) => withContact(client, to, now()))
    store.forgetClients([to.counterparty?.id], open)
  }
  return (
    <>
      {contact.calendar && <ContactSays contact={contact} onChanged={changed} />}
      <AppointmentLine contact={contact} onChanged={changed} />
    </>
  )
}
