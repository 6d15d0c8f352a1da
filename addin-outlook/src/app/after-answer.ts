import { useEffect, useRef } from 'react'
import { usePane } from './pane-context'
import type { MessageView } from './pane-state'

/** What happens by itself once it is known who the message is about: whose mailbox it lies in, and registering where the manager has asked for it before. */
export function useAfterAnswer(view: MessageView | null) {
  const { client, registering, store } = usePane()
  const last = useRef<MessageView | null>(null)
  const key = view?.key
  const answered = Boolean(view?.answer) && view?.mailbox === undefined

  useEffect(() => {
    if (key === undefined || !answered) return
    const isOpen = () => client.mailbox.openMessage()?.key === key
    if (isOpen()) void client.doors.sharedOwner().catch(() => null).then((mailbox) => { if (isOpen()) store.patchView(key, { mailbox }) })
  }, [client, store, key, answered])

  useEffect(() => {
    const before = last.current
    last.current = view
    if (!view?.answer?.sendOrder && !view?.answer?.conversation?.following) return
    // A chunk that does not come leaves the message to the manager's own click.
    void import(/* webpackChunkName: "conversation" */ '../features/compose/by-itself').then((part) => part.registerByItself(registering, view, before), () => undefined)
  }, [registering, view])
}
