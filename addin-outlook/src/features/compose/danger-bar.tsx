import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ShieldErrorFilled } from '@fluentui/react-icons/svg/shield-error'
import { composeTexts } from '@counterpane/shared/text/compose-pane'
import { usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import type { Danger } from './draft-questions'

const useStyles = makeStyles({
  bar: {
    display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', columnGap: '8px', padding: '12px', backgroundColor: tokens.colorStatusDangerBackground1,
    borderBottom: `2px solid ${tokens.colorStatusDangerBorderActive}`, color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere',
  },
  icon: { fontSize: '24px', color: tokens.colorStatusDangerForeground1 },
  text: { margin: 0 },
})

/** A letter about to go to somebody who only looks like a client: said above everything, and never blocking (product 2.1.7). */
export function DangerBar({ dangers }: { dangers: readonly Danger[] }) {
  const texts = composeTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const styles = useStyles()
  if (dangers.length === 0) return null
  return (
    <div className={styles.bar} role="alert">
      <ShieldErrorFilled className={styles.icon} aria-hidden />
      <div className={pane.tight}>
        <strong>{texts.dangerTitle}</strong>
        {[...new Set(dangers.map(({ address }) => address))].map((address) => (
          <div key={address}>
            {address !== '' && <p className={mergeClasses(styles.text, pane.strong)}>{texts.dangerOf(address)}</p>}
            {dangers.filter((one) => one.address === address).map(({ code, text }) => <p key={code + text} className={styles.text}>{text}</p>)}
          </div>
        ))}
      </div>
    </div>
  )
}
