import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import { exactTime } from '@counterpane/shared/text/dates'
import { historyTexts } from '@counterpane/shared/text/history-pane'
import { contactHref, journalTab } from '../../app/journal-links'
import { onDemand } from '../../app/on-demand'
import { useDates, usePaneState, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import type { CalendarOfContactProps } from '../calendar/calendar-of-contact'
import { OpenEmail } from './open-email'
import { WriteEmail } from './write-email'

const CalendarOfContact = onDemand<CalendarOfContactProps>(() => import(/* webpackChunkName: "calendar" */ '../calendar/calendar-of-contact').then((part) => part.CalendarOfContact))
const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0, maxHeight: '240px', overflowY: 'auto', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  details: { marginBlock: '4px 8px' },
})
const longest = 4_000

/** One contact of the history, opened in its place. */
export function ContactDetails({ contact: opened }: { contact: Contact }) {
  const [changed, setChanged] = useState<Contact | null>(null)
  const contact = changed ?? opened
  const texts = useTexts()
  const own = historyTexts[usePaneState().locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const styles = useStyles()
  const people = contact.persons.map((person) => person.name).join(', ')
  const text = contact.content.trim()
  return (
    <div className={mergeClasses(pane.panel, pane.tight, styles.details)}>
      <p className={pane.quiet}>{[exactTime(contact, dates), people].filter(Boolean).join(' · ')}</p>
      {(contact.calendar || contact.appointment || contact.status === 'planned') && <CalendarOfContact contact={contact} onChanged={setChanged} />}
      {contact.result && <p className={pane.plain}><strong>{texts.result}: </strong>{contact.result}</p>}
      {contact.comment && <p className={pane.plain}><strong>{texts.comment}: </strong>{contact.comment}</p>}
      {text ? <p className={styles.text} tabIndex={text.length > 600 ? 0 : undefined} role={text.length > 600 ? 'region' : undefined} aria-label={text.length > 600 ? own.content : undefined}>{text.length > longest ? `${text.slice(0, longest)}…` : text}</p>
        : <p className={pane.quiet}>{own.noContent}</p>}
      {contact.attachments.length > 0 && <p className={pane.quiet}>{own.attachments}: {contact.attachments.map((file) => file.name).join(', ')}</p>}
      {contact.method === 'letter' && contact.status === 'held' && <OpenEmail contactId={contact.id} />}
      <div><Link href={contactHref(contact.id)} target={journalTab}>{own.inJournal}</Link></div>
      <WriteEmail contact={contact} />
    </div>
  )
}
