import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import type { DoctorTexts } from '@counterpane/shared/text/doctor-pane'
import { Heard } from '@counterpane/shared/ui/heard'
import { usePaneStyles } from '../../app/pane-styles'
import type { Finding, Level } from './examine'

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: '8px', padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  icon: { gridRow: '1 / span 3', fontSize: '20px', lineHeight: '20px', height: '20px' },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  attention: { color: tokens.colorStatusWarningForeground3 },
  broken: { color: tokens.colorStatusDangerForeground1 },
  value: { margin: 0, overflowWrap: 'anywhere' },
})
const icons: Record<Level, typeof WarningRegular> = { ok: CheckmarkCircleRegular, attention: WarningRegular, broken: ErrorCircleRegular }

export function FindingLine({ finding: { name, level, says, advice }, texts }: { finding: Finding; texts: DoctorTexts }) {
  const styles = useStyles()
  const pane = usePaneStyles()
  const Icon = icons[level]
  return (
    <div className={styles.line}>
      <dt className={pane.strong} style={{ gridColumn: 2 }}>{texts.line[name]}<Heard>, {texts.level[level]}</Heard></dt>
      <dd className={styles.value} style={{ gridColumn: 2 }}>{says}{advice && <span className={pane.quiet} style={{ display: 'block' }}>{advice}</span>}</dd>
      <dd aria-hidden className={styles.icon} style={{ margin: 0, gridColumn: 1, gridRow: 1 }}><Icon className={styles[level]} /></dd>
    </div>
  )
}
