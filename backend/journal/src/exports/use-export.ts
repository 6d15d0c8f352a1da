import { useEffect, useRef, useState } from 'react'
import { askProgress, downloadExport, exportUrl, type ExportFormat, type ExportProgress } from '../api/export-download'
import { useSurroundings } from '../api/journal-context'
import type { Columns } from '../table/use-columns'
import { filtersQuery, ownZone, type JournalView } from '../view/journal-view'

export type ExportState =
  | { is: 'idle' } | { is: 'cancelled' } | { is: 'running'; format: ExportFormat; progress: ExportProgress | null } | { is: 'done'; name: string } | { is: 'failed'; format: ExportFormat; error: unknown }
const lookEveryMs = 600
/** The subject's cell shows what came of it and what for in its second line; in a sheet these are columns of their own. */
export function exportedColumns({ columns }: Pick<Columns, 'columns'>): string[] {
  const keys = columns.map(({ key }) => key)
  return keys.flatMap((key) => (key === 'subject' ? [key, ...['result', 'type'].filter((second) => !keys.includes(second))] : [key]))
}

/** One export at a time, of what was on screen when it began. It goes on when its window is closed, and ends with the page. */
export function useExport({ view, columns, ids }: { view: JournalView; columns: Columns; ids?: readonly string[] }) {
  const { locale } = useSurroundings()
  const [state, setState] = useState<ExportState>({ is: 'idle' })
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])
  const start = async (format: ExportFormat) => {
    const run = new AbortController()
    abort.current?.abort()
    abort.current = run
    const ticket = crypto.getRandomValues(new Uint32Array(4)).reduce((text, part) => text + part.toString(36).padStart(7, '0'), '')
    const url = exportUrl(format, { ...(ids ? { id: ids } : filtersQuery(view, new Date())), sort: view.sort, columns: exportedColumns(columns), timeZone: ownZone(), language: locale, ticket })
    setState({ is: 'running', format, progress: null })
    const look = setInterval(() => {
      void askProgress(ticket, run.signal).then((progress) => { if (progress) setState((now) => (abort.current === run && now.is === 'running' ? { ...now, progress } : now)) })
    }, lookEveryMs)
    try {
      const name = await downloadExport({ url, format, ticket, signal: run.signal })
      setState({ is: 'done', name })
    } catch (error) {
      if (abort.current === run) setState(run.signal.aborted ? { is: 'cancelled' } : { is: 'failed', format, error })
    } finally { clearInterval(look) }
  }
  return { state, start: (format: ExportFormat) => void start(format), cancel: () => abort.current?.abort() }
}
export type Export = ReturnType<typeof useExport>
