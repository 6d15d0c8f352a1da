import { bulkTexts } from '@counterpane/shared/text/bulk-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, ProgressBar } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { CutOffError } from '../api/export-download'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import type { Columns } from '../table/use-columns'
import { filtersQuery, type JournalView } from '../view/journal-view'
import { ExportFacts } from './export-facts'
import type { Export } from './use-export'

/** `ids`: these contacts instead of all that the view shows. */
interface Props { view: JournalView; columns: Columns; ids?: readonly string[]; exporting: Export; onClose: () => void }
/** What a sheet of Excel holds beside its heading. */
const sheetMost = 1_048_575

/** Says what will be in the file, makes it, and shows how far it is; closing the window does not stop it. */
export function ExportDialog({ view, columns, ids, exporting: { state, start, cancel }, onClose }: Props) {
  const { call, locale, text: journal } = useSurroundings()
  const text = bulkTexts[locale].exports
  const count = useQuery({ queryKey: ['export-count', view, ids], queryFn: ({ signal }) => call('countJournal', { query: ids ? { id: ids } : filtersQuery(view, new Date()), signal }) })
  const running = state.is === 'running'
  const excel = useRef<HTMLButtonElement>(null)
  // "Cancel" and "Retry" go when they are pressed: by keyboard one goes on from the button that stays.
  useEffect(() => { if (state.is !== 'idle' && document.activeElement === document.body) excel.current?.focus() }, [state.is])
  const nothing = count.data?.count === 0
  const tooMany = count.data !== undefined && count.data.count > sheetMost
  return (
    <Dialog open onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog">
        <DialogBody>
          <DialogTitle>{ids ? text.titleChosen : text.title}</DialogTitle>
          <DialogContent className="jn-dialog-content">
            <ExportFacts view={view} columns={columns} count={count.data} chosen={ids !== undefined} />
            {count.error && <ProblemNotice error={count.error} onRetry={() => void count.refetch()} />}
            <p className="jn-quiet">{nothing ? text.nothing : text.secondSheet}</p>
            {tooMany && <p className="jn-warning">{text.tooMany(sheetMost)}</p>}
            <ExportStanding exporting={{ state, start, cancel }} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{journal.close}</Button>
            <Button disabledFocusable={running || nothing} onClick={() => start('csv')}>{text.csv}</Button>
            <Button ref={excel} appearance="primary" disabledFocusable={running || nothing || tooMany} onClick={() => start('xlsx')}>{text.excel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function ExportStanding({ exporting: { state, start, cancel } }: { exporting: Export }) {
  const { locale } = useSurroundings()
  const text = bulkTexts[locale].exports
  if (state.is === 'running') {
    const { progress } = state
    const known = progress !== null && progress.total !== null && progress.total > 0
    const words = progress ? text.progress(progress.rows, progress.total) : text.preparing
    const name = text.running(state.format === 'xlsx' ? text.excel : text.csv)
    return (
      <div className="jn-export-standing">
        <ProgressBar aria-label={name} {...(known && { value: progress.rows, max: progress.total ?? 1 })} />
        <span>{name}: {words}</span>
        <Button size="small" onClick={cancel}>{text.cancel}</Button>
      </div>
    )
  }
  if (state.is === 'failed' && !(state.error instanceof CutOffError)) return <ProblemNotice error={state.error} onRetry={() => start(state.format)} />
  if (state.is === 'failed') return <p role="alert" className="jn-export-standing"><span className="jn-warning">{text.cut}</span><Button size="small" onClick={() => start(state.format)}>{text.again}</Button></p>
  return <p role="status">{state.is === 'done' ? text.done(state.name) : state.is === 'cancelled' ? text.cancelled : ''}</p>
}
