import { Button, Input, Link } from '@fluentui/react-components'
import { type FormEvent, useId, useState } from 'react'
import { sessionTexts } from '@counterpane/shared/text/session-pane'
import type { Failure } from '../app/failure'
import { Note, TroubleNote } from '../app/note'
import { useDeed, usePane, usePaneState } from '../app/pane-context'
import { usePaneStyles } from '../app/pane-styles'

interface Props { account: string; busy: boolean; onAnotherAccount: () => void; onAccepted: () => void }

/** Known to the organisation, not yet to this server: the administrator's code binds the account to a manager, once. */
export function InvitationForm({ account, busy, onAnotherAccount, onAccepted }: Props) {
  const { api, store } = usePane()
  const { locale } = usePaneState()
  const pane = usePaneStyles()
  const texts = sessionTexts[locale]
  const id = useId()
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)

  async function accept(event: FormEvent) {
    event.preventDefault()
    setMissing(code.trim() === '')
    if (code.trim() === '' || sending) return
    setSending(true)
    await deed(async () => {
      const manager = await api('acceptInvitation', { body: { code: code.trim() } })
      store.say(texts.welcome(manager.name))
      onAccepted()
    })
    setSending(false)
  }
  return (
    <Note role="status" tone="warning">
      <strong>{texts.notInvitedTitle}</strong>
      <span className={pane.plain}>{texts.notInvited(account)}</span>
      <form className={pane.tight} onSubmit={(event) => void accept(event)} noValidate>
        <label htmlFor={id} className={pane.strong}>{texts.invitationCode}</label>
        <div className={pane.row}>
          <Input id={id} className={pane.grow} size="small" autoComplete="one-time-code" spellCheck={false} value={code} aria-invalid={missing} aria-describedby={missing ? `${id}-missing` : undefined} onChange={(_, { value }) => setCode(value)} />
          <Button size="small" appearance="primary" type="submit" disabledFocusable={sending}>{texts.accept}</Button>
        </div>
        {missing && <span id={`${id}-missing`} role="alert">{texts.codeNeeded}</span>}
      </form>
      {failure && failure.kind !== 'signed-out' && failure.kind !== 'not-invited' && <TroubleNote failure={failure} />}
      <div><Link as="button" disabled={busy} onClick={onAnotherAccount}>{texts.anotherAccount}</Link></div>
    </Note>
  )
}
