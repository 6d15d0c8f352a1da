import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import type { Failure } from './failure'
import { FailureNote, Note } from './failure-note'
import { contactHref, journalTab } from './journal-links'
import { useDeed, usePane, useTexts } from './pane-context'
import type { MessageView } from './pane-state'
import { usePaneStyles } from './pane-styles'
import { SenderHeader } from './sender-header'

/** Between colleagues, excluded, or on a list: said plainly, with the way back where there is one. */
export function NothingToRegister({ view }: { view: MessageView }) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const { api, store } = usePane()
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const messageId = view.message.snapshot.messageId
  const excluded = view.answer?.excluded ?? false
  const registered = view.answer?.registered
  const takeBack = () => deed(async () => {
    if (messageId) await api('excludeMessage', { body: { messageId, excluded: false } })
    await store.ask(view.key)
  })
  return (
    <section className={pane.first}>
      <div className={pane.stack}>
        <SenderHeader view={view} />
        <Note role="status">
          <span>{excluded ? texts.excluded : view.answer?.match.rule === 'blocked' ? texts.blocked : texts.colleagues}</span>
          {excluded && messageId && <div><Button size="small" onClick={() => void takeBack()}>{texts.takeBack}</Button></div>}
          {registered && <span>{texts.registeredBy(registered.by.name, '')} <Link href={contactHref(registered.contactId)} target={journalTab}>{texts.open}</Link></span>}
        </Note>
        <FailureNote failure={failure} />
      </div>
    </section>
  )
}
