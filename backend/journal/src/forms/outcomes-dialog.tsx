import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Textarea } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useOutcomes, type OutcomeCounts } from '../api/outcome-changes'
import { useSubject } from '../parts/contact-subject'
import { ContactTime } from '../parts/contact-time'
import { ProblemNotice } from '../parts/problem-notice'

type Asked = Pick<Contact, 'id' | 'startsAt' | 'durationMinutes' | 'calendar' | 'subject' | 'source' | 'private' | 'counterparty'>
interface Props { contacts: readonly Asked[]; outcome: 'held' | 'not-held'; onClose: () => void; onDone: (counts: OutcomeCounts) => void }
const named = 5

/** Says how many and which before one answer is given for all of them. */
export function OutcomesDialog({ contacts, outcome, onClose, onDone }: Props) {
  const { text: say, locale } = useSurroundings()
  const text = calendarJournalTexts[locale].outcomes
  const subject = useSubject()
  const { several } = useOutcomes()
  const [result, setResult] = useState('')
  // The list may lose rows while this is open; what was asked about stays what is answered for.
  const [asked] = useState(contacts)
  const count = asked.length
  const held = outcome === 'held'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!several.isPending) several.mutate({ ids: asked.map(({ id }) => id), outcome, result }, { onSuccess: onDone })
  }
  return (
    <Dialog open onOpenChange={(_, { open, type }) => { if (!open && !(type === 'backdropClick' && result)) onClose() }}>
      <DialogSurface className="jn-dialog">
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{held ? text.heldTitle(count) : text.notHeldTitle(count)}</DialogTitle>
            <DialogContent className="jn-dialog-content">
              <ul className="jn-asked">
                {asked.slice(0, named).map((contact) => (
                  <li key={contact.id}><span className="jn-quiet"><ContactTime contact={contact} /></span><span className="jn-breakable">{subject(contact)}{contact.counterparty && <span className="jn-quiet"> · {contact.counterparty.name}</span>}</span></li>
                ))}
                {count > named && <li className="jn-quiet">{text.andMore(count - named)}</li>}
              </ul>
              <Field label={`${held ? text.result : say.outcome.reason} (${say.optional})`}><Textarea rows={2} value={result} onChange={(_, { value }) => setResult(value)} /></Field>
              <p className="jn-quiet">{text.oneUndo}</p>
              {several.error && <ProblemNotice error={several.error} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{say.close}</Button>
              <Button type="submit" appearance="primary" disabled={several.isPending}>{held ? text.confirmHeld(count) : text.confirmNotHeld(count)}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
