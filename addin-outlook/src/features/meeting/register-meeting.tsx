import { Button, Checkbox, Link, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import { meetingTexts } from '@counterpane/shared/text/meeting-pane'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { onDemand } from '../../app/on-demand'
import { useDeed, usePane, usePaneState } from '../../app/pane-context'
import type { ClientView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { sendable } from '../../app/sendable'
import type { OpenMeeting } from '../../mailbox/mail-client'

export interface Who { address: string; personId: string | null; counterpartyId: string | null }
interface Props { meetingKey: string; meeting: OpenMeeting; client: ClientView | null; onTake: (who: Who) => void; onDone: (contact: Contact) => void }
const ClientSearch = onDemand(() => import(/* webpackChunkName: "forms" */ '../forms/client-search').then((part) => part.ClientSearch))

/** A meeting that is no contact yet becomes one by a press: planned while it is ahead, held when it has passed. */
export function RegisterMeeting({ meetingKey, meeting, client, onTake, onDone }: Props) {
  const texts = meetingTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const { api, client: mail, store, now } = usePane()
  const [searching, setSearching] = useState(false)
  const [privately, setPrivately] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const ahead = new Date(meeting.endsAt) > now()
  const match = client?.match

  const register = () => deed(async () => {
    setBusy(true)
    // A private one is filed without a word of its text.
    const text = privately ? null : await mail.meetings.readText(meetingKey).catch(() => null)
    const { contact } = await api('registerMeeting', {
      body: sendable({
        meeting: { ...meeting, text }, client: 'outlook' as const, ...(privately && { private: true }),
        ...(match && { counterpartyId: match.counterparty?.id ?? null, ...(match.person && !match.counterparty && { personIds: [match.person.id] }) }),
      }),
    })
    onDone(contact)
    store.say(contact.status === 'planned' ? texts.plannedDone : texts.registeredDone)
  }).finally(() => setBusy(false))

  if (searching) {
    return (
      <ClientSearch label={texts.chooseClient} onClose={() => setSearching(false)} onChoose={(found) => {
        setSearching(false)
        onTake(found.kind === 'person' ? { address: '', personId: found.id, counterpartyId: found.counterparty?.id ?? null } : { address: '', personId: null, counterpartyId: found.id })
      }} />
    )
  }
  return (
    <section className={mergeClasses(pane.panel, pane.stack)} aria-label={texts.thisMeeting}>
      <p className={pane.plain}>{client ? texts.notYet : texts.nobodyChosen} <Link as="button" onClick={() => setSearching(true)}>{client ? texts.anotherClient : texts.chooseClient}</Link></p>
      <Checkbox label={texts.privately} checked={privately} onChange={(_, { checked }) => setPrivately(checked === true)} style={{ marginInline: '-8px' }} />
      <div><Button appearance={client ? 'primary' : 'secondary'} disabledFocusable={busy} onClick={() => void register()}>{busy ? texts.busy : ahead ? texts.plan : texts.register}</Button></div>
      <FailureNote failure={failure} onRetry={() => void register()} />
    </section>
  )
}
