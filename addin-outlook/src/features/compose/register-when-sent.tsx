import { Spinner, Switch } from '@fluentui/react-components'
import { composeTexts } from '@counterpane/shared/text/compose-pane'
import { FailureNote } from '../../app/failure-note'
import { usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import type { useSendOrder } from './use-send-order'

interface Props { order: ReturnType<typeof useSendOrder>; client: string | null }

/** The switch for this one letter, and in words when and for whom it will be registered. */
export function RegisterWhenSent({ order, client }: Props) {
  const texts = composeTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const services = usePane()
  const { store } = services
  if (order.on === null) return null
  function turn(on: boolean) {
    order.turn(on)
    store.say(on ? texts.switchedOn : texts.switchedOff)
  }
  return (
    <div className={pane.tight}>
      <Switch label={texts.registerWhenSent} checked={order.on} onChange={(_, { checked }) => turn(checked)} style={{ marginInline: '-8px' }} />
      {order.on && order.order && !order.failure && <p className={pane.plain}>{services.client.drafts.tellsOfSending() ? texts.atOnce : texts.whenOpened}</p>}
      {order.on && <p className={pane.quiet}>{client ? texts.forClient(client) : texts.withoutClient}</p>}
      {order.on && order.order?.previousId && <p className={pane.quiet}>{texts.continues}</p>}
      {order.arranging && !order.order && <Spinner size="extra-tiny" labelPosition="after" label={texts.arranging} style={{ justifyContent: 'flex-start' }} />}
      {order.failure && <p className={pane.plain}>{texts.notArranged} {texts.mailOnly}</p>}
      <FailureNote failure={order.failure} onRetry={order.again} />
    </div>
  )
}
