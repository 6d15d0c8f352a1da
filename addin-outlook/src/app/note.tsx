import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { failureTexts } from '@counterpane/shared/text/failure-pane'
import { type Failure, isFinal, wantsRefresh } from './failure'
import { usePaneState, useTexts } from './pane-context'
import { usePaneStyles } from './pane-styles'
import { RetryButton } from './retry-button'

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

/** A failure that has nothing to do with who is signed in. */
export type Trouble = Extract<Failure, { kind: 'offline' | 'problem' }>

/** What went wrong in words, with what to do and the reference that the log knows too. */
export function TroubleNote({ failure, onRetry }: { failure: Trouble; onRetry?: (() => void) | undefined }) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const { locale } = usePaneState()
  const retryAt = failure.kind === 'problem' ? failure.retryAt : null
  const again = onRetry && !isFinal(failure) && <div><RetryButton key={retryAt} label={wantsRefresh(failure) ? texts.refresh : texts.retry} notBefore={retryAt} onPress={onRetry} /></div>
  if (failure.kind === 'offline') return <Note role="alert"><strong>{texts.offlineTitle}</strong>{again}</Note>
  const detail = failure.detail || (failure.title ? '' : failureTexts[locale].unexplained(failure.status))
  return (
    <Note role="alert" tone="problem">
      <strong>{failure.title || texts.failed}</strong>
      {detail && <span className={pane.plain}>{detail}</span>}
      {failure.reference && <span className={pane.quiet}>{texts.reference(failure.reference)}</span>}
      {again}
    </Note>
  )
}
