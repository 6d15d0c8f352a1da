import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Contact } from '@counterpane/shared/contract/contact'
import { exactDate } from '@counterpane/shared/text/dates'
import { contactHref, journalTab } from '../../app/journal-links'
import { useDates, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { OpenEmail } from './open-email'
import { WriteEmail } from './write-email'

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0, maxHeight: '240px', overflowY: 'auto', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  details: { marginBlock: '4px 8px' },
})
const longest = 4_000

/** One contact of the history, opened in its place. */
export function ContactDetails({ contact }: { contact: Contact }) {
  const texts = useTexts()
  const dates = useDates()
  const pane = usePaneStyles()
  const styles = useStyles()
  const people = contact.persons.map((person) => person.name).join(', ')
  const text = contact.content.trim()
  return (
    <div className={mergeClasses(pane.panel, pane.tight, styles.details)}>
      <p className={pane.quiet}>{[exactDate(contact.startsAt, dates), people].filter(Boolean).join(' · ')}</p>
      {contact.result && <p className={pane.plain}><strong>{texts.result}: </strong>{contact.result}</p>}
      {contact.comment && <p className={pane.plain}><strong>{texts.comment}: </strong>{contact.comment}</p>}
      {text ? <p className={styles.text} tabIndex={text.length > 600 ? 0 : undefined} role={text.length > 600 ? 'region' : undefined} aria-label={text.length > 600 ? texts.content : undefined}>{text.length > longest ? `${text.slice(0, longest)}…` : text}</p>
        : <p className={pane.quiet}>{texts.noContent}</p>}
      {contact.attachments.length > 0 && <p className={pane.quiet}>{texts.attachments}: {contact.attachments.map((file) => file.name).join(', ')}</p>}
      {contact.method === 'letter' && contact.status === 'held' && <OpenEmail contactId={contact.id} />}
      <div><Link href={contactHref(contact.id)} target={journalTab}>{texts.inJournal}</Link></div>
      <WriteEmail contact={contact} />
    </div>
  )
}
