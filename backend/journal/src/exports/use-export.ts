import { exportUrl, type ExportFormat } from '../api/export-download'
import { useSurroundings } from '../api/journal-context'
import type { Columns } from '../table/use-columns'
import { filtersQuery, ownZone, type JournalView } from '../view/journal-view'
import { useFileMaking, type Making } from './use-file-making'

/** The subject's cell shows what came of it and what for in its second line; in a sheet these are columns of their own. */
export function exportedColumns({ columns }: Pick<Columns, 'columns'>): string[] {
  const keys = columns.map(({ key }) => key)
  return keys.flatMap((key) => (key === 'subject' ? [key, ...['result', 'type'].filter((second) => !keys.includes(second))] : [key]))
}

/** Of what was on screen when it began. */
export function useExport({ view, columns, ids }: { view: JournalView; columns: Columns; ids?: readonly string[] }): Making<ExportFormat> {
  const { locale } = useSurroundings()
  return useFileMaking((format: ExportFormat, ticket) => ({
    format, url: exportUrl(format, { ...(ids ? { id: ids } : filtersQuery(view, new Date())), sort: view.sort, columns: exportedColumns(columns), timeZone: ownZone(), language: locale, ticket }),
  }))
}
