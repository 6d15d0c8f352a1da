import { Link } from '@fluentui/react-components'
import { useState } from 'react'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { ChoiceButtons } from './choice-buttons'
import { shownAddress } from './shown-address'
import { useIdentifyTexts } from './use-identify-texts'

/** The rest of several matches for one address; the one in contact last stands above as the card. */
export function CandidateList({ view }: { view: MessageView }) {
  const texts = useIdentifyTexts()
  const pane = usePaneStyles()
  const [picked, setPicked] = useState<number | null>(null)
  // Whoever takes part in this email stands in the list of its people already; the first of them is the address in question, which may be another one's too.
  const outsiders = view.answer?.participants.filter(({ kind }) => kind !== 'internal') ?? []
  const here = new Set(outsiders.slice(1).map(({ personId, counterpartyId }) => personId ?? counterpartyId))
  const candidates = (view.answer?.match.candidates ?? []).filter(({ person, counterparty }) => !here.has(person?.id ?? counterparty?.id ?? null))
  if (candidates.length === 0 || view.chosen) return null
  return (
    <div className={pane.tight}>
      <span className={pane.quiet}>{texts.alsoPossible}</span>
      <ul className={pane.list}>
        {candidates.map(({ person, counterparty }, index) => (
          <li key={`${person?.id} ${counterparty?.id}`} className={pane.tight}>
            <span><Link as="button" aria-expanded={picked === index} onClick={() => setPicked(picked === index ? null : index)}>{[person?.name, counterparty?.name].filter(Boolean).join(' · ')}</Link></span>
            {picked === index && (
              <ChoiceButtons messageKey={view.key} address={shownAddress(view.message.snapshot.from.address)} who={{ personId: person?.id ?? null, counterpartyId: counterparty?.id ?? null }} />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
