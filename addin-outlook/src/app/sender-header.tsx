import { ClientHeader } from '@counterpane/shared/ui/client-header'
import { shownAddress } from '../features/identify/shown-address'
import { useTexts } from './pane-context'
import type { MessageView } from './pane-state'

/** The sender as the email itself has it: what is known before, or without, an answer. */
export function SenderHeader({ view }: { view: MessageView }) {
  const texts = useTexts()
  const { name, address } = view.message.snapshot.from
  const shown = shownAddress(address)
  return <ClientHeader name={name || shown || texts.noAddress} position={name ? shown || texts.noAddress : null} words={{ className: texts.clientClass, vip: texts.vip, noClient: '' }} />
}
