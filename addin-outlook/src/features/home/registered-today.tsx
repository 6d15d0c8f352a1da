import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import { homeTexts } from '@counterpane/shared/text/home-pane'
import { ContactLine } from '@counterpane/shared/ui/contact-line'
import { contactHref, journalTab } from '../../app/journal-links'
import { useDates, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { OpenEmail } from '../history/open-email'
import { DaySection } from './day-lists'

const useStyles = makeStyles({
  row: {
    display: 'block', width: 'calc(100% + 16px)', boxSizing: 'border-box', marginInline: '-8px', padding: '4px 8px', font: 'inherit', color: 'inherit', backgroundColor: 'transparent', textAlign: 'start',
    border: 'none', borderRadius: tokens.borderRadiusMedium, cursor: 'pointer', ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  under: { paddingInlineStart: '24px', paddingBottom: '4px' },
})

/** Emails that the manager, or a colleague with one of the manager's clients, has registered today; a click opens the ways to each. */
export function RegisteredToday({ some }: { some: { items: Contact[]; total: number } }) {
  const texts = homeTexts[usePaneState().locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const styles = useStyles()
  const [open, setOpen] = useState<string | null>(null)
  if (some.items.length === 0) return <section className={pane.section}><p className={pane.quiet}>{texts.nothingRegistered}</p></section>
  return (
    <DaySection title={texts.registeredToday} total={some.total} shown={some.items.length}>
      <ul className={pane.list}>
        {some.items.map((contact) => (
          <li key={contact.id}>
            <button type="button" className={styles.row} aria-expanded={open === contact.id} onClick={() => setOpen(open === contact.id ? null : contact.id)}>
              <ContactLine contact={contact} dates={dates} wrap={open === contact.id} />
              <span className={mergeClasses(pane.quiet, styles.under)} style={{ display: 'block', paddingBottom: 0 }}>{[contact.counterparty?.name, contact.registeredBy && texts.by(contact.registeredBy.name)].filter(Boolean).join(' · ')}</span>
            </button>
            {open === contact.id && (
              <div className={mergeClasses(styles.under, pane.tight)}>
                <OpenEmail contactId={contact.id} />
                <div><Link href={contactHref(contact.id)} target={journalTab}>{texts.openInJournal}</Link></div>
              </div>
            )}
          </li>
        ))}
      </ul>
    </DaySection>
  )
}
