import { ExportDialog } from '../exports/export-dialog'
import { useExport } from '../exports/use-export'
import type { Columns } from '../table/use-columns'
import type { JournalView } from '../view/journal-view'

/** As many ids as an address can name. */
export const exportMost = 300

/** Excel and CSV of the ticked rows, in the order and with the columns of the screen. */
export function ChosenExport({ ids, view, columns, onClose }: { ids: readonly string[]; view: JournalView; columns: Columns; onClose: () => void }) {
  const exporting = useExport({ view, columns, ids })
  return <ExportDialog view={view} columns={columns} ids={ids} exporting={exporting} onClose={onClose} />
}
