import { Button, Link } from '@fluentui/react-components'
import type { Contact } from '@counterpane/shared/contract/contact'
import { meetingTexts } from '@counterpane/shared/text/meeting-pane'
import { withContact } from '../../app/client-changes'
import { FailureNote, Note } from '../../app/failure-note'
import { usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { Bones } from '../../app/waiting-screen'
import { ClientSections } from '../identify/client-sections'
import { OutsidersList } from '../identify/outsiders-list'
import { useShownClient } from '../identify/use-shown-client'
import { AttendeeCard } from './attendee-card'
import { ThisMeeting } from './this-meeting'
import { useMeeting } from './use-meeting'

/** Beside an appointment: who comes, what was agreed with them, and the contact that this meeting is. */
export function MeetingScreen({ meetingKey }: { meetingKey: string; organising: boolean }) {
  const texts = meetingTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const { store, now } = usePane()
  const { meeting, people, unread, answer, asking, failure, again, patch, setContact } = useMeeting(meetingKey)
  const shown = useShownClient(answer, people, texts.chosen)
  const client = shown.chosen ?? answer
  const known = client?.match.kind === 'person' || client?.match.kind === 'counterparty'
  const internal = answer?.match.kind === 'internal'
  const blocked = answer?.match.rule === 'blocked'
  const alone = answer !== null && answer.participants.length < 2 && internal
  const change = shown.chosen ? shown.patchChosen : patch

  function changed(contact: Contact) {
    setContact(contact)
    change((cards) => (contact.counterparty && cards.match.counterparty?.id === contact.counterparty.id ? withContact(cards, contact, now()) : cards))
    store.forgetClients([contact.counterparty?.id], '')
  }
  return (
    <>
      <section className={pane.first} aria-busy={asking}>
        <div className={pane.stack}>
          {(!answer || internal || blocked) && <h1 className={pane.title}>{meeting?.subject.trim() || texts.thisMeeting}</h1>}
          {unread && !meeting && <Note role="alert" tone="warning"><strong>{texts.notRead}</strong><div><Button size="small" onClick={again}>{texts.readAgain}</Button></div></Note>}
          {!answer && !unread && !failure && <Bones />}
          <FailureNote failure={failure} onRetry={again} />
          {(internal || blocked) && <Note role="status"><span>{blocked ? texts.blocked : alone ? texts.noAttendees : texts.colleagues}</span></Note>}
          {answer && client && !internal && !blocked && <AttendeeCard client={client} shown={shown} />}
          {shown.chosen && answer && (answer.match.kind === 'person' || answer.match.kind === 'counterparty') && <div><Link as="button" onClick={shown.back}>{texts.backToFirst}</Link></div>}
          <FailureNote failure={shown.failure} />
          {answer && meeting && !blocked && (!internal || answer.contact) && (
            <ThisMeeting meetingKey={meetingKey} meeting={meeting} contact={answer.contact} client={known ? client : null} onTake={(who) => void shown.take(who)} onChanged={changed} />
          )}
        </div>
      </section>
      {answer && !internal && shown.outsiders.length > 1 && (
        <OutsidersList title={texts.attendees} people={shown.outsiders} match={answer.match} unknown={texts.unknown} shown={shown.shownAddress} busy={shown.busy} onChoose={shown.choose} />
      )}
      {known && client && !internal && !blocked && <ClientSections client={client} onChange={change} />}
    </>
  )
}
