import { Button, mergeClasses } from '@fluentui/react-components'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import { composeTexts } from '@counterpane/shared/text/compose-pane'
import { usePaneState } from '../../app/pane-context'
import type { ClientView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { ClientCard } from '../identify/client-card'
import { Evidence } from '../identify/evidence'
import { shownAddress } from '../identify/shown-address'
import type { useShownClient } from '../identify/use-shown-client'
import { useIdentifyTexts } from '../identify/use-identify-texts'

/** Who will read this letter. A guess is marked as one and taken by a press. */
export function RecipientCard({ answer, client, shown }: { answer: Sidebar; client: ClientView; shown: ReturnType<typeof useShownClient> }) {
  const texts = composeTexts[usePaneState().locale]
  const common = useIdentifyTexts()
  const pane = usePaneStyles()
  const stranger = shown.outsiders.find((one) => one.address === shown.shownAddress) ?? shown.outsiders[0] ?? { name: '', address: '' }
  const { match } = client
  const reason = shown.chosen ? texts.chosen : match.reason
  const guess = match.kind === 'suggestion' ? match : null
  const said = [stranger.name, shownAddress(stranger.address)].filter((part) => part !== '').join(', ') || common.noAddress
  return (
    <ClientCard match={match} stranger={stranger} reason={shown.outsiders.length > 1 && match.kind === 'none' ? texts.unknownMain : reason} evidence={<Evidence said={said} reason={reason} person={match.person} />}>
      {guess && (guess.counterparty ?? guess.person) && (
        <div className={mergeClasses(pane.panel, pane.row)}>
          <strong className={pane.grow}>{common.perhaps((guess.counterparty ?? guess.person)?.name ?? '')}</strong>
          <Button size="small" disabledFocusable={shown.busy} onClick={() => void shown.take({ address: stranger.address, personId: guess.person?.id ?? null, counterpartyId: guess.counterparty?.id ?? null })}>{common.itIs}</Button>
        </div>
      )}
      {answer.participants.every((one) => one.kind === 'internal') && <p className={pane.quiet}>{texts.unknownMain}</p>}
    </ClientCard>
  )
}
