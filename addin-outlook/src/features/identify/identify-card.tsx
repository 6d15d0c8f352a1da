import { Link } from '@fluentui/react-components'
import { onDemand } from '../../app/on-demand'
import { usePane, usePaneState, useTexts } from '../../app/pane-context'
import { type ClientView, type MessageView } from '../../app/pane-state'
import { ClientCard } from './client-card'
import { shownAddress } from './shown-address'

const Evidence = onDemand(() => import(/* webpackChunkName: "identify" */ './evidence').then((part) => part.Evidence))
const MessageSide = onDemand<{ view: MessageView }>(() => import(/* webpackChunkName: "conversation" */ './message-side').then((part) => part.MessageSide))

/** Who the open email is about. */
export function IdentifyCard({ view, client }: { view: MessageView; client: ClientView }) {
  const texts = useTexts()
  const { store } = usePane()
  const { owner } = usePaneState()
  const { from, sender } = view.message.snapshot
  const reason = view.chosen ? texts.chosenForThisEmail : client.match.reason
  const participants = view.answer?.participants ?? []
  const ours = from.address === owner.address || participants.some((one) => one.kind === 'internal' && one.address === from.address)
  // In what we wrote ourselves the stranger is whom we wrote to.
  const stranger = (ours && participants.find((one) => one.kind !== 'internal')) || from
  const said = texts.fromEmail([from.name, shownAddress(from.address)].filter((part) => part !== '').join(', ') || texts.noAddress)
  return (
    <ClientCard match={client.match} stranger={stranger} reason={reason} evidence={<Evidence said={said} reason={reason} person={client.match.person} />}>
      {(ours || sender || view.mailbox) && <MessageSide view={view} />}
      {view.chosen && <div><Link as="button" onClick={() => store.patchView(view.key, { chosen: null })}>{texts.backToMain}</Link></div>}
    </ClientCard>
  )
}
