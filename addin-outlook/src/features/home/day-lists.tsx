import { Link, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { Task } from '@counterpane/shared/contract/task'
import { homeTexts } from '@counterpane/shared/text/home-pane'
import { ContactLine } from '@counterpane/shared/ui/contact-line'
import { clientHref, contactHref, journalTab } from '../../app/journal-links'
import { useDates, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { TaskRow } from '../tasks/task-row'

const useStyles = makeStyles({ plan: { paddingBlock: '4px' }, under: { paddingInlineStart: '24px', display: 'flex', flexWrap: 'wrap', columnGap: '12px' } })

/** A heading with how many there are, and what could not be shown said under the list. */
export function DaySection({ title, total, shown, children }: { title: string; total: number; shown: number; children: ReactNode }) {
  const texts = homeTexts[usePaneState().locale]
  const pane = usePaneStyles()
  return (
    <section className={pane.section} aria-label={title}>
      <div className={pane.titleRow}><h2 className={pane.title}>{title}</h2><span className={pane.count}>{total}</span></div>
      {children}
      {total > shown && <p className={pane.quiet}>{texts.more(total - shown)}</p>}
    </section>
  )
}

export function DayTasks({ title, some, onChanged }: { title: string; some: { items: Task[]; total: number }; onChanged: (task: Task) => void }) {
  const pane = usePaneStyles()
  if (some.items.length === 0) return null
  return (
    <DaySection title={title} total={some.total} shown={some.items.length}>
      <ul className={pane.list}>{some.items.map((task) => <TaskRow key={task.id} task={task} onChanged={onChanged} />)}</ul>
    </DaySection>
  )
}

export function DayContacts({ title, some }: { title: string; some: { items: Contact[]; total: number } }) {
  const texts = homeTexts[usePaneState().locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const styles = useStyles()
  if (some.items.length === 0) return null
  return (
    <DaySection title={title} total={some.total} shown={some.items.length}>
      <ul className={pane.list}>
        {some.items.map((contact) => (
          <li key={contact.id} className={styles.plan}>
            <ContactLine contact={contact} dates={dates} wrap />
            <span className={styles.under}>
              {contact.counterparty && <Link href={clientHref(contact.counterparty.id)} target={journalTab}>{contact.counterparty.name}</Link>}
              <Link href={contactHref(contact.id)} target={journalTab}>{texts.openInJournal}</Link>
            </span>
          </li>
        ))}
      </ul>
    </DaySection>
  )
}
