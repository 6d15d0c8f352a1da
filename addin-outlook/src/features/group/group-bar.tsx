import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { groupTexts } from '@counterpane/shared/text/group-pane'
import { usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import type { GroupDesk, GroupState } from './group-desk'
import { type GroupLine, toRegister } from './group-lines'

const useStyles = makeStyles({
  bar: {
    position: 'sticky', top: 0, zIndex: 2, padding: '8px 12px', backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex', flexDirection: 'column', rowGap: '4px',
  },
  row: { display: 'flex', columnGap: '8px', rowGap: '4px', alignItems: 'center', flexWrap: 'wrap', minHeight: '32px' },
})
interface Props { desk: GroupDesk; state: GroupState; earlier: boolean; compact?: boolean }

export const countsOf = (lines: readonly GroupLine[]) => {
  const count = (...kinds: string[]) => lines.filter(({ outcome }) => outcome !== null && kinds.includes(outcome.kind)).length
  return { registered: count('registered'), joined: count('joined'), kept: count('kept'), failed: count('failed', 'refused') }
}

/** What is selected, the one confirmation, and how far it is: stays in sight above the list. `compact`: beside a single email. */
export function GroupBar({ desk, state, earlier, compact = false }: Props) {
  const texts = groupTexts[usePaneState().locale]
  const { store } = usePane()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { phase, lines, done, of } = state
  const ready = toRegister(lines).length
  const counts = countsOf(lines)
  const again = lines.filter(({ outcome }) => outcome?.kind === 'failed').length
  const working = phase === 'reading' || phase === 'registering'
  const words = phase === 'reading' ? texts.reading(done, of) : phase === 'asking' ? texts.asking : phase === 'registering' ? texts.registering(done, of)
    : phase === 'done' ? [texts.summary(counts), state.stopped && texts.stopped(of - done)].filter(Boolean).join('. ') : ''
  const before = useRef(phase)
  useEffect(() => {
    if (before.current !== phase && phase === 'done') store.say(words)
    before.current = phase
  }, [phase, words, store])
  const Title = compact ? 'strong' : 'h1'
  return (
    <div className={styles.bar}>
      <div className={styles.row}>
        <Title className={pane.title}>{lines.length > 0 ? texts.selected(lines.length) : phase === 'refused' || phase === 'failed' || phase === 'no-senders' ? texts.table : texts.noneSelected}</Title>
        <span className={pane.push} />
        {(phase === 'ready' || (phase === 'done' && ready > 0)) && lines.length > 0 && <Button appearance="primary" disabledFocusable={ready === 0} onClick={() => void desk.register()}>{texts.register(ready)}</Button>}
        {working && <Button size="small" onClick={desk.stop}>{texts.stop}</Button>}
        {phase === 'done' && again > 0 && <Button size="small" onClick={() => void desk.retry()}>{texts.retryAll(again)}</Button>}
        {phase === 'done' && <Button size="small" onClick={desk.dismiss}>{texts.finished}</Button>}
      </div>
      {earlier && (phase === 'registering' || phase === 'done') && <span className={pane.quiet}>{texts.earlier}</span>}
      <span role="status" className={pane.number}>{words}</span>
      {working && <ProgressBar value={done} max={Math.max(of, 1)} aria-label={words} thickness="large" />}
    </div>
  )
}
