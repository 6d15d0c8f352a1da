import { NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { JournalWords } from '@counterpane/shared/text/journal-words'
import { problemTexts } from '@counterpane/shared/text/problems'
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { adviceOf } from './problem-advice'

/** What went wrong, what to do, and the reference that the server's log knows too. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { text, locale } = useSurroundings()
  const { title, advice, reference } = explain(error, text, locale)
  return (
    <MessageBar intent={error instanceof NoConnectionError ? 'warning' : 'error'} role="alert" className="jn-problem">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> <span>{advice}</span> {reference && <small className="jn-reference">{text.reference(reference)}</small>}
      </MessageBarBody>
      {onRetry && <MessageBarActions><Button size="small" onClick={onRetry}>{text.retry}</Button></MessageBarActions>}
    </MessageBar>
  )
}

function explain(error: unknown, text: JournalWords, locale: Locale): { title: string; advice: string; reference: string } {
  if (error instanceof NoConnectionError) return { title: text.offline.title, advice: text.offline.advice, reference: '' }
  if (!(error instanceof ProblemError)) return { title: text.failed, advice: '', reference: '' }
  const { problem } = error
  const known = Object.entries(problemTexts[locale]).find(([code]) => code === problem.code)?.[1]
  return { title: problem.title || known?.title || text.failed, advice: adviceOf(problem, known?.advice ?? '', locale), reference: problem.reference }
}
