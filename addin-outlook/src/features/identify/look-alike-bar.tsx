import { makeStyles, tokens } from '@fluentui/react-components'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { Match } from '@counterpane/shared/contract/sidebar'
import { useTexts } from '../../app/pane-context'

const useStyles = makeStyles({
  bar: {
    display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '8px', padding: '8px 12px', backgroundColor: tokens.colorStatusWarningBackground1,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`, color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere',
  },
  icon: { fontSize: '20px', color: tokens.colorStatusWarningForeground3 },
  text: { margin: 0 },
})

/** Above everything: somebody may be pretending to be a client. A warning, never a block (product 2.1.7). */
export function LookAlikeBar({ warnings }: { warnings: Match['warnings'] }) {
  const texts = useTexts()
  const styles = useStyles()
  if (warnings.length === 0) return null
  return (
    <div className={styles.bar} role="alert">
      <WarningFilled className={styles.icon} aria-label={texts.attention} role="img" />
      <div>{warnings.map((warning) => <p key={warning.code + warning.text} className={styles.text}>{warning.text}</p>)}</div>
    </div>
  )
}
