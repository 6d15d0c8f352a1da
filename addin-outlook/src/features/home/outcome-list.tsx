import { Button, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarPaneTexts } from '@counterpane/shared/text/calendar-pane'
import { homeTexts } from '@counterpane/shared/text/home-pane'
import { ContactLine } from '@counterpane/shared/ui/contact-line'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { useDates, useDeed, usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { OutcomeQuestion } from '../meeting/outcome-question'
import { DaySection } from './day-lists'

const useStyles = makeStyles({ one: { paddingBlock: '4px', display: 'flex', flexDirection: 'column', rowGap: '4px' } })

interface Props { some: { items: Contact[]; total: number }; onDone: (contact: Contact) => void; onAnswered: (ids: readonly string[]) => void }

/** Planned contacts whose end has passed: each answered in its place in two clicks, or all of the list at once (product 2.3.5). */
export function OutcomeList({ some, onDone, onAnswered }: Props) {
  const { locale } = usePaneState()
  const texts = homeTexts[locale]
  const own = calendarPaneTexts[locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { api, store } = usePane()
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  if (some.items.length === 0) return null

  async function allHeld() {
    setBusy(true)
    const ids = some.items.map(({ id }) => id)
    await deed(async () => {
      const { results } = await api('recordOutcomes', { body: { ids, outcome: 'held' } })
      const count = (outcome: (typeof results)[number]['outcome']) => results.filter((one) => one.outcome === outcome).length
      const [already, missing] = [count('already-recorded'), count('not-found')]
      store.forgetClients(some.items.map(({ counterparty }) => counterparty?.id), '')
      store.say([texts.allHeldDone(count('recorded')), already > 0 && own.already(already), missing > 0 && own.gone(missing)].filter(Boolean).join(' '))
      onAnswered(ids)
    })
    setBusy(false)
    setSure(false)
  }
  return (
    <DaySection title={texts.withoutOutcome} total={some.total} shown={some.items.length}>
      {some.items.length > 1 && (sure ? (
        <div className={pane.row} role="group" aria-label={texts.allHeldQuestion(some.items.length)}>
          <span className={pane.grow}>{texts.allHeldQuestion(some.items.length)}</span>
          <Button size="small" appearance="primary" disabledFocusable={busy} onClick={() => void allHeld()}>{texts.yes}</Button>
          <Button size="small" disabledFocusable={busy} onClick={() => setSure(false)}>{texts.no}</Button>
        </div>
      ) : <div><Button size="small" onClick={() => setSure(true)}>{texts.allHeld}</Button></div>)}
      <ul className={pane.list}>
        {some.items.map((contact) => (
          <li key={contact.id} className={styles.one}>
            <ContactLine contact={contact} dates={dates} wrap />
            {contact.counterparty && <span className={pane.quiet} style={{ paddingInlineStart: '24px' }}>{contact.counterparty.name}</span>}
            <OutcomeQuestion contact={contact} onDone={onDone} onSeries={onAnswered} />
          </li>
        ))}
      </ul>
      <FailureNote failure={failure} />
    </DaySection>
  )
}
