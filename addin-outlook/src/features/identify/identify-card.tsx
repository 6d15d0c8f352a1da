import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { useState } from 'react'
import { ClientHeader } from '@counterpane/shared/ui/client-header'
import { clientHref } from '../../app/journal-links'
import { usePane, useTexts } from '../../app/pane-context'
import { type ClientView, type MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { Evidence } from './evidence'
import { shownAddress } from './shown-address'

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  reason: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr) auto', columnGap: '8px', alignItems: 'baseline', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  icon: { alignSelf: 'start', fontSize: '16px', color: tokens.colorNeutralForeground3 },
  why: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  sure: { color: tokens.colorPaletteGreenForeground1 },
})

/** Who it is, by which rule, and whose client: the first thing a manager reads. */
export function IdentifyCard({ view, client }: { view: MessageView; client: ClientView }) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { store } = usePane()
  const [open, setOpen] = useState(false)
  const { person, counterparty, reason, kind } = client.match
  const { from } = view.message.snapshot
  const sure = kind === 'person' || kind === 'counterparty'
  return (
    <div className={styles.card}>
      <ClientHeader
        name={person?.name ?? (sure ? counterparty?.name : null) ?? (from.name || shownAddress(from.address) || texts.noAddress)}
        position={person ? person.position : null}
        client={counterparty && sure ? { ...counterparty, href: clientHref(counterparty.id) } : null}
        words={{ className: texts.clientClass, vip: texts.vip, noClient: person ? texts.noClient : shownAddress(from.address) }}
      />
      <div>
        <div className={styles.reason}>
          {sure ? <CheckmarkRegular className={mergeClasses(styles.icon, styles.sure)} aria-hidden /> : <QuestionCircleRegular className={styles.icon} aria-hidden />}
          <span>{view.chosen ? texts.chosenForThisEmail : reason}</span>
          <Link as="button" className={styles.why} aria-expanded={open} onClick={() => setOpen(!open)}>{texts.why}</Link>
        </div>
        {sure && counterparty && <p className={pane.quiet}>{counterparty.manager ? texts.responsible(counterparty.manager.name) : texts.noResponsible}</p>}
      </div>
      {view.chosen && <div><Link as="button" onClick={() => store.patchView(view.key, { chosen: null })}>{texts.backToMain}</Link></div>}
      {open && <Evidence view={view} client={client} />}
    </div>
  )
}
