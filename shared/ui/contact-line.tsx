import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { DateOptions } from '@counterpane/shared/text/dates'
import { statusText, words } from '@counterpane/shared/text/words'
import { TimeText } from './date-text'
import { MethodIcon } from './method-icon'
import { contactStateName, useStateColours } from './state-colours'

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: '8px', textAlign: 'start', alignItems: 'start' },
  icon: { marginTop: '2px', fontSize: '16px', color: tokens.colorNeutralForeground3 },
  meta: { display: 'flex', columnGap: '6px', flexWrap: 'wrap', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  words: { minWidth: 0 },
  subject: { display: 'block', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  oneLine: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', overflowWrap: 'normal' },
})

interface Props { contact: Contact; dates: DateOptions; wrap?: boolean }

/** One contact in two lines: when, by whom and in which state; then its subject. */
export function ContactLine({ contact, dates, wrap = false }: Props) {
  const styles = useStyles()
  const colours = useStateColours()
  const state = contactStateName(contact)
  const text = words[dates.locale]
  return (
    <span className={styles.line}>
      <MethodIcon method={contact.method} title={`${text.method[contact.method]}, ${text.direction[contact.direction].toLowerCase()}`} className={styles.icon} />
      <span className={styles.words}>
        <span className={styles.meta}>
          <TimeText contact={contact} dates={dates} withTime={state !== 'held'} />
          {contact.manager && <span>{contact.manager.name}</span>}
          <span className={state === 'planned' || state === 'overdue' ? colours[state] : undefined}>{statusText(contact, dates.locale).toLowerCase()}</span>
        </span>
        <span className={mergeClasses(styles.subject, !wrap && styles.oneLine, state === 'cancelled' && colours.cancelled)}>
          {contact.subject || (contact.private && contact.source === 'calendar' ? text.busy : text.method[contact.method])}
        </span>
      </span>
    </span>
  )
}
