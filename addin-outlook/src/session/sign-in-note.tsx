import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import { sessionTexts } from '@counterpane/shared/text/session-pane'
import { type Failure, toFailure } from '../app/failure'
import { Note, TroubleNote } from '../app/note'
import { usePane, usePaneState } from '../app/pane-context'
import { usePaneStyles } from '../app/pane-styles'
import { InvitationForm } from './invitation-form'
import type { SignInOptions } from './pane-session'

export interface SignInNoteProps { failure: Extract<Failure, { kind: 'signed-out' | 'not-invited' }>; onSignedIn: () => void }

/** Nobody is signed in: why, and what to do. It stands where the answer would; the rest of the pane goes on. */
export function SignInNote({ failure: given, onSignedIn }: SignInNoteProps) {
  const { session, store } = usePane()
  const { locale, owner } = usePaneState()
  const pane = usePaneStyles()
  const texts = sessionTexts[locale]
  const [busy, setBusy] = useState(false)
  const [came, setCame] = useState<Failure | null>(null)
  const failure = came ?? given

  async function signIn(by: SignInOptions['by']) {
    setBusy(true)
    try {
      await session.signIn({ by })
      setCame(null)
      const who = session.manager()?.name
      if (who) store.say(texts.welcome(who))
      onSignedIn()
    } catch (error) {
      setCame(toFailure(error))
    } finally {
      setBusy(false)
    }
  }
  if (failure.kind === 'not-invited') return <InvitationForm account={session.facts().account} busy={busy} onAnotherAccount={() => void signIn('another-way')} onAccepted={onSignedIn} />
  if (failure.kind !== 'signed-out') return <TroubleNote failure={failure} onRetry={() => void signIn('hand')} />
  const { reason, code, account } = failure
  return (
    <Note role="alert" tone="warning">
      <strong>{texts.title[reason]}</strong>
      <span className={pane.plain}>{texts.advice[reason](account || owner.address)}</span>
      {code && code !== 'no-session' && <span className={pane.quiet}>{texts.code(code)}</span>}
      {reason !== 'not-set-up' && (
        <div className={pane.row}>
          <Button size="small" appearance="primary" disabledFocusable={busy} onClick={() => void signIn(reason === 'other-organisation' ? 'another-way' : 'hand')}>{busy ? texts.signingIn : texts.signIn}</Button>
          {session.facts().kind === 'entra' && <Link as="button" disabled={busy} onClick={() => void signIn('another-way')}>{texts.anotherWay}</Link>}
        </div>
      )}
    </Note>
  )
}
