import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { useState } from 'react'
import { daysFromToday, nearDate } from '@counterpane/shared/text/dates'
import { FailureNote } from '../../app/failure-note'
import type { Failure } from '../../app/failure'
import { contactHref, journalTab } from '../../app/journal-links'
import { useDates, useDeed, usePane, useTexts } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '8px' },
  icon: { fontSize: '20px', color: tokens.colorPaletteGreenForeground1 },
  links: { columnGap: '12px', '> *': { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 } },
})

/** Who registered it, when and for whom; and the ways back. */
export function RegisteredLine({ view, onAnotherClient }: { view: MessageView; onAnotherClient: () => void }) {
  const texts = useTexts()
  const dates = useDates()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { registering, session, store } = usePane()
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const registered = view.answer?.registered
  if (!registered) return null
  const at = nearDate(registered.at, dates)
  const mine = registered.by.id === session.manager()?.id
  // Of today the hour alone, so that the line stays one line.
  const myTime = daysFromToday(new Date(registered.at), dates) === 0 ? at.split(' ').at(-1) ?? at : at
  const undo = () => deed(async () => { await registering.undo(view.key); store.say(texts.undone) })
  return (
    <div className={pane.tight}>
      <div className={styles.line}>
        <CheckmarkCircleFilled className={styles.icon} aria-hidden />
        <div>
          <p className={mergeClasses(pane.plain, pane.strong)}>{mine ? texts.registeredByYou(myTime) : texts.registeredBy(registered.by.name, at)}</p>
          <p className={pane.quiet}>{registered.counterparty ? texts.forClient(registered.counterparty.name) : texts.noClient}</p>
          {view.textMissing && <p className={pane.quiet}>{texts.withoutText}</p>}
        </div>
      </div>
      <div className={mergeClasses(pane.row, styles.links)}>
        {registered.canUndo && <Link as="button" onClick={() => void undo()}>{texts.undo}</Link>}
        <Link as="button" onClick={onAnotherClient}>{texts.anotherClient.replace('…', '')}</Link>
        <Link href={contactHref(registered.contactId)} target={journalTab}>{texts.open}</Link>
      </div>
      <FailureNote failure={failure} />
    </div>
  )
}
