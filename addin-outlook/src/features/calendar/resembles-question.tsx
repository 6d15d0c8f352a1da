import { Button, Link, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import type { ContactCalendarDetails } from '@counterpane/shared/contract/calendar'
import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarPaneTexts } from '@counterpane/shared/text/calendar-pane'
import { calendarDate } from '@counterpane/shared/text/dates'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { contactHref, journalTab } from '../../app/journal-links'
import { useDates, useDeed, usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'

interface Props { contact: Contact; past: NonNullable<ContactCalendarDetails['resembles']>; onAnswered: (contact: Contact) => void }

/** A meeting that was taken away and made anew: one with its past, or a meeting of its own. Nothing is joined by itself. */
export function ResemblesQuestion({ contact, past, onAnswered }: Props) {
  const texts = calendarPaneTexts[usePaneState().locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const { api, store } = usePane()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const question = texts.resembles(calendarDate(past.startsAt, contact.calendar?.allDay ? { ...dates, timeZone: 'UTC' } : dates))
  async function answer(name: 'joinPast' | 'keepApart', words: string) {
    if (busy) return
    setBusy(true)
    const done = await deed(async () => {
      onAnswered(await api(name, { id: contact.id }))
      store.say(words)
    })
    setBusy(false)
    // What was joined is another contact now: whatever lists them is asked anew.
    if (done && name === 'joinPast') await store.refresh()
  }
  return (
    <div className={pane.tight} role="group" aria-label={question}>
      <p className={mergeClasses(pane.plain, pane.strong)}>{question}</p>
      <Link href={contactHref(past.id)} target={journalTab}>{past.subject || texts.waiting.noSubject}</Link>
      <div className={pane.row}>
        <Button size="small" disabledFocusable={busy} onClick={() => void answer('joinPast', texts.joined)}>{texts.join}</Button>
        <Button size="small" disabledFocusable={busy} onClick={() => void answer('keepApart', texts.apart)}>{texts.keepApart}</Button>
      </div>
      <FailureNote failure={failure} />
    </div>
  )
}
