import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { groupTexts } from '@counterpane/shared/text/group-pane'
import { contactHref, journalTab } from '../../app/journal-links'
import { usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import type { GroupLine } from './group-lines'

const useStyles = makeStyles({ end: { fontSize: tokens.fontSizeBase200, lineHeight: '24px' }, bad: { color: tokens.colorPaletteRedForeground1 } })

/** How one email of the group ended. */
export function LineEnd({ line, onRetry }: { line: GroupLine; onRetry: (() => void) | null }) {
  const texts = groupTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const styles = useStyles()
  const { outcome, text, html } = line
  if (!outcome) return null
  const bad = outcome.kind === 'failed' || outcome.kind === 'refused'
  const done = outcome.kind === 'registered' || outcome.kind === 'joined'
  const words = [texts.result[outcome.kind], bad && outcome.why].filter(Boolean).join(': ')
  return (
    <p className={mergeClasses(pane.plain, styles.end, bad && styles.bad)}>
      {words}{outcome.kind === 'registered' && text === null && html === null && `, ${texts.withoutText}`}{' '}
      {done && <Link className={styles.end} href={contactHref(outcome.contact.id)} target={journalTab}>{texts.open}</Link>}
      {outcome.kind === 'failed' && onRetry && <Link as="button" className={styles.end} onClick={onRetry}>{texts.retry}</Link>}
    </p>
  )
}
