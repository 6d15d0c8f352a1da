import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { journalHref, journalTab } from './journal-links'
import { usePane, usePaneState, useTexts } from './pane-context'
import { usePaneStyles } from './pane-styles'

const useStyles = makeStyles({
  footer: {
    position: 'sticky', bottom: 0, display: 'flex', alignItems: 'center', columnGap: '4px', padding: '4px 8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1, zIndex: 1, minHeight: '32px',
  },
  journal: { marginInlineStart: '8px' },
  waiting: { fontSize: tokens.fontSizeBase200, textAlign: 'end' },
})

export function PaneFooter({ onSearch }: { onSearch: (() => void) | null }) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { open, toSend, refused } = usePaneState()
  const { store, outbox, reconnect } = usePane()
  async function refresh() {
    await reconnect()
    if (open) await store.ask(open)
    store.say(texts.refreshed)
  }
  return (
    <footer className={styles.footer}>
      {onSearch && <Button appearance="subtle" icon={<SearchRegular />} aria-label={texts.searchClients} title={texts.searchClients} onClick={onSearch} />}
      <Button appearance="subtle" icon={<ArrowSyncRegular />} aria-label={texts.refresh} title={texts.refresh} onClick={() => void refresh()} />
      <Link href={journalHref} target={journalTab} className={styles.journal}>{texts.openJournal}</Link>
      {(toSend > 0 || refused > 0) && (
        <span className={mergeClasses(pane.push, styles.waiting)}>
          {toSend > 0 && texts.toSend(toSend)}
          {refused > 0 && <> {texts.refused(refused)} <Link as="button" title={outbox.refusals().map((order) => `${order.body.message.subject}: ${order.refused}`).join('\n')} onClick={outbox.discardRefused}>{texts.discard}</Link></>}
        </span>
      )}
    </footer>
  )
}
