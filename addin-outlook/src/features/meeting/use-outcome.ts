import { useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { meetingTexts } from '@counterpane/shared/text/meeting-pane'
import type { Failure } from '../../app/failure'
import { useDates, useDeed, usePane, usePaneState } from '../../app/pane-context'
import { sendable } from '../../app/sendable'
import { meetingTime } from './meeting-time'

export type Outcome = BodyOf<'recordOutcome'>['outcome']

/** How a planned contact ended, saved and said aloud. */
export function useOutcome(contact: Contact, onDone: (contact: Contact) => void) {
  const texts = meetingTexts[usePaneState().locale]
  const dates = useDates()
  const { api, store } = usePane()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)

  async function save(body: BodyOf<'recordOutcome'>) {
    if (busy) return
    setBusy(true)
    await deed(async () => {
      const changed = await api('recordOutcome', { id: contact.id, body: sendable(body) })
      store.forgetClients([changed.counterparty?.id], '')
      store.say(body.outcome === 'held' ? texts.heldDone(changed.subject) : body.outcome === 'not-held' ? texts.notHeldDone(changed.subject) : texts.movedDone(changed.subject, meetingTime(changed.startsAt, dates)))
      onDone(changed)
    })
    setBusy(false)
  }
  return { save, busy, failure }
}
