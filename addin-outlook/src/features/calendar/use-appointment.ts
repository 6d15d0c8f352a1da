import { useEffect, useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { Failure } from '../../app/failure'
import { useDeed, usePane } from '../../app/pane-context'

const [lookMs, mostLooks] = [3_000, 10]

/** Puts a contact into one's own calendar or takes it out, and looks for a while how that goes. */
export function useAppointment(contact: Contact, onChanged: (contact: Contact) => void) {
  const { api } = usePane()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const { id } = contact
  const state = contact.appointment?.state
  const underWay = state === 'placing' || state === 'changing' || state === 'removing'

  useEffect(() => {
    if (!underWay) return
    let [looks, live] = [0, true]
    const timer = setInterval(() => {
      if (++looks >= mostLooks) clearInterval(timer)
      // Nothing is said of a look that failed: what was ordered goes on without this pane.
      if (!document.hidden) api('getContact', { id }).then((read) => { if (live && read.appointment?.state !== state) onChanged(read) }, () => undefined)
    }, lookMs)
    return () => { live = false; clearInterval(timer) }
  }, [api, id, state, underWay])

  async function order(name: 'putInCalendar' | 'takeFromCalendar') {
    if (busy) return
    setBusy(true)
    await deed(async () => onChanged(await api(name, { id })))
    setBusy(false)
  }
  return { busy, failure, put: () => void order('putInCalendar'), takeOut: () => void order('takeFromCalendar') }
}
