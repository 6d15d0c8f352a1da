import { Button, Checkbox, Link, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import { answerSubject, quotedLetter } from '@counterpane/shared/text/answer-letter'
import { exactTime } from '@counterpane/shared/text/dates'
import { historyTexts } from '@counterpane/shared/text/history-pane'
import { browserStore } from '../../app/browser-stores'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { useDates, useDeed, usePane, usePaneState, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { sendable } from '../../app/sendable'
import type { NewLetter } from '../../mailbox/mail-client'
import { linkFiles, mailtoOf, recipientsOf } from './letter-from-contact'
import { createStartedLetters } from './started-letters'

/** A letter begun from a contact: to its people, with its content and the chosen files; when sent it joins the contact's chain (product 2.2.8). */
export function WriteEmail({ contact }: { contact: Contact }) {
  const texts = historyTexts[usePaneState().locale]
  const common = useTexts()
  const dates = useDates()
  const pane = usePaneStyles()
  const { api, client, store, now } = usePane()
  const kept = contact.attachments.filter((file) => file.kept)
  const [choosing, setChoosing] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<readonly string[]>([])
  const [mailto, setMailto] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)

  /** Without the order the letter is written all the same; it only stays outside the chain. */
  async function joinChain({ to, subject }: NewLetter): Promise<boolean> {
    try {
      const { id, ticket } = await api('createSendOrder', {
        body: sendable({ subject, to, previousId: contact.id, counterpartyId: contact.counterparty?.id ?? null, personIds: contact.persons.map((person) => person.id) }),
      })
      createStartedLetters({ storage: browserStore('localStorage'), owner: () => store.get().owner.address, now }).remember({ subject, to }, { id, ticket, origin: location.origin, previousId: contact.id })
      return true
    } catch { return false }
  }
  const write = () => deed(async () => {
    setBusy(true)
    setMailto(null)
    const who = contact.direction === 'incoming' ? contact.persons.map((person) => person.name).join(', ') : contact.manager?.name ?? ''
    const [to, { files, missing }] = await Promise.all([recipientsOf(api, contact), linkFiles(api, kept.filter((file) => chosen.includes(file.id)), location.origin)])
    const letter = { to, subject: answerSubject(contact), text: quotedLetter(texts.quoteHead(exactTime(contact, dates), who), contact.content), files }
    const joins = await joinChain(letter)
    setSaid([...(to.length === 0 ? [texts.noAddress] : []), ...(missing.length > 0 ? [texts.fileMissing(missing.join(', '))] : []), ...(joins ? [] : [texts.withoutChain])])
    if (client.doors.writeLetter(letter)) setChoosing(false)
    else setMailto(mailtoOf(letter))
  }).finally(() => setBusy(false))

  return (
    <div className={pane.tight}>
      {!choosing && <div><Button size="small" disabledFocusable={busy} onClick={() => (kept.length > 0 ? setChoosing(true) : void write())}>{texts.writeEmail}</Button></div>}
      {choosing && (
        <div role="group" aria-label={texts.whichFiles} className={pane.tight}>
          <span className={pane.quiet}>{texts.whichFiles}</span>
          {kept.map((file) => <Checkbox key={file.id} label={file.name} checked={chosen.includes(file.id)} onChange={(_, { checked }) => setChosen(checked ? [...chosen, file.id] : chosen.filter((id) => id !== file.id))} />)}
          <div className={pane.row}>
            <Button size="small" appearance="primary" disabledFocusable={busy} onClick={() => void write()}>{texts.openLetter}</Button>
            <Button size="small" onClick={() => setChoosing(false)}>{common.cancel}</Button>
          </div>
        </div>
      )}
      {mailto && <Link href={mailto} target="_blank" rel="noreferrer">{texts.inMailProgram}</Link>}
      {said.map((line) => <p key={line} role="status" className={mergeClasses(pane.quiet)}>{line}</p>)}
      <FailureNote failure={failure} onRetry={() => void write()} />
    </div>
  )
}
