import { bulkTexts } from '@counterpane/shared/text/bulk-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ExportFormat } from '../api/export-download'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import type { Columns } from '../table/use-columns'
import { filtersQuery, type JournalView } from '../view/journal-view'
import { ExportFacts } from './export-facts'
import { ExportStanding } from './export-standing'
import type { Making } from './use-file-making'

/** `ids`: these contacts instead of all that the view shows. */
interface Props { view: JournalView; columns: Columns; ids?: readonly string[]; exporting: Making<ExportFormat>; onClose: () => void }
/** What a sheet of Excel holds beside its heading. */
const sheetMost = 1_048_575

/** Says what will be in the file, makes it, and shows how far it is; closing the window does not stop it. */
export function ExportDialog({ view, columns, ids, exporting, onClose }: Props) {
  const { call, locale, text: journal } = useSurroundings()
  const text = bulkTexts[locale].exports
  const count = useQuery({ queryKey: ['export-count', view, ids], queryFn: ({ signal }) => call('countJournal', { query: ids ? { id: ids } : filtersQuery(view, new Date()), signal }) })
  const { state, start } = exporting
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
            <ExportStanding making={exporting} nameOf={(format) => (format === 'xlsx' ? text.excel : text.csv)} />
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
