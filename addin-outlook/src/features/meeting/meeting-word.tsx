import { Button, Link, mergeClasses } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import { meetingTexts } from '@counterpane/shared/text/meeting-pane'
import { statusText } from '@counterpane/shared/text/words'
import { contactStateName, useStateColours } from '@counterpane/shared/ui/state-colours'
import { withContact } from '../../app/client-changes'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { contactHref, journalTab } from '../../app/journal-links'
import { useDates, useDeed, usePane, usePaneState } from '../../app/pane-context'
import { type MessageView, shownClient } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { sendable } from '../../app/sendable'
import { meetingOfMessage } from './meeting-of-message'
import { contactTime, meetingTime } from './meeting-time'

/** A message about a meeting: what it says, the planned contact behind it, and the one thing to be done about it. */
export function MeetingWord({ view }: { view: MessageView }) {
  const { locale } = usePaneState()
  const texts = meetingTexts[locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const colours = useStateColours()
  const { api, client: mail, registering, store, now } = usePane()
  const [contact, setContact] = useState<Contact | null | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const { message } = view
  const snapshot = meetingOfMessage(message)
  const asked = JSON.stringify(snapshot)
  useEffect(() => {
    const meeting = JSON.parse(asked) as typeof snapshot
    if (!meeting) return
    let live = true
    api('sidebarMeeting', { body: sendable({ meeting }) }).then(({ contact: found }) => { if (live) setContact(found) }, () => undefined)
    return () => { live = false }
  }, [api, asked])
  if (!message.meeting) return null

  const { kind, startsAt, location } = message.meeting
  const said = texts.word[kind]([startsAt ? meetingTime(startsAt, dates) : texts.noTime, location].filter(Boolean).join(', '))
  const match = shownClient(view)?.match
  const known = match?.kind === 'person' || match?.kind === 'counterparty'
  function changed(found: Contact, words: string) {
    setContact(found)
    registering.patchClient(view.key, (client) => (found.counterparty && client.match.counterparty?.id === found.counterparty.id ? withContact(client, found, now()) : client))
    registering.forgetShown(view.key)
    store.say(words)
  }
  const run = (work: () => Promise<void>) => deed(async () => { setBusy(true); await work() }).finally(() => setBusy(false))
  const plan = () => run(async () => {
    if (!snapshot || !match) return
    const text = await mail.mailbox.readText(view.key).then((read) => read.text, () => null)
    const { contact: made } = await api('registerMeeting', { body: sendable({ meeting: { ...snapshot, text }, counterpartyId: match.counterparty?.id ?? null, ...(view.chosen?.match.person && { personIds: [view.chosen.match.person.id] }), client: 'outlook' as const }) })
    changed(made, texts.plannedDone)
  })
  const cancel = (planned: Contact) => run(async () => changed(await api('cancelContact', { id: planned.id, body: { reason: texts.cancelReason } }), texts.planCancelled))
  const ahead = snapshot !== null && new Date(snapshot.endsAt) > now()
  return (
    <section className={mergeClasses(pane.panel, pane.tight)} aria-label={texts.thisMeeting}>
      <p className={mergeClasses(pane.plain, pane.strong)}>{said}</p>
      {contact && (
        <p className={pane.plain}>
          <Link href={contactHref(contact.id)} target={journalTab} className={colours[contactStateName(contact)]}>{statusText(contact, locale)} · {contactTime(contact, dates)}</Link>
        </p>
      )}
      {kind === 'request' && contact === null && known && <div><Button size="small" disabledFocusable={busy} onClick={() => void plan()}>{ahead ? texts.plan : texts.register}</Button></div>}
      {contact?.status === 'planned' && (kind === 'cancelled' || kind === 'declined') && <div><Button size="small" disabledFocusable={busy} onClick={() => void cancel(contact)}>{texts.cancelPlan}</Button></div>}
      <FailureNote failure={failure} />
    </section>
  )
}
