import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { useState } from 'react'
import { daysFromToday, nearDate } from '@counterpane/shared/text/dates'
import { FailureNote } from '../../app/failure-note'
import type { Failure } from '../../app/failure'
import { onDemand } from '../../app/on-demand'
import { contactHref, journalTab } from '../../app/journal-links'
import { useDates, useDeed, usePane, useTexts } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'

const FilesAfter = onDemand<{ view: MessageView }>(() => import(/* webpackChunkName: "file-keeping" */ '../files/files-after').then((part) => part.FilesAfter))

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '8px' },
  icon: { fontSize: '20px', color: tokens.colorPaletteGreenForeground1 },
  links: { columnGap: '12px' },
  link: { fontSize: tokens.fontSizeBase200, lineHeight: '24px' },
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
        {registered.canUndo && <Link as="button" className={styles.link} onClick={() => void undo()}>{texts.undo}</Link>}
        <Link as="button" className={styles.link} onClick={onAnotherClient}>{texts.anotherClient.replace('…', '')}</Link>
        <Link className={styles.link} href={contactHref(registered.contactId)} target={journalTab}>{texts.open}</Link>
      </div>
      {view.message.attachments.length > 0 && <FilesAfter view={view} />}
      <FailureNote failure={failure} />
    </div>
  )
}
