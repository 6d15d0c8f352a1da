import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { FollowUpQuestions } from '../features/register/follow-up-questions'
import { RegisteredLine } from '../features/register/registered-line'
import type { Failure } from './failure'
import { FailureNote, Note } from './failure-note'
import { journalTab, neverHref } from './journal-links'
import { useDeed, usePane, usePaneState, useTexts } from './pane-context'
import type { MessageView } from './pane-state'
import { usePaneStyles } from './pane-styles'
import { SenderHeader } from './sender-header'

export interface NothingToRegisterProps { view: MessageView; onAnyway: () => void; onAnotherClient: () => void }

/** Between colleagues, excluded, or on a list: said plainly, with the way back where there is one. */
export function NothingToRegister({ view, onAnyway, onAnotherClient }: NothingToRegisterProps) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const { api, store, registering } = usePane()
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const messageId = view.message.snapshot.messageId
  const excluded = view.answer?.excluded ?? false
  const blocked = view.answer?.match.rule === 'blocked'
  const registered = view.answer?.registered ?? null
  const busy = view.work === 'registering'
  const takeBack = () => deed(async () => {
    if (messageId) await api('excludeMessage', { body: { messageId, excluded: false } })
    await store.ask(view.key)
  })
  const retry = view.retry && { onRetry: () => void registering.register(view.key, view.retry ?? {}) }
  return (
    <section className={pane.first}>
      <div className={pane.stack}>
        <SenderHeader view={view} />
        {registered ? <RegisteredLine view={view} onAnotherClient={onAnotherClient} /> : (
          <Note role="status">
            <span>{excluded ? own.excluded : blocked ? own.blocked : own.colleagues}</span>
            {blocked && <Link href={neverHref} target={journalTab}>{own.changeList}</Link>}
            {excluded && messageId && <div><Button size="small" onClick={() => void takeBack()}>{own.takeBack}</Button></div>}
            {view.work === 'kept' && <span>{texts.kept}</span>}
            {!excluded && !blocked && view.work !== 'kept' && <div><Link as="button" disabledFocusable={busy} onClick={onAnyway}>{busy ? texts.registering : own.registerAnyway}</Link></div>}
          </Note>
        )}
        <FailureNote failure={failure} />
        <FailureNote failure={view.workFailure} {...retry} />
        <FollowUpQuestions view={view} />
      </div>
    </section>
  )
}
