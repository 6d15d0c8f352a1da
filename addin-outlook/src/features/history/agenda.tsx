import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Contact } from '@counterpane/shared/contract/contact'
import { words } from '@counterpane/shared/text/words'
import { TimeText } from '@counterpane/shared/ui/date-text'
import { contactStateName, useStateColours } from '@counterpane/shared/ui/state-colours'
import { contactHref, journalTab } from '../../app/journal-links'
import { useDates, useTexts } from '../../app/pane-context'
import type { ClientView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'

const useStyles = makeStyles({
  grid: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: '12px', rowGap: '8px', margin: 0 },
  term: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  mark: { fontWeight: tokens.fontWeightSemibold },
})

/** What was agreed: the next planned contact with its goal, and the last one. */
export function Agenda({ client }: { client: ClientView }) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { nextContact, lastContact } = client
  return (
    <section className={pane.section} aria-label={`${texts.next}, ${texts.last}`}>
      <dl className={styles.grid}>
        <dt className={styles.term}>{texts.next}</dt>
        <dd className={styles.fact}>{nextContact ? <NextContact contact={nextContact} /> : <span className={pane.quiet}>{texts.nothingPlanned}</span>}</dd>
        <dt className={styles.term}>{texts.last}</dt>
        <dd className={styles.fact}>{lastContact ? <LastContact contact={lastContact} /> : <span className={pane.quiet}>{texts.noContactsYet}</span>}</dd>
      </dl>
    </section>
  )
}

function NextContact({ contact }: { contact: Contact }) {
  const dates = useDates()
  const pane = usePaneStyles()
  const styles = useStyles()
  const colours = useStateColours()
  const text = words[dates.locale]
  const overdue = contactStateName(contact) === 'overdue'
  const goal = [contact.type?.name, contact.subject].filter(Boolean).join(': ')
  return (
    <>
      <Link href={contactHref(contact.id)} target={journalTab} appearance="subtle" className={mergeClasses(overdue ? colours.overdue : colours.planned, styles.mark)}>
        <TimeText contact={contact} dates={dates} /> · {text.method[contact.method].toLowerCase()}{overdue && ` · ${text.overdue.toLowerCase()}`}
      </Link>
      {goal && <div className={pane.plain}>{goal}</div>}
    </>
  )
}

function LastContact({ contact }: { contact: Contact }) {
  const dates = useDates()
  const text = words[dates.locale]
  const said = [contact.manager?.name, contact.result || contact.subject].filter(Boolean).join(': ')
  return <><TimeText contact={contact} dates={dates} withTime={false} /> · {text.method[contact.method].toLowerCase()}{said && ` · ${said}`}</>
}
