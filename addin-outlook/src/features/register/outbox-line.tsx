import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { nearDate } from '@counterpane/shared/text/dates'
import type { SessionTexts } from '@counterpane/shared/text/session-pane'
import { useDates } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import type { Order } from './outbox-shelf'

const useStyles = makeStyles({
  line: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  reason: { color: tokens.colorStatusDangerForeground1, overflowWrap: 'anywhere' },
})
interface Props { order: Order; texts: SessionTexts; busy: boolean; onSend: () => void; onDiscard: () => void }

/** One order: which email, for whom, since when, what of it is not kept, and why it was not accepted. */
export function OutboxLine({ order, texts, busy, onSend, onDiscard }: Props) {
  const styles = useStyles()
  const pane = usePaneStyles()
  const dates = useDates()
  const { message } = order.body
  const subject = message.subject || texts.noSubject
  const from = message.from.name || message.from.address
  const files = message.attachments?.length ?? 0
  const facts = [from, order.client ? texts.forClient(order.client) : texts.byAddress, ...(order.at ? [texts.keptAt(nearDate(order.at, dates))] : [])]
  return (
    <li className={styles.line}>
      <div className={pane.tight}>
        <bdi className={pane.plain}>{subject}</bdi>
        <span className={pane.quiet}>{facts.join(' · ')}</span>
        {order.refused !== undefined && <span className={styles.reason}>{order.refused}</span>}
        {files > 0 && <span className={pane.quiet}>{texts.filesStay(files)}</span>}
        {order.shortened && <span className={pane.quiet}>{texts.shortened}</span>}
        <div className={pane.row}>
          {order.refused !== undefined && <Button size="small" disabledFocusable={busy} aria-label={texts.sendThis(subject)} onClick={onSend}>{texts.sendAgain}</Button>}
          <Button className={order.refused === undefined ? pane.flush : ''} size="small" appearance="subtle" disabledFocusable={busy} aria-label={texts.discardThis(subject)} onClick={onDiscard}>{texts.discard}</Button>
        </div>
      </div>
    </li>
  )
}
