import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useSyncExternalStore } from 'react'
import { groupTexts } from '@counterpane/shared/text/group-pane'
import { FailureNote, Note } from '../../app/failure-note'
import { type PaneServices, usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { Bones } from '../../app/waiting-screen'
import { GroupBar } from './group-bar'
import { createGroupDesk, type GroupDesk, mostSelected } from './group-desk'
import { groupSignal } from './group-signal'
import { GroupTable } from './group-table'

const useStyles = makeStyles({ names: { margin: 0, paddingInlineStart: '16px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' } })

const deskOf = (services: PaneServices): GroupDesk => groupSignal.desk(services.store) ?? groupSignal.put(services.store, createGroupDesk(services))

/** Several emails are selected: which client each belongs to, one confirmation, and how each one ended (product 2.2.5). */
export function GroupScreen({ selectionKey }: { selectionKey: string }) {
  const { locale } = usePaneState()
  const services = usePane()
  const desk = deskOf(services)
  const state = useSyncExternalStore(desk.subscribe, desk.get)
  const texts = groupTexts[locale]
  const pane = usePaneStyles()
  useEffect(() => {
    void desk.begin(selectionKey)
    return desk.leave
  }, [desk, selectionKey])
  const { phase, lines, meetings } = state
  const withFiles = phase === 'ready' && lines.some(({ message }) => (message?.attachments.length ?? 0) > 0)
  const said = state.failure !== null || phase === 'no-senders' || phase === 'refused' || state.full || meetings.length > 0 || withFiles
  if (phase === 'listing') return <div className={pane.first}><Bones /></div>
  return (
    <>
      <GroupBar desk={desk} state={state} earlier={state.selectionKey !== selectionKey} />
      {said && <div className={pane.first}>
        <div className={pane.stack}>
          <FailureNote failure={state.failure} {...(phase === 'failed' && { onRetry: () => void desk.again() })} />
          {phase === 'no-senders' && <WithoutSenders state={state} />}
          {phase === 'refused' && <Note role="status"><strong>{texts.tooMany(mostSelected)}</strong><span>{texts.tooManyAdvice}</span><div><Button size="small" onClick={() => void desk.again()}>{texts.again}</Button></div></Note>}
          {state.full && phase !== 'no-senders' && <p className={pane.quiet}>{texts.atMost(mostSelected)}</p>}
          {meetings.length > 0 && <p className={pane.quiet}>{texts.meetings(meetings.length)}: {meetings.map((subject) => subject || texts.noSubject).join('; ')}</p>}
          {withFiles && <p className={pane.quiet}>{texts.filesNoted}</p>}
        </div>
      </div>}
      {(phase === 'ready' || phase === 'registering' || phase === 'done') && <GroupTable desk={desk} state={state} />}
    </>
  )
}

/** A mail client that hands over no senders of several emails: said so, with what to do instead. */
function WithoutSenders({ state }: { state: ReturnType<GroupDesk['get']> }) {
  const texts = groupTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const styles = useStyles()
  return (
    <>
      <Note role="status"><strong>{texts.noSenders}</strong><span>{texts.noSendersAdvice}</span></Note>
      {state.lines.length > 0 && <ul className={styles.names}>{state.lines.map(({ itemId, subject }) => <li key={itemId} className={pane.plain}>{subject || texts.noSubject}</li>)}</ul>}
    </>
  )
}

/** The same work seen from beside a single email: how far it is, or how it ended. */
export function GroupStrip() {
  const services = usePane()
  const desk = deskOf(services)
  const state = useSyncExternalStore(desk.subscribe, desk.get)
  const texts = groupTexts[usePaneState().locale]
  const pane = usePaneStyles()
  if (state.phase !== 'registering' && state.phase !== 'done') return null
  const failed = state.lines.filter(({ outcome }) => outcome?.kind === 'failed' || outcome?.kind === 'refused')
  return (
    <>
      <GroupBar desk={desk} state={state} earlier compact />
      {state.phase === 'done' && failed.length > 0 && (
        <div className={pane.first}>
          <Note tone="warning">
            {failed.map(({ itemId, subject, outcome }) => <span key={itemId} className={pane.plain}>{subject || texts.noSubject}: {[outcome && texts.result[outcome.kind], outcome && 'why' in outcome && outcome.why].filter(Boolean).join('. ')}</span>)}
            <div><Button size="small" onClick={() => void desk.retry()}>{texts.retry}</Button></div>
          </Note>
        </div>
      )}
    </>
  )
}
