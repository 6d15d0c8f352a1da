import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { type ReactNode, useState } from 'react'
import type { Match } from '@counterpane/shared/contract/sidebar'
import type { MailAddress } from '@counterpane/shared/domain/message'
import { ClientHeader } from '@counterpane/shared/ui/client-header'
import { clientHref } from '../../app/journal-links'
import { useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { shownAddress } from './shown-address'

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  reason: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr) auto', columnGap: '8px', alignItems: 'baseline', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  icon: { alignSelf: 'start', fontSize: '16px', color: tokens.colorNeutralForeground3 },
  why: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  sure: { color: tokens.colorPaletteGreenForeground1 },
})

interface Props {
  match: Match
  /** How the mail itself names them: shown while nobody is found. */
  stranger: MailAddress
  reason: string
  evidence: ReactNode
  children?: ReactNode
}

/** Who it is, by which rule, and whose client: the first thing a manager reads, wherever the address stood. */
export function ClientCard({ match, stranger, reason, evidence, children }: Props) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const { person, counterparty, kind } = match
  const sure = kind === 'person' || kind === 'counterparty'
  return (
    <div className={styles.card}>
      <ClientHeader
        name={person?.name ?? (sure ? counterparty?.name : null) ?? (stranger.name || shownAddress(stranger.address) || texts.noAddress)}
        position={person ? person.position : null}
        client={counterparty && sure ? { ...counterparty, href: clientHref(counterparty.id) } : null}
        words={{ className: texts.clientClass, vip: texts.vip, noClient: person ? texts.noClient : stranger.name || sure ? shownAddress(stranger.address) : '' }}
      />
      <div>
        <div className={styles.reason}>
          {sure ? <CheckmarkRegular className={mergeClasses(styles.icon, styles.sure)} aria-hidden /> : <QuestionCircleRegular className={styles.icon} aria-hidden />}
          <span>{reason}</span>
          <Link as="button" className={styles.why} aria-expanded={open} onClick={() => setOpen(!open)}>{texts.why}</Link>
        </div>
        {sure && counterparty && <p className={pane.quiet}>{counterparty.manager ? texts.responsible(counterparty.manager.name) : texts.noResponsible}</p>}
      </div>
      {children}
      {open && evidence}
    </div>
  )
}
