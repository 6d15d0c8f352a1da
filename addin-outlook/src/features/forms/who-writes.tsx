import { Button, Link } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Person } from '@counterpane/shared/contract/client'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { type Failure, toFailure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { usePane, usePaneState, useTexts } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { ChoiceButtons } from '../identify/choice-buttons'
import { shownAddress } from '../identify/shown-address'
import { PaneForm } from './pane-form'

/** The address is the client's own: which of its people sits behind it. */
export function WhoWrites({ view, clientId, onNewPerson, onClose }: { view: MessageView; clientId: string; onNewPerson: () => void; onClose: () => void }) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const { api } = usePane()
  const [people, setPeople] = useState<Person[] | null>(null)
  const [picked, setPicked] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    api('listPersons', { query: { counterpartyId: clientId, limit: 100 } }).then(({ items }) => setPeople(items), (error: unknown) => setFailure(toFailure(error)))
  }, [api, clientId])
  return (
    <PaneForm label={texts.choosePerson} onClose={onClose} onSubmit={() => undefined}>
      <strong>{texts.choosePerson}</strong>
      {people?.length === 0 && <p className={pane.quiet}>{own.nobodyKnown}</p>}
      <ul className={pane.list}>
        {people?.map((person) => (
          <li key={person.id} className={pane.tight}>
            <span><Link as="button" type="button" aria-expanded={picked === person.id} onClick={() => setPicked(person.id)}>{person.name}</Link> <span className={pane.quiet}>{person.position}</span></span>
            {picked === person.id && <ChoiceButtons messageKey={view.key} address={shownAddress(view.message.snapshot.from.address)} who={{ personId: person.id, counterpartyId: clientId }} onDone={onClose} />}
          </li>
        ))}
      </ul>
      <div className={pane.row}>
        <Button size="small" onClick={onNewPerson}>{own.newPerson}</Button>
        <Button size="small" onClick={onClose}>{texts.cancel}</Button>
      </div>
      <FailureNote failure={failure} />
    </PaneForm>
  )
}
