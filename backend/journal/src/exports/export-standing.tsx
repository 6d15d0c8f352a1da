import { bulkTexts } from '@counterpane/shared/text/bulk-journal'
import { Button, ProgressBar } from '@fluentui/react-components'
import { CutOffError } from '../api/export-download'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import type { Making } from './use-file-making'

/** How far the file is, and what became of it. */
export function ExportStanding<W>({ making: { state, start, cancel }, nameOf, doneWords }: { making: Making<W>; nameOf: (what: W) => string; doneWords?: (name: string) => string }) {
  const { locale } = useSurroundings()
  const text = bulkTexts[locale].exports
  if (state.is === 'running') {
    const { progress } = state
    const known = progress !== null && progress.total !== null && progress.total > 0
    const words = progress ? text.progress(progress.rows, progress.total) : text.preparing
    const name = text.running(nameOf(state.what))
    return (
      <div className="jn-export-standing">
        <ProgressBar aria-label={name} {...(known && { value: progress.rows, max: progress.total ?? 1 })} />
        <span>{name}: {words}</span>
        <Button size="small" onClick={cancel}>{text.cancel}</Button>
      </div>
    )
  }
  if (state.is === 'failed' && !(state.error instanceof CutOffError)) return <ProblemNotice error={state.error} onRetry={() => start(state.what)} />
  if (state.is === 'failed') return <p role="alert" className="jn-export-standing"><span className="jn-warning">{text.cut}</span><Button size="small" onClick={() => start(state.what)}>{text.again}</Button></p>
  return <p role="status" className="jn-breakable">{state.is === 'done' ? (doneWords ?? text.done)(state.name) : state.is === 'cancelled' ? text.cancelled : ''}</p>
}
