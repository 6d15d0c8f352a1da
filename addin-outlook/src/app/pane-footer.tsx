import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { StethoscopeRegular } from '@fluentui/react-icons/svg/stethoscope'
import { useState } from 'react'
import { failureTexts } from '@counterpane/shared/text/failure-pane'
import { Doctor } from '../features/doctor/doctor'
import { journalHref, journalTab } from './journal-links'
import { onDemand } from './on-demand'
import { usePane, usePaneState, useTexts } from './pane-context'
import { usePaneStyles } from './pane-styles'

const OutboxSheet = onDemand<{ onClose: () => void }>(() => import(/* webpackChunkName: "outbox" */ '../features/register/outbox-sheet').then((part) => part.OutboxSheet))

const useStyles = makeStyles({
  footer: {
    display: 'flex', alignItems: 'center', columnGap: '4px', padding: '4px 8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    minHeight: '32px',
  },
  journal: { marginInlineStart: '8px' },
  waiting: { fontSize: tokens.fontSizeBase200, textAlign: 'end' },
})

export function PaneFooter({ onSearch }: { onSearch: (() => void) | null }) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { toSend, refused, locale } = usePaneState()
  const { store, reconnect } = usePane()
  const [sheet, setSheet] = useState<'doctor' | 'outbox' | null>(null)
  const close = () => setSheet(null)
  const { doctor } = failureTexts[locale]
  async function refresh() {
    await reconnect()
    await store.refresh()
    store.say(texts.refreshed)
  }
  const waiting = [...(toSend > 0 ? [texts.toSend(toSend)] : []), ...(refused > 0 ? [texts.refused(refused)] : [])]
  return (
    <footer className={styles.footer}>
      {onSearch && <Button appearance="subtle" icon={<SearchRegular />} aria-label={texts.searchClients} title={texts.searchClients} onClick={onSearch} />}
      <Button appearance="subtle" icon={<ArrowSyncRegular />} aria-label={texts.refresh} title={texts.refresh} onClick={() => void refresh()} />
      <Button appearance="subtle" icon={<StethoscopeRegular />} aria-label={doctor} title={doctor} onClick={() => setSheet('doctor')} />
      <Link href={journalHref} target={journalTab} className={styles.journal}>{texts.openJournal}</Link>
      {waiting.length > 0 && <Link as="button" className={mergeClasses(pane.push, styles.waiting)} onClick={() => setSheet('outbox')}>{waiting.join(' · ')}</Link>}
      {sheet === 'doctor' && <Doctor onClose={close} />}
      {sheet === 'outbox' && <OutboxSheet onClose={close} />}
    </footer>
  )
}
