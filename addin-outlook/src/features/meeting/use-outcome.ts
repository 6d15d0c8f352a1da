import { useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { calendarPaneTexts } from '@counterpane/shared/text/calendar-pane'
import { meetingTexts } from '@counterpane/shared/text/meeting-pane'
import type { Failure } from '../../app/failure'
import { useDates, useDeed, usePane, usePaneState } from '../../app/pane-context'
import { sendable } from '../../app/sendable'
import { contactTime } from './meeting-time'

export type Outcome = BodyOf<'recordOutcome'>['outcome']

/** How a planned contact ended, saved and said aloud. */
export function useOutcome(contact: Contact, onDone: (contact: Contact) => void, onSeries?: (ids: readonly string[]) => void) {
  const { locale } = usePaneState()
  const texts = meetingTexts[locale]
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
      store.say(body.outcome === 'held' ? texts.heldDone(changed.subject) : body.outcome === 'not-held' ? texts.notHeldDone(changed.subject) : texts.movedDone(changed.subject, contactTime(changed, dates)))
      onDone(changed)
    })
    setBusy(false)
  }
  /** One answer for all past dates of its series. */
  async function saveSeries(outcome: Exclude<Outcome, 'moved'>, result: string) {
    if (busy) return
    setBusy(true)
    await deed(async () => {
      const { results } = await api('recordOutcomes', { body: sendable({ seriesOf: contact.id, outcome, ...(result && { result }) }) })
      store.forgetClients([contact.counterparty?.id], '')
      store.say(calendarPaneTexts[locale].savedFor(results.filter((one) => one.outcome === 'recorded').length))
      if (onSeries) onSeries(results.map(({ id }) => id))
      else onDone(await api('getContact', { id: contact.id }))
    })
    setBusy(false)
  }
  return { save, saveSeries, busy, failure }
}
