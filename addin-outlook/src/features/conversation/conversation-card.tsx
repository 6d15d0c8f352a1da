import { Button, Link, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import { conversationTexts } from '@counterpane/shared/text/conversation-pane'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { useDeed, usePane, usePaneState } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { changePreferences, preferencesOf } from '../compose/preferences'
import { FollowQuestion } from './follow-question'
import { clientFor, othersToRegister, registerOthers } from './register-others'
import { useFollowing } from './use-following'

/** What is registered of this conversation, and what of it is not yet. */
export function ConversationCard({ view }: { view: MessageView }) {
  const texts = conversationTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const services = usePane()
  const { api, client, registering, session, store } = services
  const [answered, setAnswered] = useState(false)
  const { follow, failure: followFailure, busy: following } = useFollowing(view)
  const [busy, setBusy] = useState(false)
  const [withoutText, setWithoutText] = useState(0)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const conversation = view.answer?.conversation
  const { conversationId } = view.message.snapshot
  if (!view.answer || !conversation || conversationId === null) return null

  const { counterparty } = conversation
  // Asked once per manager, after an email was registered by them and the other questions about it are answered (product 2.2.6).
  const asks = !answered && !view.followUp && view.answer.registered?.by.id === session.manager()?.id && !conversation.following && !preferencesOf(services).followAsked
  function answerOnce(yes: boolean) {
    setAnswered(true)
    // Lost on the way it is asked once more some day, which does no harm.
    void changePreferences(services, { followAsked: true }).catch(() => undefined)
    if (yes) void follow(true)
  }
  const exact = view.answer.match.kind === 'person' || view.answer.match.kind === 'counterparty'
  const others = othersToRegister(view, store.inConversation(conversationId))
  const addOthers = () => deed(async () => {
    setBusy(true)
    const done = await registerOthers({ api, selections: client.selections, registering }, others, conversation)
    setWithoutText(done.withoutText)
    store.say(texts.othersRegistered(done.registered))
  }).finally(() => setBusy(false))
  return (
    <section className={pane.tight} aria-label={texts.conversation}>
      {conversation.contacts > 0 && <p className={pane.plain}>{texts.registered(conversation.contacts, counterparty?.name ?? null)}</p>}
      {!exact && !view.answer.registered && !view.chosen && counterparty && view.work === 'idle' && (
        <div><Button size="small" appearance="primary" onClick={() => void registering.register(view.key, clientFor(view, conversation))}>{texts.registerFor(counterparty.name)}</Button></div>
      )}
      {others.length > 0 && <div><Link as="button" disabled={busy} onClick={() => void addOthers()}>{texts.registerOthers(others.length)}</Link></div>}
      {withoutText > 0 && <p className={pane.quiet} role="status">{texts.someWithoutText(withoutText)}</p>}
      <FailureNote failure={failure} onRetry={() => void addOthers()} />
      {asks ? <FollowQuestion onAnswer={answerOnce} /> : (
        <div style={{ marginInline: '-8px' }}>
          <Switch label={texts.follow} disabled={following} checked={conversation.following} onChange={(_, { checked }) => void follow(checked)} />
        </div>
      )}
      {conversation.following && <p className={pane.quiet}>{texts.followHint}</p>}
      <FailureNote failure={followFailure} />
    </section>
  )
}
