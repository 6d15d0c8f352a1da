import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { failureTexts } from '@counterpane/shared/text/failure-pane'
import { Heard } from '@counterpane/shared/ui/heard'
import { RegisterArea } from '../features/register/register-area'
import { FailureNote, Note } from './failure-note'
import { usePane, usePaneState, useTexts } from './pane-context'
import type { MessageView } from './pane-state'
import { usePaneStyles } from './pane-styles'
import { SenderHeader } from './sender-header'

const useStyles = makeStyles({
  bone: {
    height: '16px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralStencil1, animationName: { from: { opacity: 1 }, '50%': { opacity: 0.5 }, to: { opacity: 1 } },
    animationDuration: '1.6s', animationIterationCount: 'infinite', '@media (prefers-reduced-motion: reduce)': { animationName: 'none' }, forcedColorAdjust: 'none',
  },
  wide: { height: '32px' },
  short: { width: '60%' },
})

/** No answer yet, or none to be had: the sender is known all the same, and registering works without a connection. */
export function WaitingScreen({ view }: { view: MessageView }) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const { reconnect, outbox } = usePane()
  const { locale } = usePaneState()
  const { failure } = view
  const offline = failure?.kind === 'offline'
  return (
    <section className={pane.first} aria-busy={view.asking}>
      <div className={pane.stack}>
        <SenderHeader view={view} />
        {offline
          ? <Note role="status"><span>{outbox.works() ? texts.offline : failureTexts[locale].noShelf}</span><span className={pane.quiet}>{texts.noAnswerYet}</span></Note>
          : <FailureNote failure={failure} onRetry={() => void reconnect()} />}
        {offline && <RegisterArea view={view} onAnotherClient={() => undefined} onComment={() => undefined} plain />}
        {view.asking && !failure && <Bones />}
      </div>
    </section>
  )
}

/** Drawn only when the answer takes longer than 150 ms, so that a quick one does not flicker. */
export function Bones() {
  const texts = useTexts()
  const pane = usePaneStyles()
  const styles = useStyles()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div className={pane.stack} role="status">
      <Heard>{texts.loading}</Heard>
      <div className={mergeClasses(styles.bone, styles.short)} />
      <div className={mergeClasses(styles.bone, styles.wide)} />
      <div className={styles.bone} />
      <div className={mergeClasses(styles.bone, styles.short)} />
      <div className={styles.bone} />
    </div>
  )
}
