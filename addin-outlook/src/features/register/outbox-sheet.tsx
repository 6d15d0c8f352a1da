import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { sessionTexts } from '@counterpane/shared/text/session-pane'
import { failureTexts } from '@counterpane/shared/text/failure-pane'
import { Note } from '../../app/note'
import { usePane, usePaneState } from '../../app/pane-context'
import { PaneSheet } from '../../app/pane-sheet'
import { usePaneStyles } from '../../app/pane-styles'
import type { Order } from './outbox-shelf'
import { OutboxLine } from './outbox-line'

/** What waits to be sent and what was not accepted; everything that can be done about either. */
export function OutboxSheet({ onClose }: { onClose: () => void }) {
  const pane = usePaneStyles()
  const { locale } = usePaneState() // its counts change with every order, so the lists below are drawn anew
  const { outbox, store } = usePane()
  const texts = sessionTexts[locale]
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const [asking, setAsking] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  const all = outbox.list()
  const refused = all.filter((order) => order.refused !== undefined)
  const waiting = all.filter((order) => order.refused === undefined)

  async function send(again: readonly string[] = []) {
    if (busy) return
    setBusy(true)
    setSaid(texts.sending)
    const before = outbox.list().length
    if (again.length > 0) outbox.again(again)
    await outbox.send({ asked: true })
    const sent = before - outbox.list().length
    setSaid(sent > 0 ? texts.sent(sent) : outbox.list().some((order) => order.refused === undefined) ? texts.stillOffline : '')
    setBusy(false)
  }
  function discard(ids: readonly string[]) {
    outbox.discard(ids)
    setAsking(false)
    setSaid(texts.discarded)
    store.say(texts.discarded)
    // The line that was pressed is gone; whoever works by keyboard goes on from the list.
    top.current?.focus()
  }
  const list = (orders: readonly Order[], label: string) => (
    <ul className={pane.list} aria-label={label}>{orders.map((order) => <OutboxLine key={order.id} order={order} texts={texts} busy={busy} onSend={() => void send([order.id])} onDiscard={() => discard([order.id])} />)}</ul>
  )
  return (
    <PaneSheet title={texts.outboxTitle} closeLabel={texts.close} onClose={onClose}>
      <div ref={top} tabIndex={-1} className={pane.stack} style={{ outline: 'none' }}>
        {all.length === 0 && <p className={pane.plain}>{texts.outboxEmpty}</p>}
        {!outbox.lasting() && all.length > 0 && <Note tone="warning">{failureTexts[locale].noShelf}</Note>}
        {waiting.length > 0 && <><p className={pane.quiet}>{texts.outboxExplained}</p>{list(waiting, texts.outboxTitle)}</>}
        {refused.length > 0 && <><h3 className={pane.title}>{texts.refusedTitle}</h3><p className={pane.quiet}>{texts.refusedExplained}</p>{list(refused, texts.refusedTitle)}</>}
        {all.length > 0 && !asking && (
          <div className={pane.row}>
            {waiting.length > 0 && <Button size="small" appearance="primary" disabledFocusable={busy} onClick={() => void send()}>{busy ? texts.sending : texts.sendNow}</Button>}
            <Button size="small" disabledFocusable={busy} onClick={() => setAsking(true)}>{texts.discardAll}</Button>
          </div>
        )}
        {asking && (
          <div role="group" aria-label={texts.discardAll} className={pane.tight}>
            <span role="alert">{texts.discardAllSure(all.length)}</span>
            <div className={pane.row}>
              <Button size="small" onClick={() => discard(all.map(({ id }) => id))}>{texts.discardSure}</Button>
              <Button size="small" autoFocus onClick={() => setAsking(false)}>{texts.keepThem}</Button>
            </div>
          </div>
        )}
        <p className={pane.plain} role="status">{said}</p>
      </div>
    </PaneSheet>
  )
}
