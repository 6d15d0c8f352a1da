import { Button, mergeClasses } from '@fluentui/react-components'
import { meetingTexts } from '@counterpane/shared/text/meeting-pane'
import { usePaneState } from '../../app/pane-context'
import type { ClientView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { ClientCard } from '../identify/client-card'
import { Evidence } from '../identify/evidence'
import { shownAddress } from '../identify/shown-address'
import type { useShownClient } from '../identify/use-shown-client'
import { useIdentifyTexts } from '../identify/use-identify-texts'

/** Who from outside takes part. A guess is marked as one and taken by a press. */
export function AttendeeCard({ client, shown }: { client: ClientView; shown: ReturnType<typeof useShownClient> }) {
  const texts = meetingTexts[usePaneState().locale]
  const common = useIdentifyTexts()
  const pane = usePaneStyles()
  const { match } = client
  const stranger = shown.outsiders.find((one) => one.address === shown.shownAddress) ?? shown.outsiders[0] ?? { name: '', address: '' }
  const reason = shown.chosen ? texts.chosen : match.kind === 'none' && shown.outsiders.length > 1 ? texts.unknownAll : match.reason
  const guess = match.kind === 'suggestion' ? match.counterparty ?? match.person : null
  const said = [stranger.name, shownAddress(stranger.address)].filter((part) => part !== '').join(', ') || common.noAddress
  return (
    <ClientCard match={match} stranger={stranger} reason={reason} evidence={<Evidence said={said} reason={reason} person={match.person} />}>
      {guess && (
        <div className={mergeClasses(pane.panel, pane.row)}>
          <strong className={pane.grow}>{common.perhaps(guess.name)}</strong>
          <Button size="small" disabledFocusable={shown.busy} onClick={() => void shown.take({ address: stranger.address, personId: match.person?.id ?? null, counterpartyId: match.counterparty?.id ?? null })}>{common.itIs}</Button>
        </div>
      )}
    </ClientCard>
  )
}
