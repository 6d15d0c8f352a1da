import { Button, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import { homeTexts } from '@counterpane/shared/text/home-pane'
import { ContactLine } from '@counterpane/shared/ui/contact-line'
import { type Failure, toFailure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { useDates, usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { OutcomeQuestion } from '../meeting/outcome-question'
import { DaySection } from './day-lists'

const useStyles = makeStyles({ one: { paddingBlock: '4px', display: 'flex', flexDirection: 'column', rowGap: '4px' } })

/** Planned contacts whose end has passed: each answered in its place in two clicks, or all of the list at once (product 2.3.5). */
export function OutcomeList({ some, onDone }: { some: { items: Contact[]; total: number }; onDone: (contact: Contact) => void }) {
  const texts = homeTexts[usePaneState().locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { api, store } = usePane()
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<{ reason: Failure; count: number } | null>(null)
  if (some.items.length === 0) return null

  async function allHeld() {
    setBusy(true)
    setFailure(null)
    const missed: unknown[] = []
    let done = 0
    for (const { id } of some.items) {
      try {
        onDone(await api('recordOutcome', { id, body: { outcome: 'held' } }))
        done++
      } catch (error) { missed.push(error) }
    }
    if (missed.length > 0) setFailure({ reason: toFailure(missed[0]), count: missed.length })
    if (done > 0) store.say(texts.allHeldDone(done))
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
            <OutcomeQuestion contact={contact} onDone={onDone} />
          </li>
        ))}
      </ul>
      {failure && <><p className={pane.plain}>{texts.notAllHeld(failure.count)}</p><FailureNote failure={failure.reason} /></>}
    </DaySection>
  )
}
