import { conversationTexts } from '@counterpane/shared/text/conversation-pane'
import { usePane, usePaneState } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { shownAddress } from './shown-address'

/** Which side the message comes from, where that is not the plain case: sent by us, sent on somebody's behalf, lying in a shared mailbox. */
export function MessageSide({ view }: { view: MessageView }) {
  const { owner, locale } = usePaneState()
  const { session } = usePane()
  const pane = usePaneStyles()
  const texts = conversationTexts[locale]
  const { from, sender } = view.message.snapshot
  const named = ({ name, address }: typeof from) => name || shownAddress(address)
  const mine = [owner.address, ...(session.manager()?.addresses ?? [])].some((address) => address.toLowerCase() === from.address.toLowerCase())
  const ours = mine || view.answer?.participants.some((one) => one.kind === 'internal' && one.address === from.address)
  const behalf = sender && sender.address !== from.address && named(sender) !== '' ? texts.onBehalf(named(sender), named(from)) : null
  return (
    <div>
      {(behalf ?? ours) && <p className={pane.quiet}>{behalf ?? (mine ? texts.sentByYou : texts.sentBy(named(from)))}</p>}
      {view.mailbox && <p className={pane.quiet}>{texts.mailbox(view.mailbox)}</p>}
    </div>
  )
}
