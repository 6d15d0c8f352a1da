import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Failure } from './failure'
import { usePaneState, useTexts } from './pane-context'
import { usePaneStyles } from './pane-styles'

const useStyles = makeStyles({
  note: { borderRadius: tokens.borderRadiusMedium, padding: '8px 12px', border: `1px solid ${tokens.colorNeutralStroke1}`, backgroundColor: tokens.colorNeutralBackground3 },
  problem: { backgroundColor: tokens.colorStatusDangerBackground1, border: `1px solid ${tokens.colorStatusDangerBorder1}`, color: tokens.colorNeutralForeground1 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1, border: `1px solid ${tokens.colorStatusWarningBorder1}`, color: tokens.colorNeutralForeground1 },
})

export function Note({ tone = 'plain', role, children }: { tone?: 'plain' | 'problem' | 'warning'; role?: 'alert' | 'status'; children: ReactNode }) {
  const styles = useStyles()
  const pane = usePaneStyles()
  return <div role={role} className={mergeClasses(styles.note, pane.tight, tone === 'problem' && styles.problem, tone === 'warning' && styles.warning)}>{children}</div>
}

/** What went wrong in words, with what to do and the reference that the log knows too. */
export function FailureNote({ failure, onRetry }: { failure: Failure | null; onRetry?: () => void }) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const { owner } = usePaneState()
  if (!failure) return null
  const again = onRetry && <div><Button size="small" onClick={onRetry}>{failure.kind === 'signed-out' ? texts.signIn : texts.retry}</Button></div>
  if (failure.kind === 'offline') return <Note role="alert"><strong>{texts.offlineTitle}</strong>{again}</Note>
  if (failure.kind === 'signed-out') return <Note role="alert" tone="warning"><strong>{texts.signedOutTitle}</strong><span>{texts.signedOut(owner.address)}</span>{again}</Note>
  return (
    <Note role="alert" tone="problem">
      <strong>{failure.title || texts.failed}</strong>
      {failure.detail && <span className={pane.plain}>{failure.detail}</span>}
      {failure.reference && <span className={pane.quiet}>{texts.reference(failure.reference)}</span>}
      {again}
    </Note>
  )
}
