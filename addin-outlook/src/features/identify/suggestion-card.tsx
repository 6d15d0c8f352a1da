import { Button, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { ChoiceButtons } from './choice-buttons'
import { shownAddress } from './shown-address'
import { useIdentifyTexts } from './use-identify-texts'

export interface SuggestionProps { view: MessageView; onAnother: () => void; onNewClient: () => void }

/** A guess, marked as one and never written by itself: "Perhaps … It is · Another · New client". */
export function SuggestionCard({ view, onAnother, onNewClient }: SuggestionProps) {
  const texts = useIdentifyTexts()
  const pane = usePaneStyles()
  const [taken, setTaken] = useState(false)
  const match = view.answer?.match
  const name = match?.counterparty?.name ?? match?.person?.name
  if (!match || name === undefined) return null
  return (
    <div className={mergeClasses(pane.panel, pane.stack)}>
      <div>
        <p className={mergeClasses(pane.plain, pane.strong)}>{texts.perhaps(name)}</p>
        <p className={pane.quiet}>{match.reason}</p>
      </div>
      {taken ? (
        <ChoiceButtons messageKey={view.key} address={shownAddress(view.message.snapshot.from.address)} who={{ personId: match.person?.id ?? null, counterpartyId: match.counterparty?.id ?? null }} />
      ) : (
        <div className={pane.row}>
          <Button size="small" appearance="primary" onClick={() => setTaken(true)}>{texts.itIs}</Button>
          <Button size="small" onClick={onAnother}>{texts.another}</Button>
          <Button size="small" onClick={onNewClient}>{texts.newClient}</Button>
        </div>
      )}
    </div>
  )
}
