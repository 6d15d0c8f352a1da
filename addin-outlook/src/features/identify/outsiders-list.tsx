import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import { usePaneStyles } from '../../app/pane-styles'
import { shownAddress } from './shown-address'
import { useIdentifyTexts } from './use-identify-texts'

export type Outsider = Sidebar['participants'][number]
const useStyles = makeStyles({
  row: {
    width: 'calc(100% + 16px)', boxSizing: 'border-box', display: 'block', textAlign: 'start', font: 'inherit', color: 'inherit', backgroundColor: 'transparent',
    border: '1px solid transparent', borderRadius: tokens.borderRadiusMedium, padding: '4px 8px', marginInline: '-8px',
  },
  button: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  here: { backgroundColor: tokens.colorSubtleBackgroundSelected, border: `1px solid ${tokens.colorTransparentStroke}` },
  second: { display: 'flex', columnGap: '4px', alignItems: 'start' },
  mark: { fontSize: '16px', flexShrink: 0 },
})

interface Props { title: string; people: readonly Outsider[]; match: Sidebar['match']; unknown: string; shown: string | null; busy: boolean; onChoose: (one: Outsider) => void }

/** Everybody outside our house who is written to or invited, with who they are; a click on somebody known shows that one's client. */
export function OutsidersList({ title, people, match, unknown, shown, busy, onChoose }: Props) {
  const texts = useIdentifyTexts()
  const pane = usePaneStyles()
  const styles = useStyles()
  const clientOf = ({ personId, counterpartyId }: Outsider) => [match, ...match.candidates].find((one) => (personId ? one.person?.id === personId : one.counterparty?.id === counterpartyId))?.counterparty?.name
  return (
    <section className={pane.section} aria-label={title}>
      <div className={pane.titleRow}><h2 className={pane.title}>{title}</h2><span className={pane.count}>{people.length}</span></div>
      <ul className={pane.list}>
        {people.map((one, index) => {
          const address = shownAddress(one.address)
          const who = one.kind === 'none' ? unknown : [texts.participantKind[one.kind], clientOf(one)].filter(Boolean).join(' · ')
          const words = (
            <>
              <span className={pane.plain}>{one.name || address || texts.noAddress}</span>
              <span className={mergeClasses(pane.quiet, styles.second)}>{one.kind === 'none' && <QuestionCircleRegular className={styles.mark} aria-hidden />}<span>{[who, one.name !== '' && address].filter(Boolean).join(' · ')}</span></span>
            </>
          )
          return (
            <li key={`${index} ${one.address}`}>
              {one.kind === 'none' ? <div className={styles.row}>{words}</div> : (
                <button type="button" disabled={busy} className={mergeClasses(styles.row, styles.button, one.address === shown && styles.here)} aria-pressed={one.address === shown} onClick={() => onChoose(one)}>{words}</button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
